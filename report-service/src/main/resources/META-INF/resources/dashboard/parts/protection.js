import { html } from 'lit';
import { Loaded } from '../core/loaded.js';
import { t } from '../core/texts.js';
import { FollowingPart } from './part.js';

/** Why figures are withheld and rounded: the rules that this service keeps, in its own words. Asked for when opened. */
class Protection extends FollowingPart {
  static properties = { opened: { state: true } };

  rules = new Loaded(this);

  willUpdate() {
    if (this.opened) this.rules.want('/v1/disclosure');
  }

  render() {
    return html`<details class="small protection" @toggle=${(event) => (this.opened = event.target.open)}><summary>${t('protection')}</summary>
      ${this.opened ? this.rules.show(({ rules }) => html`<ul>${rules.map(({ text }) => html`<li>${text}</li>`)}</ul>`, { lines: 4 }) : ''}</details>`;
  }
}

customElements.define('bp-protection', Protection);
