import { html } from 'lit';
import { shortName } from '../core/catalogue.js';
import { t } from '../core/texts.js';
import { Part } from './part.js';

/** Chooses an area of the tree. Tells its code (`pick`). `levels` says which are offered. */
class AreaPicker extends Part {
  static properties = { tree: { attribute: false }, value: {}, label: {}, levels: { attribute: false } };

  #pick({ target }) {
    const { value } = target;
    // What adds to a list is ready for the next.
    if (!this.value) target.selectedIndex = 0;
    this.dispatchEvent(new CustomEvent('pick', { detail: value }));
  }

  render() {
    const { home, byCode, groups, wijken, buurten, municipalities } = this.tree;
    const offered = this.levels ?? ['municipality', 'group', 'wijk', 'buurt'];
    const option = (each) => html`<option value=${each.code} .selected=${each.code === this.value}>${shortName(each.name)}</option>`;
    const lists = { municipality: [byCode.get(home)], group: groups, wijk: wijken, buurt: buurten };
    const other = !Object.values(lists).flat().some((each) => each?.code === this.value) && municipalities.find(({ code }) => code === this.value);
    return html`<label class="field wide"><span>${this.label ?? t('area')}</span>
      <select @change=${this.#pick}>
        ${this.value ? '' : html`<option value="" selected disabled>${t('choose')}</option>`}
        ${other ? option(other) : ''}
        ${offered.map((level) => html`<optgroup label=${t(`levels.${level}`)}>${lists[level].filter(Boolean).map(option)}</optgroup>`)}
      </select></label>`;
  }
}

customElements.define('bp-area-picker', AreaPicker);
