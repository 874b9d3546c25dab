import { html } from 'lit';
import { announce } from '../core/announce.js';
import { shortName } from '../core/catalogue.js';
import * as format from '../core/format.js';
import { Live } from '../core/live.js';
import { state } from '../core/state.js';
import { t } from '../core/texts.js';
import '../parts/area-picker.js';
import { dayField } from '../parts/fields.js';
import { Page } from '../parts/page.js';
import './area/headlines.js';
import './area/population.js';
import './area/retention.js';
import './area/benefits.js';
import './area/origins.js';
import './area/arrivals.js';
import './area/segregation.js';
import './area/context.js';

const CHAPTERS = ['population', 'retention', 'benefits', 'origins', 'arrivals', 'segregation', 'context'];

/** Everything of one area on one day. Each chapter is a component of its own and asks for its figures itself. */
class AreaPage extends Page {
  static properties = { since: { state: true } };

  disconnectedCallback() {
    super.disconnectedCallback();
    this.live?.stop();
    this.followed = undefined;
  }

  prepare() {
    const followed = state.get('date') ? '' : this.code;
    if (followed === this.followed) return;
    this.followed = followed;
    this.live?.stop();
    this.live = followed ? new Live({ areas: [followed], topics: 'snapshots', onTold: (events) => this.#told(events), onChange: () => this.#look() }) : undefined;
  }

  get code() {
    return state.get('area', this.setting.tree.groups[0]?.code ?? this.setting.tree.home);
  }

  /** The headlines are in the snapshot that the stream tells; what is below them is looked at after it. */
  #told(events) {
    const shown = events.map(({ data }) => this.querySelector('bp-headlines')?.tell(data));
    if (shown.some(Boolean)) this.#changed();
    return false;
  }

  /** One chapter after the other, from above. */
  async #look() {
    let changed = false;
    for (const part of this.querySelectorAll('bp-headlines, bp-area-population, bp-area-benefits')) changed = (await part.refresh()) || changed;
    if (changed) this.#changed();
  }

  #changed() {
    this.since = Date.now();
    announce(t('updated', { time: format.time(this.since) }));
  }

  content({ tree, catalogue }) {
    const { date } = this;
    const area = tree.byCode.get(this.code);
    if (!area) return html`<div class="problem"><strong>${t('area.unknown', { code: this.code })}</strong><a href=${state.href({ area: '' })}>${t('again')}</a></div>`;
    const above = area.parents.map((code) => tree.byCode.get(code)).filter((each) => each && /^(WK|GM|[A-Z]{2}$)/.test(each.code));
    return html`
      <nav class="crumbs small" aria-label=${t('liesIn')}>
        ${[...above].reverse().map((each) => html`<a href=${state.href({ area: each.code })}>${shortName(each.name)}</a> <span aria-hidden="true">›</span> `)}
        <span aria-current="true">${shortName(area.name)}</span>
      </nav>
      <div class="page-head">
        <div><h1>${shortName(area.name)}</h1>
          <p class="soft">${t(`level.${area.level}`)} ${area.code} · ${format.date(date)} ${this.since ? html`· <span class="live">${t('updated', { time: format.time(this.since) })}</span>` : ''}</p></div>
        <div class="row">
          <bp-area-picker .tree=${tree} .value=${area.code} @pick=${({ detail }) => state.set({ area: detail })}></bp-area-picker>
          ${dayField(date)}
        </div>
      </div>
      <nav class="chapters small" aria-label=${t('chapters')}>
        ${CHAPTERS.map((each) => html`<a href="#${each}" @click=${(event) => this.#jump(event, each)}>${t(`chapter.${each}`)}</a>`)}
      </nav>
      <bp-headlines .area=${area} .date=${date} .catalogue=${catalogue}></bp-headlines>
      ${this.#chapter('population', html`<bp-area-population .area=${area} .date=${date} .catalogue=${catalogue}></bp-area-population>`)}
      ${this.#chapter('retention', html`<bp-area-retention .area=${area} .date=${date} .catalogue=${catalogue}></bp-area-retention>`)}
      ${this.#chapter('benefits', html`<bp-area-benefits .area=${area} .date=${date} .catalogue=${catalogue}></bp-area-benefits>`)}
      ${this.#chapter('origins', html`<bp-area-origins .tree=${tree} .area=${area} .date=${date} .catalogue=${catalogue}></bp-area-origins>`)}
      ${this.#chapter('arrivals', html`<bp-area-arrivals .area=${area} .date=${date} .catalogue=${catalogue}></bp-area-arrivals>`)}
      ${this.#chapter('segregation', area.level === 'buurt'
        ? html`<p class="empty">${t('segregation.notOfBuurt')}</p>`
        : html`<bp-area-segregation .area=${area} .date=${date} .catalogue=${catalogue}></bp-area-segregation>`)}
      ${this.#chapter('context', html`<bp-area-context .area=${area} .date=${date} .catalogue=${catalogue}></bp-area-context>`)}`;
  }

  #chapter(name, content) {
    return html`<div class="chapter" id=${name}><h2 tabindex="-1">${t(`chapter.${name}`)}</h2>${content}</div>`;
  }

  #jump(event, name) {
    event.preventDefault();
    history.replaceState(null, '', `#${name}`);
    this.#show(name);
  }

  #show(name) {
    this.querySelector(`.chapters [href="#${name}"]`).scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
    const heading = this.querySelector(`#${name} h2`);
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  }

  /** A link to a chapter opens there. */
  updated() {
    const name = location.hash.slice(1);
    if (this.opened || !this.querySelector('.chapter')) return;
    this.opened = true;
    if (CHAPTERS.includes(name)) this.#show(name);
  }
}

customElements.define('bp-area-page', AreaPage);
