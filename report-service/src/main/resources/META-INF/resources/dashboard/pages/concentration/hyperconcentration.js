import { html } from 'lit';
import { shortName } from '../../core/catalogue.js';
import * as format from '../../core/format.js';
import { state } from '../../core/state.js';
import { t } from '../../core/texts.js';
import '../../parts/chart.js';
import { compared, lines } from '../../parts/chart-options.js';
import { Section } from '../../parts/section.js';

const SHOWN = 10;
/** From this part of the adults on, recipients live hyperconcentrated (indicator's definition). */
const LIMIT = 0.2;

/** The part of recipients who live in buurten where at least one adult in five is one; over time, and which buurten come near. */
class Hyperconcentration extends Section {
  static properties = { ...Section.properties, scheme: {} };

  lines = 12;

  paths() {
    return [
      this.series(`${this.scheme}.hyperconcentration`, format.FIRST_DAY, 'month'),
      `/v1/indicators/${this.scheme}.recipients.share/ranking?level=buurt&within=${this.area.code}&date=${this.date}`,
    ];
  }

  content(series, ranking) {
    const calls = this.paths();
    const name = this.label(series.indicator);
    const nearest = ranking.areas.filter(({ value }) => value !== null).slice(0, SHOWN);
    return html`<div class="charts">
      <bp-chart .heading=${name} .note=${this.definition(series.indicator)} .calls=${calls.slice(0, 1)}
        .option=${lines([{ name, points: series.points }], 'share', { zero: true })}
        .columns=${[
          { label: t('day'), text: (row) => format.shortDate(row.date), sort: (row) => row.date },
          { label: name, numeric: true, text: (row) => format.figure(row, 'share'), sort: (row) => row.value },
        ]} .rows=${series.points}></bp-chart>
      <bp-chart .heading=${t('hyper.nearest')} .lead=${t('hyper.limit')} .note=${this.definition(ranking.indicator)} .calls=${calls.slice(1)}
        .option=${compared(nearest.map((each) => ({ name: shortName(each.name), value: each.value, text: format.figure(each, 'share') })), this.label(ranking.indicator),
          { limit: LIMIT, hue: ({ value }) => (value >= LIMIT ? 'c1' : 'c0') })}
        .columns=${[
          { label: t('levels.buurt'), text: (row) => shortName(row.name), href: (row) => state.page('area', { area: row.code }) },
          { label: this.label(ranking.indicator), numeric: true, text: (row) => format.figure(row, 'share'), sort: (row) => row.value },
          { label: t('persons'), numeric: true, text: (row) => format.value(row.numerator, 'x'), sort: (row) => row.numerator },
        ]} .rows=${ranking.areas}></bp-chart>
    </div>`;
  }
}

customElements.define('bp-hyperconcentration', Hyperconcentration);
