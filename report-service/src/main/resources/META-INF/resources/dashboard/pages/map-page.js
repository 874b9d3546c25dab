import { html } from 'lit';
import { announce } from '../core/announce.js';
import { shortName } from '../core/catalogue.js';
import { csv, save } from '../core/files.js';
import * as format from '../core/format.js';
import { Live } from '../core/live.js';
import { Loaded } from '../core/loaded.js';
import { Scale } from '../core/scale.js';
import { state } from '../core/state.js';
import { t } from '../core/texts.js';
import '../parts/area-map.js';
import '../parts/data-table.js';
import { choice } from '../parts/fields.js';
import '../parts/indicator-picker.js';
import '../parts/map-legend.js';
import { Page } from '../parts/page.js';
import { mapsDrawn, titled } from '../parts/picture.js';
import '../parts/protection.js';
import '../parts/time-slider.js';
import { mapTable } from './map-table.js';

const FIRST_INDICATOR = 'social-assistance.recipients.share';
const LEVELS = ['buurt', 'wijk', 'municipality'];
const METHODS = ['quantile', 'natural'];
const FLASH = 1700;

/** One indicator of all areas of a level, on one day or on two side by side; as a map or as a table. */
class MapPage extends Page {
  static properties = { looked: { state: true }, changed: { state: true } };

  maps = new Loaded(this);

  constructor() {
    super();
    this.addEventListener('look', ({ detail }) => (this.looked = detail));
    this.byKey = (event) => {
      if (event.key === 't' && !event.ctrlKey && !event.metaKey && !event.altKey && !/INPUT|SELECT|TEXTAREA/.test(event.target.tagName)) this.#turnByKey();
    };
  }

  connectedCallback() {
    super.connectedCallback();
    // Who speaks to the page, or types in a dialog, says T without meaning it (WCAG 2.1.4): it is heard where the map is.
    this.main = this.closest('main');
    this.main.addEventListener('keydown', this.byKey);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.main.removeEventListener('keydown', this.byKey);
    this.live?.stop();
  }

  get level() {
    return LEVELS.includes(state.get('level')) ? state.get('level') : 'buurt';
  }

  get indicator() {
    return state.get('indicator', FIRST_INDICATOR);
  }

  prepare() {
    // What else is chosen while time plays ends what was kept for it; and the slider that plays may be gone.
    const chosen = state.href({ date: '' });
    if (chosen !== this.chosen) this.playing = false;
    this.chosen = chosen;
    this.maps.want(this.#path(state.get('date')), ...(state.get('with') ? [this.#path(state.get('with'))] : []));
    this.#follow();
  }

  #path(date) {
    const within = this.level === 'municipality' ? '' : `&within=${this.home.code}`;
    return `/v1/map?level=${this.level}${within}&indicator=${this.indicator}${date ? `&date=${date}` : ''}`;
  }

  /** Today's map follows the stream; one of another day changes by corrections alone, and is read anew when asked for. */
  #follow() {
    const wanted = this.maps.values && !state.get('date') ? this.maps.values[0].features.map((each) => each.id) : [];
    if (wanted.join() === this.followed) return;
    this.followed = wanted.join();
    this.live?.stop();
    this.live = wanted.length ? new Live({ areas: wanted, topics: 'snapshots', onTold: (events) => this.#told(events), onChange: () => this.#look() }) : undefined;
  }

  /** The areas' snapshots, as the stream tells them, have the figure that is drawn. */
  #told(events) {
    const map = this.maps.values?.[0];
    const snapshots = new Map(events.map(({ data }) => [data.area, data]));
    if ([...snapshots.values()].some(({ date, indicators }) => date !== map?.date || !indicators[map.indicator])) return false;
    const features = map.features.map((each) => {
      const snapshot = snapshots.get(each.id);
      return snapshot ? { ...each, properties: { ...each.properties, ...snapshot.indicators[map.indicator] } } : each;
    });
    this.maps.put(0, { ...map, features });
    this.#changed(map);
    // What is on its way may be older.
    return !this.maps.busy;
  }

