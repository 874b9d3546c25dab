import { html } from 'lit';
import { SCHEMES } from '../../core/catalogue.js';
import * as format from '../../core/format.js';
import { state } from '../../core/state.js';
import { t } from '../../core/texts.js';
import '../../parts/chart.js';
import { compared, lines } from '../../parts/chart-options.js';
import { choice } from '../../parts/fields.js';
import { Section } from '../../parts/section.js';

const DURATIONS = ['under-2y', '2y-to-5y', 'over-5y'];
const TENURES = ['housing-corporation', 'private-rental', 'owner-occupied'];
const FROM = ['same-region', 'same-province', 'rest-of-country', 'abroad'];

/** Benefits of one scheme: how many, for how long, and where those who had it when they settled came from. */
class Benefits extends Section {
  lines = 16;

  get scheme() {
    return SCHEMES.includes(state.get('scheme')) ? state.get('scheme') : SCHEMES[0];
  }

  paths() {
    return [
      this.series(`${this.scheme}.recipients.share`, format.FIRST_DAY, 'month'),
      this.series(`${this.scheme}.minors.share`, format.FIRST_DAY, 'month'),
      ...DURATIONS.map((each) => this.series(`${this.scheme}.duration.${each}`, format.FIRST_DAY, 'month')),
      `/v1/areas/${this.area.code}/snapshot?date=${this.date}`,
    ];
  }

  content(share, minors, under, between, over, snapshot) {
    const paths = this.paths();
    const day = { label: t('day'), text: (row) => format.shortDate(row.date), sort: (row) => row.date };
    const both = [share, minors].map((series) => ({ name: t(series.indicator.split('.')[1]), points: series.points }));
    const durations = [over, between, under].map((series) => ({ name: t(series.indicator.split('.').slice(1).join('.')), points: series.points }));
    const joined = (list) => list[0].points.map((point, at) => ({ date: point.date, points: list.map(({ points }) => points[at]) }));
    const columns = (list, unit) => [day, ...list.map(({ name }, at) => ({ label: name, numeric: true, text: (row) => format.figure(row.points[at], unit), sort: (row) => row.points[at]?.value }))];
    const from = FROM.map((each) => ({ id: each, name: t(`class.${each}`), point: snapshot.indicators[`${this.scheme}.since-settlement.from.${each}`] }));
    const tenures = TENURES.map((each) => ({ name: t(`tenure.${each}`), point: snapshot.indicators[`${this.scheme}.tenure.${each}.share`] }));
    return html`
      ${choice(t('scheme'), SCHEMES, this.scheme, (each) => t(`section.${each}`), (each) => state.set({ scheme: each }))}
      <div class="charts">
        <bp-chart .heading=${t('benefits.shares')} .note=${this.definition(share.indicator, minors.indicator)} .calls=${paths.slice(0, 2)}
          .option=${lines(both, 'share', { zero: true })} .columns=${columns(both, 'share')} .rows=${joined(both)}></bp-chart>
        <bp-chart .heading=${t('benefits.durations')} .note=${this.definition(over.indicator, between.indicator, under.indicator)} .calls=${paths.slice(2, 5)}
          .option=${lines(durations, 'persons', { stacked: true })} .columns=${columns(durations, 'persons')} .rows=${joined(durations)}></bp-chart>
        <bp-chart short .heading=${t('benefits.from')} .note=${this.definition(`${this.scheme}.since-settlement`)} .calls=${[paths[5]]}
          .option=${compared(from.map(({ name, point }) => ({ name, value: point?.value ?? null, text: format.figure(point, 'persons') })), t('persons'))}
          .columns=${[
            { label: t('distance'), text: (row) => row.name },
            { label: t('persons'), numeric: true, text: (row) => format.figure(row.point, 'persons'), sort: (row) => row.point?.value },
          ]} .rows=${from}></bp-chart>
        <bp-chart short .heading=${t('benefits.tenure')} .note=${this.definition(...TENURES.map((each) => `${this.scheme}.tenure.${each}.share`))} .calls=${[paths[5]]}
          .option=${compared(tenures.map(({ name, point }) => ({ name, value: point?.value ?? null, text: format.figure(point, 'share') })), t('part'))}
          .columns=${[
            { label: t('tenure'), text: (row) => row.name },
            { label: t('part'), numeric: true, text: (row) => format.figure(row.point, 'share'), sort: (row) => row.point?.value },
          ]} .rows=${tenures}></bp-chart>
      </div>`;
  }
}

customElements.define('bp-area-benefits', Benefits);
