import { html } from 'lit';
import * as format from '../../core/format.js';
import { Scale } from '../../core/scale.js';
import { t } from '../../core/texts.js';
import '../../parts/chart.js';
import { fields } from '../../parts/chart-options.js';
import { Section } from '../../parts/section.js';

const FIRST_YEAR = Number(format.FIRST_DAY.slice(0, 4));
const PARTS = ['residents', 'stayed', 'moved', 'died'];

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
    const shares = pairs.map(({ share }) => share).filter(isKnown);
    if (!shares.length) return html`<p class="empty">${t(pairs.some(isWithheld) ? 'withheld.why' : 'retention.none')}</p>`;
    const scale = new Scale(shares, { method: 'natural' });
    const of = (from, to) => pairs.find((pair) => pair.from === from && pair.to === to);
    const [froms, tos] = [this.#years.slice(0, -1), this.#years.slice(1)];
    const table = html`<div class="table triangle" role="region" tabindex="0" aria-label=${t('retention.title')}><table>
      <thead><tr><th scope="col">${t('retention.corner')}</th>${tos.map((to) => html`<th scope="col" class="number">${to}</th>`)}</tr></thead>
      <tbody>${froms.map((from) => html`<tr><th scope="row" class="number">${from}</th>
        ${tos.map((to) => (to > from ? this.#cell(of(from, to), scale) : html`<td class="gap"></td>`))}</tr>`)}</tbody>
    </table></div>`;
    return html`<bp-chart .heading=${t('retention.title')} .lead=${t('retention.how')} .note=${t('retention.note')} .calls=${this.paths()} .content=${table}
      .option=${fields(froms.map(String), tos.map(String), pairs.map((pair) => this.#field(pair, scale)))}
      .columns=${[
        { label: t('retention.from'), text: (row) => String(row.from) },
        { label: t('retention.to'), text: (row) => String(row.to) },
        ...PARTS.map((part) => ({ label: t(`retention.${part}`), numeric: true, text: (row) => count(row[part]), sort: (row) => row[part] })),
        { label: t('part'), numeric: true, text: (row) => (isKnown(row.share) ? format.value(row.share, 'share') : t(isWithheld(row) ? 'suppressed' : 'none')), sort: (row) => row.share },
      ]} .rows=${pairs}></bp-chart>`;
  }

  #cell(pair, scale) {
    if (!isKnown(pair.share)) {
      return isWithheld(pair)
        ? html`<td class="withheld-cell" title=${t('withheld.why')}><span class="unseen">${t('suppressed')}</span></td>`
        : html`<td class="gap">–</td>`;
    }
    return html`<td class="${scale.colour(pair.share)} number" title=${this.#exact(pair)}>${format.axis(pair.share, 'share')}</td>`;
  }

  #exact(pair) {
    return t('retention.cell', Object.fromEntries(PARTS.map((part) => [part, count(pair[part])])));
  }

  #field(pair, scale) {
    const [column, row] = [String(pair.to), String(pair.from)];
    if (!isKnown(pair.share)) return { column, row, text: isWithheld(pair) ? '•' : '–', fill: 'hatch-ground', ink: 'ink' };
    const colour = scale.colour(pair.share);
    return { column, row, text: format.axis(pair.share, 'share'), fill: colour, ink: `${colour}-ink` };
  }
}

const isKnown = (amount) => amount !== null && amount !== undefined;
/** There were residents, or it is not even told how many; yet no share is given. */
const isWithheld = ({ share, residents, suppressed }) => !isKnown(share) && (suppressed || residents !== 0);
const count = (amount) => (isKnown(amount) ? format.integer(amount) : t('suppressed'));

customElements.define('bp-area-retention', Retained);
