import { html } from 'lit';
import { WINDOW } from '../core/catalogue.js';
import { t } from '../core/texts.js';
import { Part } from './part.js';

/** Chooses an indicator in two steps, and its window where it has any. Tells the id (`pick`). */
class IndicatorPicker extends Part {
  static properties = { catalogue: { attribute: false }, value: {}, level: {} };

  #pick(id) {
    this.dispatchEvent(new CustomEvent('pick', { detail: id }));
  }

  render() {
    const sections = this.catalogue.sections(this.level);
    const chosen = this.catalogue.of(this.value);
    const section = sections.find(({ indicators }) => indicators.includes(chosen)) ?? sections[0];
    const window = this.value === chosen?.id ? '1y' : WINDOW.exec(this.value)?.[1];
    return html`
      <label class="field"><span>${t('subject')}</span>
        <select @change=${(event) => this.#pick(sections[event.target.selectedIndex].indicators[0].id)}>
          ${sections.map((each) => html`<option ?selected=${each === section} .selected=${each === section}>${t(`section.${each.name}`)}</option>`)}
        </select></label>
      <label class="field wide"><span>${t('indicator')}</span>
        <select @change=${(event) => this.#pick(event.target.value)}>
          ${section.indicators.map((each) => html`<option value=${each.id} ?selected=${each === chosen} .selected=${each === chosen}>${each.label}</option>`)}
        </select></label>
      ${chosen?.windows.length ? html`<label class="field"><span>${t('window')}</span>
        <select @change=${(event) => this.#pick(`${chosen.id}.${event.target.value}`)}>
          ${chosen.windows.map((each) => html`<option value=${each} .selected=${each === window}>${t(`window.${each}`)}</option>`)}
        </select></label>` : ''}`;
  }
}

customElements.define('bp-indicator-picker', IndicatorPicker);
