import { html } from 'lit';
import { shortName } from '../../core/catalogue.js';
import * as format from '../../core/format.js';
import { state } from '../../core/state.js';
import { t } from '../../core/texts.js';
import '../../parts/data-table.js';
import { Section } from '../../parts/section.js';

/** What others have published about the area, each with its source and period, and the areas that it is made of. */
class Context extends Section {
  paths() {
    return [`/v1/areas/${this.area.code}`];
  }

  content({ context, children }) {
    const amount = (row) => {
      if (row.unit === '%') return format.value(row.value / 100, 'share');
      return row.unit === 'EUR' ? format.value(row.value, 'EUR') : `${format.value(row.value, 'x')} ${/^[a-z]/.test(row.unit) ? row.unit : ''}`;
    };
    return html`
      ${context.length ? html`<bp-table .caption=${t('chapter.context')} .rows=${context} .columns=${[
        { label: t('figure'), text: (row) => row.label },
        { label: t('value'), numeric: true, text: amount, sort: (row) => row.value },
        { label: t('period'), text: (row) => row.period.replace(/^\.\.\//, '≤ ') },
        { label: t('source'), text: (row) => row.source },
      ]}></bp-table><p class="small below"><a href=${this.paths()[0]}><code>GET ${this.paths()[0]}</code></a></p>` : html`<p class="empty">${t('context.none')}</p>`}
      ${children.length ? html`<h3 class="spaced">${t('madeOf')}</h3><ul class="places">${children.map((child) => html`<li><a href=${state.href({ area: child.code })}>${shortName(child.name)}</a></li>`)}</ul>` : ''}`;
  }
}

customElements.define('bp-area-context', Context);
