import { LitElement, html } from 'lit';
import { areas, catalogue } from '../core/catalogue.js';
import * as format from '../core/format.js';
import { problem, waiting } from '../core/loaded.js';
import { readsExactly } from '../core/signin.js';
import { FollowsState, state } from '../core/state.js';
import { spoken, t } from '../core/texts.js';
import '../parts/area-picker.js';
import { SCHEMES } from './area/benefits.js';
import './concentration/burden-shift.js';
import './concentration/quotients.js';
import './concentration/hyperconcentration.js';
import './concentration/compared.js';

/** Where recipients live together more than elsewhere, and which municipalities they came from. */
class ConcentrationPage extends LitElement {
  static properties = { setting: { state: true }, failed: { state: true } };

  constructor() {
    super();
    new FollowsState(this);
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#set();
  }

  async #set() {
    try {
      const [known, tree] = await Promise.all([catalogue(), areas()]);
      this.setting = { catalogue: known, tree, language: spoken() };
      this.failed = undefined;
    } catch (error) {
      this.failed = error;
      setTimeout(() => this.isConnected && this.#set(), 2500);
    }
  }

  willUpdate() {
    if (this.setting && this.setting.language !== spoken()) this.#set();
  }

  render() {
    if (this.failed) return problem(this.failed, () => this.#set());
    if (!this.setting) return waiting(12);
    const { tree, catalogue: known } = this.setting;
    const home = tree.byCode.get(state.get('within', tree.home));
    const date = state.get('date') || format.today();
    const scheme = SCHEMES.includes(state.get('scheme')) ? state.get('scheme') : SCHEMES[0];
    const chapter = (name, content) => html`<div class="chapter"><h2>${t(`chapter.${name}`)}</h2><p class="soft lead">${t(`chapter.${name}.lead`)}</p>${content}</div>`;
    return html`
      <div class="page-head">
        <div><h1>${t('concentration.title', { area: home.name })}</h1><p class="soft">${format.date(readsExactly() ? date : format.monthStart(format.monthOf(date)))}</p></div>
        <div class="row">
          <label class="field"><span>${t('scheme')}</span><select @change=${(event) => state.set({ scheme: event.target.value })}>
            ${SCHEMES.map((each) => html`<option value=${each} .selected=${each === scheme}>${t(`section.${each}`)}</option>`)}</select></label>
          <label class="field"><span>${t('day')}</span><input type="date" min="2014-01-01" max=${format.today()} .value=${date} required
            @change=${(event) => event.target.checkValidity() && state.set({ date: event.target.value === format.today() ? '' : event.target.value })}></label>
        </div>
      </div>
      ${chapter('burden', html`<bp-burden-shift .area=${home} .date=${date} .catalogue=${known} .tree=${tree}></bp-burden-shift>`)}
      ${chapter('quotients', html`<bp-quotients .area=${home} .date=${date} .catalogue=${known} .scheme=${scheme}></bp-quotients>`)}
      ${chapter('hyper', html`<bp-hyperconcentration .area=${home} .date=${date} .catalogue=${known} .scheme=${scheme}></bp-hyperconcentration>`)}
      ${chapter('compared', html`<bp-compared .area=${home} .date=${date} .catalogue=${known} .tree=${tree}></bp-compared>`)}`;
  }
}

customElements.define('bp-concentration-page', ConcentrationPage);
