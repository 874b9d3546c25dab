import { html } from 'lit';
import * as format from '../../core/format.js';
import { t } from '../../core/texts.js';
import '../../parts/chart.js';
import { bars, lines } from '../../parts/chart-options.js';
import { Section } from '../../parts/section.js';

const FLOWS = ['arrivals', 'internal-arrivals', 'departures', 'internal-departures', 'births', 'deaths'];
const FIRST_WHOLE_YEAR = '2015-01-01';

/** How many live here over time, and how many come and go in each calendar year. */
class Population extends Section {
  lines = 14;

  paths() {
    return [
      this.series('population', format.FIRST_DAY, 'month'),
      ...FLOWS.map((id) => this.series(`${id}.1y`, FIRST_WHOLE_YEAR, 'year')),
    ];
  }

  content(population, ...flows) {
    const paths = this.paths();
    const name = this.label('population');
    const years = flows[0].points.map(({ date }) => String(Number(date.slice(0, 4)) - 1));
    const values = flows.map(({ points }) => points.map(({ value }) => value));
    const out = (list) => list.map((value) => (value === null ? null : -value));
    const net = years.map((_, at) => (values.slice(0, 4).every((list) => list[at] !== null) ? values[0][at] + values[1][at] - values[2][at] - values[3][at] : null));
    const series = FLOWS.slice(0, 4).map((id, at) => ({ name: this.label(id), stack: 'moves', hue: at < 2 ? 'c0' : 'c1', pale: at % 2 === 1, values: at < 2 ? values[at] : out(values[at]) }));
    const rows = years.map((year, at) => ({ year, points: flows.map(({ points }) => points[at]), net: net[at] }));
    return html`<div class="charts">
      <bp-chart .heading=${name} .note=${this.definition('population')} .calls=${[paths[0]]}
        .summary=${this.#summary(population.points)}
        .option=${lines([{ name, points: population.points }], 'persons')}
        .columns=${[
          { label: t('day'), text: (row) => format.shortDate(row.date), sort: (row) => row.date },
          { label: name, numeric: true, text: (row) => format.figure(row, 'persons'), sort: (row) => row.value },
        ]} .rows=${population.points}></bp-chart>
      <bp-chart .heading=${t('inAndOut')} .note=${`${this.definition(...FLOWS)} ${t('inAndOut.note')}`} .calls=${paths.slice(1)}
        .option=${bars(years, series, 'moves')}
        .columns=${[
          { label: t('year'), text: (row) => row.year },
          ...FLOWS.map((id, at) => ({ label: this.label(id), numeric: true, text: (row) => format.figure(row.points[at], 'moves'), sort: (row) => row.points[at].value })),
          { label: t('net'), numeric: true, text: (row) => format.change(row.net, 'moves'), sort: (row) => row.net },
        ]} .rows=${rows}></bp-chart>
    </div>`;
  }

  #summary(points) {
    const known = points.filter(({ value }) => value !== null);
    if (!known.length) return '';
    const [first, last] = [known[0], known[known.length - 1]];
    return t('fromTo', { from: format.value(first.value, 'persons'), first: format.date(first.date), to: format.value(last.value, 'persons'), last: format.date(last.date) });
  }
}

customElements.define('bp-area-population', Population);
