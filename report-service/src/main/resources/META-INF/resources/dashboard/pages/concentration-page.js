import { html } from 'lit';
import { SCHEMES } from '../core/catalogue.js';
import * as format from '../core/format.js';
import { readsExactly } from '../core/signin.js';
import { state } from '../core/state.js';
import { t } from '../core/texts.js';
import { choice, dayField } from '../parts/fields.js';
import { Page } from '../parts/page.js';
import './concentration/burden-shift.js';
import './concentration/quotients.js';
import './concentration/hyperconcentration.js';
import './concentration/compared.js';

/** Where recipients live together more than elsewhere, and which municipalities they came from. */
class ConcentrationPage extends Page {

  content({ tree, catalogue }) {
    const { home, date } = this;
    const scheme = SCHEMES.includes(state.get('scheme')) ? state.get('scheme') : SCHEMES[0];
    const chapter = (name, content) => html`<div class="chapter"><h2>${t(`chapter.${name}`)}</h2><p class="soft lead">${t(`chapter.${name}.lead`)}</p>${content}</div>`;
    return html`
      <div class="page-head">
        <div><h1>${t('concentration.title', { area: home.name })}</h1><p class="soft">${format.date(readsExactly() ? date : format.monthStart(format.monthOf(date)))}</p></div>
        <div class="row">
          ${choice(t('scheme'), SCHEMES, scheme, (each) => t(`section.${each}`), (each) => state.set({ scheme: each }))}
          ${dayField(date)}
        </div>
      </div>
      ${chapter('burden', html`<bp-burden-shift .area=${home} .date=${date} .catalogue=${catalogue} .tree=${tree}></bp-burden-shift>`)}
      ${chapter('quotients', html`<bp-quotients .area=${home} .date=${date} .catalogue=${catalogue} .scheme=${scheme}></bp-quotients>`)}
      ${chapter('hyper', html`<bp-hyperconcentration .area=${home} .date=${date} .catalogue=${catalogue} .scheme=${scheme}></bp-hyperconcentration>`)}
      ${chapter('compared', html`<bp-compared .area=${home} .date=${date} .catalogue=${catalogue} .tree=${tree}></bp-compared>`)}`;
  }
}

customElements.define('bp-concentration-page', ConcentrationPage);