  async #look() {
    const before = this.maps.values?.[0];
    if (before && (await this.maps.reload())) this.#changed(before);
  }

  /** Points at the areas that have another figure than before. */
  #changed(before) {
    const values = new Map(before.features.map((each) => [each.id, each.properties.value]));
    const others = this.maps.values[0].features.filter((each) => values.has(each.id) && values.get(each.id) !== each.properties.value);
    if (!others.length) return;
    this.changed = new Set(others.map((each) => each.id));
    announce(t('changed', { n: others.length, areas: others.slice(0, 3).map((each) => shortName(each.properties.name)).join(', ') }));
    setTimeout(() => (this.changed = undefined), FLASH);
  }

  #turn() {
    state.set({ show: state.get('show') === 'table' ? '' : 'table' });
  }

  /** What had the focus may be gone with the map; the next key is for this page still. */
  async #turnByKey() {
    this.#turn();
    await this.updateComplete;
    if (!this.contains(document.activeElement)) this.main.focus({ preventScroll: true });
  }

  content({ catalogue }) {
    return html`<div class="map-layout">
      <div class="rail">
        <div class="page-head"><div><h1>${catalogue.label(this.indicator)}</h1><p class="soft">${catalogue.of(this.indicator)?.definition ?? ''}</p></div></div>
        <div class="controls" role="group" aria-label=${t('choices')}>
          ${choice(t('level'), LEVELS, this.level, (each) => t(`levels.${each}`), (each) => state.set({ level: each }))}
          <bp-indicator-picker .catalogue=${catalogue} .value=${this.indicator} .level=${this.level}
            @pick=${({ detail }) => state.set({ indicator: detail })}></bp-indicator-picker>
        </div>
      </div>
      <div class="stage">
        <div class="above-map">
          ${state.get('with') && state.get('show') !== 'table' ? '' : this.#slider('date')}
          ${state.get('with') && state.get('show') === 'table' ? this.#slider('with') : ''}
          <div class="row">
            <button class="button" ?disabled=${!this.maps.values} @click=${this.#keep}>CSV</button>
            ${state.get('show') === 'table' ? '' : html`<button class="button" ?disabled=${!this.maps.values} @click=${this.#keepPicture}>PNG</button>`}
            <button class="button" aria-pressed=${state.get('show') === 'table' ? 'true' : 'false'} aria-keyshortcuts="t" @click=${this.#turn}>${t('table')} <kbd>T</kbd></button>
            <button class="button" aria-pressed=${state.get('with') ? 'true' : 'false'} @click=${this.#compare}>${t('twoDates')}</button>
          </div>
        </div>
        ${this.maps.show((...maps) => this.#maps(maps), { lines: 0 })}
      </div>
      <aside class="beside" aria-label=${t('legend')}>${this.maps.values ? this.#beside(this.maps.values) : ''}</aside>
    </div>`;
  }

  #keep() {
    const { columns, rows } = mapTable(this.maps.values);
    save(csv(columns, rows), `${this.#file}.csv`);
  }

  async #keepPicture() {
    const maps = this.maps.values;
    const drawn = [...this.querySelectorAll('svg.map')];
    if (!drawn.length) return;
    const legend = [...this.querySelectorAll('bp-map-legend .swatch')].map((swatch) => ({ swatch, text: swatch.nextElementSibling.textContent }));
    const heading = `${maps[0].label}, ${maps.map(({ date }) => format.date(date)).join(' – ')}`;
    const file = this.#file;
    titled(await mapsDrawn(drawn, legend), heading).toBlob((blob) => save(blob, `${file}.png`));
  }

  get #file() {
    return `buurtpuls-${this.indicator}-${this.maps.values.map(({ date }) => date).join('-')}`;
  }

  #compare() {
    state.set({ with: state.get('with') ? '' : format.yearsFrom(state.get('date') || format.today(), -5) });
  }

  #slider(key) {
    return html`<bp-time-slider .first=${format.FIRST_DAY} .value=${state.get(key)} .label=${t(key === 'with' ? 'otherDay' : 'day')} ?playable=${key === 'date'}
      @day=${({ detail }) => this.#go(key, detail)}></bp-time-slider>`;
  }

  #go(key, { day, play }) {
    this.playing = play;
    state.set({ [key]: day || (key === 'with' ? format.today() : '') }, { replace: true });
  }

  /** One scale for both maps. While time plays classes stay, or the colours would not tell what changes; those of the same maps, that is. */
  #scaleOf(maps) {
    const method = state.get('classes', 'quantile');
    const of = [...maps.map(({ level, indicator }) => `${level} ${indicator}`), method].join();
    if (this.playing && this.scaled === of) return this.scale;
    const values = maps.flatMap((map) => map.features.map((each) => each.properties.value)).filter((value) => value !== null);
    this.scale = new Scale(values, { method, diverging: maps[0].indicator.startsWith('net-migration') });
    this.scaled = of;
    return this.scale;
  }

  #maps(maps) {
    if (maps.every((map) => map.features.every(({ properties: { value, suppressed } }) => value === null && !suppressed))) {
      return html`<p class="empty">${t('map.empty')}</p>`;
    }
    const named = (map) => `${map.label}, ${format.date(map.date)}`;
    if (state.get('show') === 'table') {
      const { columns, rows } = mapTable(maps);
      return html`<div class="map-boxes"><bp-table .columns=${columns} .rows=${rows} .caption=${named(maps[0])}></bp-table></div>`;
    }
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
    return html`
      ${this.#looked(maps, unit)}
      <div class="legends">
        <h2 class="label">${t('legend')}</h2>
        <bp-map-legend .scale=${scale} .maps=${maps}></bp-map-legend>
        ${choice(t('classes'), METHODS, state.get('classes', 'quantile'), (each) => t(`classes.${each}`), (each) => state.set({ classes: each }))}
      </div>
      <bp-protection></bp-protection>
      <p class="small soft">${maps[0].geometrySource === 'tile-grid' ? t('tiles') : `${t('boundaries')} ${maps[0].attribution}`}
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
      ${now.value !== null && format.counted(unit) ? html`<p class="small soft">${format.counted(unit)}</p>` : ''}
      ${now.denominator ? html`<p class="small soft number">${t('outOf', { n: format.value(now.numerator, 'x'), of: format.value(now.denominator, 'x') })}</p>` : ''}
      ${now.value !== null ? html`<p class="small number">${t('rank', { rank, of: ranked.length })}</p>` : html`<p class="small">${now.suppressed ? t('withheld.why') : ''}</p>`}
      ${then ? html`<p class="small number">${format.date(maps[1].date)}: ${format.figure(then, unit)}${then.value !== null && now.value !== null ? html` <strong>(${format.change(now.value - then.value, unit)})</strong>` : ''}</p>` : ''}
    </div>`;
  }
}

customElements.define('bp-map-page', MapPage);
