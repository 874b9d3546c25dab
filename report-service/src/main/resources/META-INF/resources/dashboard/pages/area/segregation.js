import { html } from 'lit';
import { SCHEMES } from '../../core/catalogue.js';
import * as format from '../../core/format.js';
import { state } from '../../core/state.js';
import { t } from '../../core/texts.js';
import '../../parts/chart.js';
import { lines } from '../../parts/chart-options.js';
import { choice } from '../../parts/fields.js';
import { Section } from '../../parts/section.js';

const INDICES = ['dissimilarity', 'isolation', 'gini', 'theil', 'eta2', 'atkinson', 'adjustedDissimilarity'];
const YEARS = [-10, -9, -8, -7, -6, -5, -4, -3, -2, -1, 0];

/** How unevenly recipients live over the buurten, over time, with the interval within which chance alone would move it. */
class Segregation extends Section {
  lines = 12;

  get index() {
    return INDICES.includes(state.get('index')) ? state.get('index') : INDICES[0];
  }

  get scheme() {
    return SCHEMES.includes(state.get('scheme')) ? state.get('scheme') : SCHEMES[0];
  }

  paths() {
    return YEARS.map((years) => format.yearsFrom(this.date, years)).filter((date) => date >= format.FIRST_DAY)
      .map((date) => `/v1/areas/${this.area.code}/segregation?group=${this.scheme}&unit=buurt&date=${date}`);
  }

  content(...answers) {
    const points = answers.map(({ date, indices }) => ({ date, ...indices[this.index] })).map((point) => ({ ...point, raw: point.value, value: point.corrected ?? point.value ?? null }));
    const known = points.filter(({ value }) => value !== null);
    const name = t(`index.${this.index}`);
    return html`
      <div class="controls">${choice(t('index'), INDICES, this.index, (each) => t(`index.${each}`), (each) => state.set({ index: each }))}</div>
      ${known.length ? html`<div class="charts"><bp-chart .heading=${`${name}: ${t(`section.${this.scheme}`).toLowerCase()}`} .lead=${t(`index.${this.index}.what`)} .note=${t('index.interval')} .calls=${this.paths()}
        .option=${lines([{ name, points: known }], 'number', { zero: true, months: false })}
        .columns=${[
          { label: t('day'), text: (row) => format.shortDate(row.date), sort: (row) => row.date },
          ...['value', 'low', 'high', 'raw'].map((key) => ({ label: t(`index.${key}`), numeric: true, text: (row) => format.value(row[key], 'number'), sort: (row) => row[key] })),
        ]} .rows=${points}></bp-chart></div>` : html`<p class="empty">${t('index.none')}</p>`}`;
  }
}

customElements.define('bp-area-segregation', Segregation);
