import { html } from 'lit';
import { shortName } from '../../core/catalogue.js';
import * as format from '../../core/format.js';
import { t } from '../../core/texts.js';
import '../../parts/chart.js';
import { lines } from '../../parts/chart-options.js';
import { Section } from '../../parts/section.js';

/** The part of recipients who live in buurten where at least one adult in five is one; over time, and which buurten come near. */
class Hyperconcentration extends Section {
  static properties = { ...Section.properties, scheme: {} };

  lines = 12;

  paths() {
    return [
      this.series(`${this.scheme}.hyperconcentration`, '2014-01-01', 'month'),
      `/v1/indicators/${this.scheme}.recipients.share/ranking?level=buurt&within=${this.area.code}&date=${this.date}`,
    ];
  }

  content(series, ranking) {
    const calls = this.paths();
    const name = this.label(series.indicator);
    return html`<div class="charts">
      <bp-chart .heading=${name} .note=${this.definition(series.indicator)} .calls=${calls.slice(0, 1)}
        .option=${lines([{ name, points: series.points }], 'share', { zero: true })}
        .columns=${[
          { label: t('day'), text: (row) => format.shortDate(row.date), sort: (row) => row.date },
          { label: name, numeric: true, text: (row) => format.figure(row, 'share'), sort: (row) => row.value },
        ]} .rows=${series.points}></bp-chart>
      <div class="chart-box"><h3>${t('hyper.nearest')}</h3><p class="small soft">${t('hyper.limit')}</p>
        <bp-table .caption=${t('hyper.nearest')} .rows=${ranking.areas.slice(0, 10)} .columns=${[
          { label: t('levels.buurt'), text: (row) => shortName(row.name) },
          { label: this.label(ranking.indicator), numeric: true, text: (row) => format.figure(row, 'share'), sort: (row) => row.value },
          { label: t('persons'), numeric: true, text: (row) => format.value(row.numerator, 'x'), sort: (row) => row.numerator },
        ]}></bp-table></div>
    </div>`;
  }
}

customElements.define('bp-hyperconcentration', Hyperconcentration);
