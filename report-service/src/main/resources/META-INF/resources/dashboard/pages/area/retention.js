import { html } from 'lit';
import * as format from '../../core/format.js';
import { Scale } from '../../core/scale.js';
import { t } from '../../core/texts.js';
import { csv, save } from '../../core/files.js';
import { Section } from '../../parts/section.js';

const FIRST_YEAR = 2014;

/** Who stayed: of those who lived here in one year, the part that lives here in another. A table whose cells are coloured. */
class Retained extends Section {
  lines = 14;

  get #years() {
    const last = Number(this.date.slice(0, 4));
    return Array.from({ length: last - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at);
  }

  #pairs() {
    return this.#years.flatMap((from) => this.#years.filter((to) => to > from).map((to) => ({ from, to })));
  }

  paths() {
    return this.#pairs().map(({ from, to }) => `/v1/areas/${this.area.code}/retention?from=${from}-01-01&to=${to}-01-01`);
  }

  content(...answers) {
    const pairs = this.#pairs().map((pair, at) => ({ ...answers[at], ...pair }));
    const shares = pairs.map(({ share }) => share).filter((share) => share !== null && share !== undefined);
    if (!shares.length) return html`<p class="empty">${t('retention.none')}</p>`;
    const scale = new Scale(shares, { method: 'natural' });
    const of = (from, to) => pairs.find((pair) => pair.from === from && pair.to === to);
    const tos = this.#years.slice(1);
    return html`<figure class="chart-box">
      <figcaption><h3>${t('retention.title')}</h3><div class="chart-tools row">
        <button class="button small" @click=${() => save(csv(
          ['from', 'to', 'residents', 'stayed', 'moved', 'died', 'share'].map((label) => ({ label, text: (row) => row[label] })), pairs), 'buurtpuls-retention.csv')}>CSV</button></div></figcaption>
      <p class="small soft">${t('retention.how')}</p>
      <div class="table triangle" role="region" tabindex="0" aria-label=${t('retention.title')}><table>
        <thead><tr><th scope="col">${t('retention.corner')}</th>${tos.map((to) => html`<th scope="col" class="number">${to}</th>`)}</tr></thead>
        <tbody>${this.#years.slice(0, -1).map((from) => html`<tr><th scope="row" class="number">${from}</th>
          ${tos.map((to) => (to > from ? this.#cell(of(from, to), scale) : html`<td class="gap"></td>`))}</tr>`)}</tbody>
      </table></div>
      <details class="small"><summary>${t('definition')}</summary><p>${t('retention.note')}</p>
        <p><a href=${this.paths()[0]}><code>GET ${this.paths()[0]}</code></a></p></details>
    </figure>`;
  }

  #cell(pair, scale) {
    if (pair.share === null || pair.share === undefined) return html`<td class="withheld-cell">${pair.suppressed ? t('suppressed') : '–'}</td>`;
    const exact = t('retention.cell', { stayed: format.value(pair.stayed, 'x'), moved: format.value(pair.moved, 'x'), died: format.value(pair.died, 'x'), residents: format.value(pair.residents, 'x') });
    return html`<td class="${scale.colour(pair.share)} number" title=${exact}>${format.axis(pair.share, 'share')}</td>`;
  }
}

customElements.define('bp-area-retention', Retained);
