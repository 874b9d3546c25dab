import { html } from 'lit';
import { write } from '../../core/api.js';
import { shortName } from '../../core/catalogue.js';
import * as format from '../../core/format.js';
import { Loaded, problem, waiting } from '../../core/loaded.js';
import { t } from '../../core/texts.js';
import '../../parts/area-map.js';
import { Part } from '../../parts/part.js';

const PAUSE = 400;

/** Two colours: on the right side of the line, and beyond it. */
class Line {
  constructor({ direction, threshold }) {
    this.beyond = (value) => (direction === 'above' ? value > threshold : value < threshold);
  }

  colour(value) {
    return this.beyond(value) ? 'd0' : 'd2';
  }
}

/** What a rule would say: today on the map, and, where the service can tell, in all of the past. */
class RulePreview extends Part {
  static properties = { rule: { attribute: false }, catalogue: { attribute: false }, tree: { attribute: false }, past: { state: true }, refused: { state: true } };

  map = new Loaded(this);

  willUpdate(before) {
    const { level, within, indicator } = this.rule;
    const map = (id) => `/v1/map?level=${level}${within && level !== 'municipality' ? `&within=${within}` : ''}&indicator=${id}`;
    if (this.#isPlain) this.map.want(map(indicator), map('population'));
    if (!before.has('rule')) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#try(), PAUSE);
  }

  async #try() {
    const asked = this.rule;
    const answer = await write('POST', '/v1/alert-rules/preview', { ...asked, id: asked.id || 'preview' }).then((past) => ({ past }), (refused) => ({ refused }));
    if (asked !== this.rule) return;
    this.past = answer.past;
    this.refused = answer.refused;
  }

  /** Only a rule on the figure itself is held against the map here. Changes and ranks are for the service to tell. */
  get #isPlain() {
    return !this.rule.change && !this.rule.rank;
  }

  render() {
    return html`<div class="map-box"><h2 class="label">${t('preview')}</h2>
      ${this.#isPlain ? this.#today() : this.#told()}
      ${this.past ? html`<h3 class="spaced">${t('preview.past', { n: this.past.areas.reduce((sum, { alerts }) => sum + alerts.length, 0), areas: this.past.areas.length })}</h3>
        <ul class="small">${this.past.areas.slice(0, 12).map((area) => html`<li>${shortName(area.name)}: ${area.alerts.map((each) => `${format.shortDate(each.since)} – ${each.resolvedOn ? format.shortDate(each.resolvedOn) : t('today').toLowerCase()}`).join('; ')}</li>`)}</ul>` : ''}
    </div>`;
  }

  /** Today on the map; a service that cannot try the rule, or a reader who may not, leaves it alone. */
  #today() {
    return this.map.show((map, residents) => {
      const unit = this.catalogue.unit(this.rule.indicator);
      const line = new Line(this.rule);
      const enough = new Set(residents.features.filter(({ properties }) => properties.value >= this.rule.minimumPopulation).map(({ id }) => id));
      const counted = { ...map, features: map.features.map((each) => (enough.has(each.id) ? each : { ...each, properties: { ...each.properties, value: null } })) };
      const hit = counted.features.map((each) => each.properties).filter(({ value }) => value !== null && line.beyond(value)).sort((a, b) => b.value - a.value);
      return html`<p role="status"><strong>${t('preview.today', { n: hit.length, of: map.features.length })}</strong></p>
        <bp-area-map .map=${counted} .scale=${line} .name=${t('preview')}></bp-area-map>
        <p class="small soft">${hit.slice(0, 8).map((each) => `${shortName(each.name)} ${format.value(each.value, unit)}`).join(' · ')}</p>`;
    });
  }

  /** What the service says of today: which areas have an alert that is not over. */
  #told() {
    if (!this.past) return this.refused ? problem(this.refused) : waiting(2);
    const hit = this.past.areas.filter(({ alerts }) => alerts.some(({ resolvedOn }) => !resolvedOn));
    return html`<p role="status"><strong>${t('preview.now', { n: hit.length })}</strong></p>
      <p class="small soft">${hit.slice(0, 8).map(({ name }) => shortName(name)).join(' · ')}</p>`;
  }
}

customElements.define('bp-rule-preview', RulePreview);
