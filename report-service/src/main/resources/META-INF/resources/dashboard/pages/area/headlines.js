import { html, svg } from 'lit';
import * as format from '../../core/format.js';
import { state } from '../../core/state.js';
import { t } from '../../core/texts.js';
import { Section } from '../../parts/section.js';

const HEADLINES = [
  'population', 'turnover.rate', 'retention.5y', 'social-assistance.recipients.share', 'social-assistance.minors.share',
  'social-minimum-120.households.share', 'adult-arrivals.low-income.share', 'adult-arrivals.social-assistance.share',
];

/** Years that a headline's line goes back. */
const COURSE = 5;

/** The figures that are looked at first, each with its change over a year and its place among its like. */
class Headlines extends Section {
  lines = 5;

  paths() {
    const { code, level, parents } = this.area;
    const home = parents.find((each) => each.startsWith('GM'));
    // Those of a municipality that is known as a whole; of others there are only those who moved to or from it.
    const ranked = ['buurt', 'wijk'].includes(level) && home;
    return [
      `/v1/areas/${code}/snapshot?date=${this.date}`,
      `/v1/areas/${code}/snapshot?date=${format.yearsFrom(this.date, -1)}`,
      ...HEADLINES.map((id) => this.series(id, format.yearsFrom(this.date, -COURSE), 'month')),
      ...(ranked ? HEADLINES.map((id) => `/v1/indicators/${id}/ranking?level=${level}&within=${home}&date=${this.date}`) : []),
    ];
  }

  /** Shows the snapshot if it is of the day that is shown; gives whether it is another. */
  tell(snapshot) {
    const shown = this.answers.values?.[0];
    if (shown?.area !== snapshot.area || shown.date !== snapshot.date) return false;
    if (JSON.stringify(shown.indicators) === JSON.stringify(snapshot.indicators)) return false;
    this.answers.put(0, snapshot);
    return true;
  }

  content(now, before, ...more) {
    return html`<h2 class="unseen">${t('headlines')}</h2>
      ${now.date === this.date ? '' : html`<p class="small soft as-of">${t('asOf', { date: format.date(now.date) })}</p>`}
      ${['group', 'municipality'].includes(this.area.level) ? html`<p class="small soft as-of">${t(`rank.none.${this.area.level}`)}</p>` : ''}
      <ul class="cards">${HEADLINES.map((id, at) => this.#card(id, now.indicators[id], before.indicators[id], more[at], more[HEADLINES.length + at]))}</ul>`;
  }

  #card(id, point, before, course, ranking) {
    const unit = this.catalogue.unit(id);
    const known = isKnown(point);
    const difference = known && isKnown(before) ? point.value - before.value : null;
    const place = ranking?.areas.find(({ code }) => code === this.area.code)?.rank;
    const places = ranking?.areas.filter(({ rank }) => rank).length;
    return html`<li class="card">
      <h3>${this.catalogue.fullLabel(id)}</h3>
      <p class="figure number ${known ? '' : 'unknown'}">${format.figure(point, unit)}</p>
      ${known && format.counted(unit) ? html`<p class="small soft">${format.counted(unit)}</p>` : ''}
      ${known ? spark(course.points) : ''}
      ${!known && point?.suppressed ? html`<p class="small soft">${t('withheld.why')}</p>` : ''}
      ${difference === null ? '' : html`<p class="small number">${t('overAYear', { change: format.change(difference, unit) })}</p>`}
      ${place && places > 1 ? html`<p class="small soft number">${t('rank.short', { rank: place, of: places })}</p>` : ''}
      <details class="small"><summary>${t('definition.short')}<span class="unseen">: ${this.label(id)}</span></summary><p>${this.catalogue.of(id)?.definition}</p>
        <p><a href=${state.page('map', { indicator: id, ...(['buurt', 'wijk'].includes(this.area.level) ? { level: this.area.level } : {}) })}>${t('onTheMap')}</a> ·
          <a href=${this.paths()[0]}>${t('api')}</a></p></details>
    </li>`;
  }
}

const isKnown = (point) => point?.value !== null && point?.value !== undefined;

/** The course of a figure in the years before, as one line without numbers: those are in the chapters below. */
function spark(points) {
  const known = points.map(({ value }, at) => ({ value, at })).filter(isKnown);
  if (known.length < 3) return '';
  const values = known.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (at) => 2 + (at / (points.length - 1)) * 116;
  const y = (value) => (high === low ? 14 : 25 - ((value - low) / (high - low)) * 22);
  const last = known[known.length - 1];
  return html`<svg class="spark" viewBox="0 0 122 28" aria-hidden="true">
    ${svg`<polyline points=${known.map(({ value, at }) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ')}></polyline>
      <circle cx=${x(last.at)} cy=${y(last.value)} r="2.5"></circle>`}</svg>`;
}

customElements.define('bp-headlines', Headlines);
