import { html } from 'lit';
import { shortName } from '../../core/catalogue.js';
import * as format from '../../core/format.js';
import { state } from '../../core/state.js';
import { t } from '../../core/texts.js';
import '../../parts/chart.js';
import { compared, flows } from '../../parts/chart-options.js';
import { choice } from '../../parts/fields.js';
import { Section } from '../../parts/section.js';

const CLASSES = ['same-region', 'same-province', 'rest-of-country', 'abroad', 'unknown'];
const WHO = ['arrivals', 'adult-arrivals', 'social-assistance'];
const YEARS = ['1', '5', '10'];
const NAMED = 9;
const HUES = Object.fromEntries(CLASSES.map((id, at) => [id, `c${at}`]));

/** Where those who settled came from: by distance, by municipality and country, and by how well off the place they left is. */
class Origins extends Section {
  static properties = { ...Section.properties, tree: { attribute: false } };

  lines = 16;

  get who() {
    return WHO.includes(state.get('who')) ? state.get('who') : WHO[0];
  }

  get years() {
    return YEARS.includes(state.get('years')) ? state.get('years') : '10';
  }

  paths() {
    return [`/v1/areas/${this.area.code}/origins?from=${format.yearsFrom(this.date, -this.years)}&to=${this.date}&of=${this.who}`];
  }

  content(origins) {
    const chosen = (key, values, now) => choice(t(key), values, now, (each) => t(`${key}.${each}`), (each) => state.set({ [key]: each }));
    return html`<div class="controls">${chosen('who', WHO, this.who)}${chosen('years', YEARS, this.years)}</div>
      ${origins.total ? this.#charts(origins) : html`<p class="empty">${t(origins.total === null ? 'withheld.why' : 'origins.none')}</p>`}`;
  }

  #charts(origins) {
    const places = [
      ...origins.municipalities.map(({ code, name, count, sesWoa }) => ({ code, name, count, sesWoa })),
      ...origins.countries.map(({ code, count }) => ({ code, name: format.country(code), count, sesWoa: null })),
    ].sort((a, b) => b.count - a.count);
    const classes = CLASSES.map((id) => ({ id, name: t(`class.${id}`), count: origins.classes[id] ?? null })).filter(({ count }) => count !== 0);
    const ses = this.#bySes(origins);
    const share = (row) => (row.count === null ? null : row.count / origins.total);
    const columns = [
      { label: t('origin'), text: (row) => row.name },
      { label: t('persons'), numeric: true, text: (row) => this.#count(row), sort: (row) => row.count },
      { label: t('part'), numeric: true, text: (row) => format.value(share(row), 'share'), sort: share },
    ];
    const bars = (items, hue) => compared(items.map((each) => ({ ...each, value: each.count, text: this.#count(each) })), t('persons'), { hue });
    const calls = this.paths();
    return html`<div class="charts">
      <bp-chart tall .heading=${t('origins.flow')} .note=${t('origins.note')} .calls=${calls} .option=${this.#flow(places, classes)}
        .summary=${classes.map((each) => `${each.name}: ${this.#count(each)}.`).join(' ')}
        .columns=${[...columns, { label: 'SES-WOA', numeric: true, text: (row) => format.value(row.sesWoa, 'number'), sort: (row) => row.sesWoa }]} .rows=${places}></bp-chart>
      <bp-chart short .heading=${t('origins.distance')} .note=${t('origins.note')} .calls=${calls} .option=${bars(classes, ({ id }) => HUES[id])}
        .columns=${columns} .rows=${classes}></bp-chart>
      <bp-chart short .heading=${t('origins.ses')} .lead=${this.#isScored(origins) ? '' : t('origins.ses.few')} .note=${t('origins.ses.note')} .calls=${calls} .option=${bars(ses)}
        .columns=${columns} .rows=${ses}></bp-chart>
    </div>`;
  }

  #count({ count }) {
    return count === null ? t('suppressed') : format.integer(count);
  }

  /** Whether at least half of those who came from a municipality came from one with a score. */
  #isScored({ municipalities }) {
    return 2 * sum(municipalities.filter(({ sesWoa }) => sesWoa !== null)) >= sum(municipalities);
  }

  /** What is left of the total came from places that are withheld, or are not known. */
  #bySes({ total, municipalities, countries }) {
    const known = [
      ['positive', sum(municipalities.filter(({ sesWoa }) => sesWoa > 0))],
      ['negative', sum(municipalities.filter(({ sesWoa }) => sesWoa !== null && sesWoa <= 0))],
      ['unscored', sum(municipalities.filter(({ sesWoa }) => sesWoa === null))],
      ['abroad', sum(countries)],
    ];
    const rest = total - known.reduce((all, [, count]) => all + count, 0);
    return [...known, ['rest', rest]].filter(([, count]) => count > 0).map(([id, count]) => ({ name: t(`ses.${id}`), count }));
  }

  /** The largest places by name and the others together, through their class of distance, to the area; none crosses another. */
  #flow(places, classes) {
    const named = places.filter(({ count }) => count).slice(0, NAMED);
    const shown = classes.filter(({ count }) => count !== null);
    const nodes = [];
    const links = [];
    for (const { id, count } of shown) {
      let left = count;
      const add = (code, label, amount) => {
        left -= amount;
        nodes.push({ id: code, label, hue: HUES[id] });
        links.push({ source: code, target: id, value: amount });
      };
      // Published counts are rounded each by itself: what is more than its class is not drawn apart.
      named.filter((place) => this.#classOf(place) === id).forEach((place) => place.count <= left && add(place.code, place.name, place.count));
      if (left > 0) add(`other-${id}`, t(`origins.other.${id}`), left);
    }
    shown.forEach(({ id, name, count }) => {
      nodes.push({ id, label: name, hue: HUES[id] });
      links.push({ source: id, target: this.area.code, value: count });
    });
    return flows([...nodes, { id: this.area.code, label: shortName(this.area.name), hue: 'c5' }], links);
  }

  /** The class of a place's distance, as the area tables have it. */
  #classOf({ code }) {
    if (!code.startsWith('GM')) return 'abroad';
    const mine = (this.area.code.startsWith('GM') ? this.area : this.tree?.byCode.get(this.area.parents.find((each) => each.startsWith('GM'))))?.parents ?? this.area.parents;
    const theirs = this.tree?.byCode.get(code)?.parents ?? [];
    const shared = (prefix) => mine.some((each) => each.startsWith(prefix) && theirs.includes(each));
    return shared('RG-') || (!mine.some((each) => each.startsWith('RG-')) && shared('CR')) ? 'same-region' : shared('PV') ? 'same-province' : 'rest-of-country';
  }
}

const sum = (places) => places.reduce((all, { count }) => all + (count ?? 0), 0);

customElements.define('bp-area-origins', Origins);
