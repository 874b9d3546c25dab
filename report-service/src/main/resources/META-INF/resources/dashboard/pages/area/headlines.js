import { html } from 'lit';
import * as format from '../../core/format.js';
import { state } from '../../core/state.js';
import { t } from '../../core/texts.js';
import { Section } from '../../parts/section.js';

const HEADLINES = [
  'population', 'turnover.rate', 'retention.5y', 'social-assistance.recipients.share', 'social-assistance.minors.share',
  'social-minimum-120.households.share', 'adult-arrivals.low-income.share', 'adult-arrivals.social-assistance.share',
];

/** The figures that are looked at first, each with its change over a year and its place among its like. */
class Headlines extends Section {
  lines = 5;

  paths() {
    const { code, level, parents } = this.area;
    const home = parents.find((each) => each.startsWith('GM'));
    const ranked = ['buurt', 'wijk'].includes(level) && home;
    return [
      `/v1/areas/${code}/snapshot?date=${this.date}`,
      `/v1/areas/${code}/snapshot?date=${format.yearsFrom(this.date, -1)}`,
      ...(ranked ? HEADLINES.map((id) => `/v1/indicators/${id}/ranking?level=${level}&within=${home}&date=${this.date}`) : []),
    ];
  }

  content(now, before, ...rankings) {
    return html`<h2 class="unseen">${t('headlines')}</h2><ul class="cards">${HEADLINES.map((id, at) => this.#card(id, now.indicators[id], before.indicators[id], rankings[at]))}</ul>`;
  }

  #card(id, point, before, ranking) {
    const unit = this.catalogue.unit(id);
    const known = point?.value !== null && point?.value !== undefined;
    const difference = known && before?.value !== null && before?.value !== undefined ? point.value - before.value : null;
    const place = ranking?.areas.find(({ code }) => code === this.area.code)?.rank;
    return html`<li class="card">
      <h3>${this.label(id)}</h3>
      <p class="figure number ${known ? '' : 'soft'}">${format.figure(point, unit)}</p>
      ${difference !== null ? html`<p class="small number">${t('overAYear', { change: format.change(difference, unit) })}</p>` : ''}
      ${place ? html`<p class="small soft number">${t('rank.short', { rank: place, of: ranking.areas.filter(({ rank }) => rank).length })}</p>` : ''}
      ${!known && point?.suppressed ? html`<p class="small soft">${t('withheld.why')}</p>` : ''}
      <details class="small"><summary>${t('definition')}</summary><p>${this.catalogue.of(id)?.definition}</p>
        <p><a href=${state.page('map', { indicator: id, ...(['buurt', 'wijk'].includes(this.area.level) ? { level: this.area.level } : {}) })}>${t('onTheMap')}</a> ·
          <a href=${`/v1/areas/${this.area.code}/snapshot?date=${this.date}`}>${t('api')}</a></p></details>
    </li>`;
  }
}

customElements.define('bp-headlines', Headlines);
