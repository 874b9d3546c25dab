import { LitElement, html } from 'lit';
import { Loaded } from '../core/loaded.js';
import { FollowsState } from '../core/state.js';
import { spoken, t } from '../core/texts.js';

/** Why figures are withheld and rounded: the rules that this service keeps, in its own words. Asked for when opened. */
class Protection extends LitElement {
  static properties = { opened: { state: true } };

  rules = new Loaded(this);

  constructor() {
    super();
    new FollowsState(this);
  }

  createRenderRoot() {
    return this;
  }

  willUpdate() {
    if (!this.opened) return;
    if (this.language && this.language !== spoken()) this.rules.reload();
    this.language = spoken();
    this.rules.want('/v1/disclosure');
  }

  render() {
    return html`<details class="small protection" @toggle=${(event) => (this.opened = event.target.open)}><summary>${t('protection')}</summary>
      ${this.opened ? this.rules.show(({ rules }) => html`<ul>${rules.map(({ text }) => html`<li>${text}</li>`)}</ul>`, { lines: 4 }) : ''}</details>`;
  }
}

customElements.define('bp-protection', Protection);
