import { LitElement, html } from 'lit';
import { announce } from '../core/announce.js';
import { areas, catalogue, shortName } from '../core/catalogue.js';
import * as format from '../core/format.js';
import { Live } from '../core/live.js';
import { Loaded, problem, waiting } from '../core/loaded.js';
import { Scale } from '../core/scale.js';
import { FollowsState, state } from '../core/state.js';
import { spoken, t } from '../core/texts.js';
import '../parts/area-map.js';
import '../parts/data-table.js';
import '../parts/indicator-picker.js';
import '../parts/map-legend.js';
import '../parts/protection.js';
import '../parts/time-slider.js';
import { mapTable } from './map-table.js';

const FIRST_INDICATOR = 'social-assistance.recipients.share';
const LEVELS = ['buurt', 'wijk', 'municipality'];
const FIRST_DAY = '2014-01-01';
const METHODS = ['quantile', 'natural'];
const FLASH = 1700;

/** One indicator of all areas of a level, on one day or on two side by side; as a map or as a table. */
class MapPage extends LitElement {
  static properties = { setting: { state: true }, failed: { state: true }, looked: { state: true }, changed: { state: true } };

  maps = new Loaded(this);

  constructor() {
    super();
    new FollowsState(this);
    this.addEventListener('look', ({ detail }) => (this.looked = detail));
    this.byKey = (event) => {
      if (event.key === 't' && !event.ctrlKey && !event.metaKey && !/INPUT|SELECT|TEXTAREA/.test(event.target.tagName)) this.#turn();
    };
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.byKey);
    this.#set();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.byKey);
    this.live?.stop();
  }

  async #set() {
    try {
      const [known, tree] = await Promise.all([catalogue(), areas()]);
      this.setting = { catalogue: known, tree, language: spoken() };
      this.failed = undefined;
    } catch (error) {
      this.failed = error;
      setTimeout(() => this.isConnected && this.#set(), 2500);
    }
  }

  get level() {
    return LEVELS.includes(state.get('level')) ? state.get('level') : 'buurt';
  }

  get indicator() {
    return state.get('indicator', FIRST_INDICATOR);
  }

  willUpdate() {
    if (!this.setting) return;
    if (this.setting.language !== spoken()) this.#set();
    this.maps.want(this.#path(state.get('date')), ...(state.get('with') ? [this.#path(state.get('with'))] : []));
    this.#follow();
  }

  #path(date) {
    const within = this.level === 'municipality' ? '' : `&within=${state.get('within', this.setting.tree.home)}`;
    return `/v1/map?level=${this.level}${within}&indicator=${this.indicator}${date ? `&date=${date}` : ''}`;
  }

  /** Today's map follows the stream; one of another day changes by corrections alone, and is read anew when asked for. */
  #follow() {
    const wanted = this.maps.values && !state.get('date') ? this.maps.values[0].features.map((each) => each.id) : [];
    if (wanted.join() === this.followed) return;
    this.followed = wanted.join();
    this.live?.stop();
    this.live = wanted.length ? new Live({ areas: wanted, topics: 'snapshots', onChange: () => this.#changes() }) : undefined;
  }

  async #changes() {
    const before = new Map(this.maps.values?.[0].features.map((each) => [each.id, each.properties.value]));
    if (!(await this.maps.reload())) return;
    const others = this.maps.values[0].features.filter((each) => before.has(each.id) && before.get(each.id) !== each.properties.value);
    if (!others.length) return;
    this.changed = new Set(others.map((each) => each.id));
    announce(t('changed', { n: others.length, areas: others.slice(0, 3).map((each) => shortName(each.properties.name)).join(', ') }));
    setTimeout(() => (this.changed = undefined), FLASH);
  }

  #turn() {
    state.set({ show: state.get('show') === 'table' ? '' : 'table' });
  }

  render() {
    if (this.failed) return problem(this.failed, () => this.#set());
    if (!this.setting) return waiting(12);
    const known = this.setting.catalogue;
    return html`<div class="map-layout">
      <div class="rail">
        <div class="page-head"><div><h1>${known.label(this.indicator)}</h1><p class="soft">${known.of(this.indicator)?.definition ?? ''}</p></div></div>
        <div class="controls" role="group" aria-label=${t('choices')}>
          <label class="field"><span>${t('level')}</span>
            <select @change=${(event) => state.set({ level: event.target.value })}>
              ${LEVELS.map((each) => html`<option value=${each} .selected=${each === this.level}>${t(`levels.${each}`)}</option>`)}
            </select></label>
          <bp-indicator-picker .catalogue=${known} .value=${this.indicator} .level=${this.level}
            @pick=${({ detail }) => state.set({ indicator: detail })}></bp-indicator-picker>
        </div>
      </div>
      <div class="stage">
        <div class="above-map">
          ${state.get('with') && state.get('show') !== 'table' ? '' : this.#slider('date')}
          ${state.get('with') && state.get('show') === 'table' ? this.#slider('with') : ''}
          <div class="row">
            <button class="button" aria-pressed=${state.get('show') === 'table' ? 'true' : 'false'} aria-keyshortcuts="t" @click=${this.#turn}>${t('table')} <kbd>T</kbd></button>
            <button class="button" aria-pressed=${state.get('with') ? 'true' : 'false'} @click=${this.#compare}>${t('twoDates')}</button>
          </div>
        </div>
        ${this.maps.show((...maps) => this.#maps(maps), { lines: 0 })}
      </div>
      <aside class="beside" aria-label=${t('legend')}>${this.maps.values ? this.#beside(this.maps.values) : ''}</aside>
    </div>`;
  }

  #compare() {
    state.set({ with: state.get('with') ? '' : format.yearsFrom(state.get('date') || format.today(), -5) });
  }

  #slider(key) {
    return html`<bp-time-slider .first=${FIRST_DAY} .value=${state.get(key)} .label=${t(key === 'with' ? 'otherDay' : 'day')} ?playable=${key === 'date'}
      @day=${({ detail }) => this.#go(key, detail)}></bp-time-slider>`;
  }

  #go(key, { day, play }) {
    this.playing = play;
    state.set({ [key]: day || (key === 'with' ? format.today() : '') }, { replace: true });
  }

  /** One scale for both maps. While time plays classes stay, or the colours would not tell what changes. */
  #scaleOf(maps) {
    if (this.playing && this.scale) return this.scale;
    const values = maps.flatMap((map) => map.features.map((each) => each.properties.value)).filter((value) => value !== null);
    this.scale = new Scale(values, { method: state.get('classes', 'quantile'), diverging: this.indicator.startsWith('net-migration') });
    return this.scale;
  }

  #maps(maps) {
    if (maps.every((map) => map.features.every(({ properties: { value, suppressed } }) => value === null && !suppressed))) {
      return html`<p class="empty">${t('map.empty')}</p>`;
    }
    const named = (map) => `${map.label}, ${format.date(map.date)}`;
    if (state.get('show') === 'table') return html`<div class="map-boxes">${mapTable(maps, named(maps[0]))}</div>`;
    const scale = this.#scaleOf(maps);
    const drawn = (map, at) => html`<figure class="map-box">
      <figcaption><strong>${format.date(map.date)}</strong>${maps.length > 1 ? this.#slider(at ? 'with' : 'date') : ''}</figcaption>
      <bp-area-map .map=${map} .scale=${scale} .name=${named(map)} .marked=${this.looked} .changed=${at === 0 ? this.changed : undefined}></bp-area-map>
    </figure>`;
    return html`<div class="map-boxes ${maps.length > 1 ? 'two' : ''}" aria-busy=${this.maps.busy ? 'true' : 'false'}>${maps.map(drawn)}</div>`;
  }

  /** What the colours mean, and the area that is pointed at. */
  #beside(maps) {
    const unit = maps[0].unit;
    const scale = this.#scaleOf(maps);
    const method = state.get('classes', 'quantile');
    return html`
      ${this.#looked(maps, unit)}
      <div class="legends">
        ${maps.map((map, at) => html`<h2 class="label">${maps.length > 1 ? format.date(map.date) : t('legend')}</h2>
          <bp-map-legend ?why=${at === maps.length - 1} .scale=${scale} .points=${map.features.map((each) => each.properties)} .unit=${unit}></bp-map-legend>`)}
        <label class="field"><span>${t('classes')}</span>
          <select @change=${(event) => state.set({ classes: event.target.value })}>
            ${METHODS.map((each) => html`<option value=${each} .selected=${each === method}>${t(`classes.${each}`)}</option>`)}
          </select></label>
      </div>
      <bp-protection></bp-protection>
      <p class="small soft">${t(maps[0].geometrySource === 'tile-grid' ? 'tiles' : 'boundaries')} ${maps[0].attribution}
        <a href=${this.#path(maps[0].date)}>${t('apiCall')}</a></p>`;
  }

  #looked(maps, unit) {
    const [now, then] = maps.map((map) => map.features.find((each) => each.id === this.looked)?.properties);
    if (!now) return html`<div class="look"><p class="soft">${t(matchMedia('(hover: none)').matches ? 'look.touch' : 'look')}</p></div>`;
    const ranked = maps[0].features.map((each) => each.properties.value).filter((value) => value !== null);
    const rank = 1 + ranked.filter((value) => value > now.value).length;
    return html`<div class="look">
      <h2><a href=${state.page('area', { area: now.code })}>${shortName(now.name)}</a></h2>
      <p class="figure number">${format.figure(now, unit)}</p>
      ${now.denominator ? html`<p class="small soft number">${t('outOf', { n: format.value(now.numerator, 'x'), of: format.value(now.denominator, 'x') })}</p>` : ''}
      ${now.value !== null ? html`<p class="small number">${t('rank', { rank, of: ranked.length })}</p>` : html`<p class="small">${now.suppressed ? t('withheld.why') : ''}</p>`}
      ${then ? html`<p class="small number">${format.date(maps[1].date)}: ${format.figure(then, unit)}${then.value !== null && now.value !== null ? html` <strong>(${format.change(now.value - then.value, unit)})</strong>` : ''}</p>` : ''}
    </div>`;
  }
}

customElements.define('bp-map-page', MapPage);
