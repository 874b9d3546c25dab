import { html } from 'lit';
import { shortName } from '../../core/catalogue.js';
import * as format from '../../core/format.js';
import { state } from '../../core/state.js';
import { t } from '../../core/texts.js';
import '../../parts/chart.js';
import { bars, flows } from '../../parts/chart-options.js';
import { Section } from '../../parts/section.js';

const CLASSES = ['same-region', 'same-province', 'rest-of-country', 'abroad', 'unknown'];
const WHO = ['arrivals', 'adult-arrivals', 'social-assistance'];
const YEARS = ['1', '5', '10'];
const NAMED = 9;

/** Where those who settled came from: by distance, by municipality and country, and by how well off the place they left is. */
class Origins extends Section {
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
    const choice = (key, values, now, name) => html`<label class="field"><span>${t(key)}</span>
      <select @change=${(event) => state.set({ [key]: event.target.value })}>
        ${values.map((each) => html`<option value=${each} .selected=${each === now}>${t(`${name}.${each}`)}</option>`)}</select></label>`;
    return html`<div class="controls">${choice('who', WHO, this.who, 'who')}${choice('years', YEARS, this.years, 'years')}</div>
      ${origins.total ? this.#charts(origins) : html`<p class="empty">${origins.suppressed ? t('withheld.why') : t('origins.none')}</p>`}`;
  }

  #charts(origins) {
    const places = [
      ...origins.municipalities.map(({ code, name, count, sesWoa }) => ({ code, name, count, sesWoa })),
      ...origins.countries.map(({ code, count }) => ({ code, name: format.country(code), count, sesWoa: null })),
    ].sort((a, b) => b.count - a.count);
    const classes = CLASSES.map((id) => ({ id, name: t(`class.${id}`), count: origins.classes[id] ?? 0 })).filter(({ count }) => count);
    const ses = this.#bySes(origins);
    const columns = [
      { label: t('origin'), text: (row) => row.name },
      { label: t('persons'), numeric: true, text: (row) => format.value(row.count, 'x'), sort: (row) => row.count },
      { label: t('part'), numeric: true, text: (row) => format.value(row.count === null ? null : row.count / origins.total, 'share'), sort: (row) => row.count },
    ];
    const calls = this.paths();
    return html`<div class="charts">
      <bp-chart tall .heading=${t('origins.flow')} .note=${t('origins.note')} .calls=${calls} .option=${this.#flow(places, classes)}
        .summary=${classes.map(({ name, count }) => `${name}: ${format.integer(count)}.`).join(' ')}
        .columns=${[...columns, { label: 'SES-WOA', numeric: true, text: (row) => format.value(row.sesWoa, 'number'), sort: (row) => row.sesWoa }]} .rows=${places}></bp-chart>
      <bp-chart .heading=${t('origins.distance')} .note=${t('origins.note')} .calls=${calls}
        .option=${bars(classes.map(({ name }) => name), [{ name: t('persons'), values: classes.map(({ count }) => count) }], 'persons', { flat: true })}
        .columns=${columns} .rows=${classes}></bp-chart>
      <bp-chart .heading=${t('origins.ses')} .note=${t('origins.ses.note')} .calls=${calls}
        .option=${bars(ses.map(({ name }) => name), [{ name: t('persons'), values: ses.map(({ count }) => count) }], 'persons', { flat: true })}
        .columns=${columns} .rows=${ses}></bp-chart>
    </div>`;
  }

  #bySes({ municipalities, countries }) {
    const sum = (list) => list.reduce((total, { count }) => total + (count ?? 0), 0);
    return [
      ['positive', sum(municipalities.filter(({ sesWoa }) => sesWoa > 0))],
      ['negative', sum(municipalities.filter(({ sesWoa }) => sesWoa !== null && sesWoa <= 0))],
      ['unscored', sum(municipalities.filter(({ sesWoa }) => sesWoa === null))],
      ['abroad', sum(countries)],
    ].map(([id, count]) => ({ name: t(`ses.${id}`), count }));
  }

  /** The largest places by name and the others together, through their class of distance, to the area. */
  #flow(places, classes) {
    const named = places.filter(({ count }) => count).slice(0, NAMED);
    const hues = new Map(classes.map(({ id }, at) => [id, `c${at}`]));
    const rest = classes.map((each) => ({ each, count: each.count }));
    const links = [];
    const nodes = [];
    for (const place of named) {
      const id = this.#classOf(place);
      const left = rest.find(({ each }) => each.id === id);
      if (!left || left.count < place.count) continue;
      left.count -= place.count;
      nodes.push({ id: place.code, label: place.name, hue: hues.get(id) });
      links.push({ source: place.code, target: id, value: place.count });
    }
    for (const { each, count } of rest.filter((left) => left.count > 0)) {
      nodes.push({ id: `other-${each.id}`, label: t('origins.other'), hue: hues.get(each.id) });
      links.push({ source: `other-${each.id}`, target: each.id, value: count });
    }
    classes.forEach(({ id, name, count }) => {
      nodes.push({ id, label: name, hue: hues.get(id) });
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
Origins.properties = { ...Section.properties, tree: { attribute: false } };

customElements.define('bp-area-origins', Origins);
