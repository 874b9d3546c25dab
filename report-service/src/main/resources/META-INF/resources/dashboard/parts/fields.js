import { html } from 'lit';
import * as format from '../core/format.js';
import { state } from '../core/state.js';
import { t } from '../core/texts.js';

/** A list to choose one of some values from, each with its words; tells the value. */
export const choice = (label, values, now, text, pick) => html`<label class="field"><span>${label}</span>
  <select @change=${({ target }) => pick(target.value)}>
    ${values.map((each) => html`<option value=${each} .selected=${each === now}>${text(each)}</option>`)}</select></label>`;

/** The day that a page is about. Today has no place in the address, so that a page left open goes on with the days. */
export const dayField = (day) => html`<label class="field"><span>${t('day')}</span>
  <input type="date" min=${format.FIRST_DAY} max=${format.today()} .value=${day} required
    @change=${({ target }) => target.checkValidity() && state.set({ date: target.value === format.today() ? '' : target.value })}></label>`;
