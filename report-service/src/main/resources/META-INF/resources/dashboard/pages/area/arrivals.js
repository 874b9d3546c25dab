import { html } from 'lit';
import * as format from '../../core/format.js';
import { t } from '../../core/texts.js';
import '../../parts/chart.js';
import { bars, lines } from '../../parts/chart-options.js';
import { Section } from '../../parts/section.js';

const SHARES = ['adult-arrivals.low-income.share', 'adult-arrivals.social-assistance.share', 'adult-arrivals.disability.share'];

/** The adults who settled, year by year: how many, and how many with a low income or a benefit. */
class Arrivals extends Section {
  lines = 12;

  paths() {
    return ['adult-arrivals', ...SHARES].map((id) => this.series(`${id}.1y`, '2015-01-01', 'year'));
  }

  content(all, ...shares) {
    const paths = this.paths();
    const year = (point) => String(Number(point.date.slice(0, 4)) - 1);
    const series = shares.map(({ points }, at) => ({ name: t(SHARES[at]), points }));
    const rows = all.points.map((point, at) => ({ year: year(point), all: point, shares: shares.map(({ points }) => points[at]) }));
    return html`<div class="charts">
      <bp-chart .heading=${this.label('adult-arrivals')} .note=${this.definition('adult-arrivals')} .calls=${paths.slice(0, 1)}
        .option=${bars(rows.map((row) => row.year), [{ name: this.label('adult-arrivals'), values: all.points.map(({ value }) => value) }], 'persons')}
        .columns=${[{ label: t('year'), text: (row) => row.year }, { label: this.label('adult-arrivals'), numeric: true, text: (row) => format.figure(row.all, 'persons'), sort: (row) => row.all.value }]}
        .rows=${rows}></bp-chart>
      <bp-chart .heading=${t('arrivals.shares')} .note=${`${this.definition(...SHARES)} ${t('yearBefore')}`} .calls=${paths.slice(1)}
        .option=${lines(series, 'share', { zero: true, months: false, years: rows.map((row) => row.year) })}
        .columns=${[{ label: t('year'), text: (row) => row.year }, ...SHARES.map((id, at) => ({ label: this.label(id), numeric: true, text: (row) => format.figure(row.shares[at], 'share'), sort: (row) => row.shares[at]?.value }))]}
        .rows=${rows}></bp-chart>
    </div>`;
  }
}

customElements.define('bp-area-arrivals', Arrivals);
