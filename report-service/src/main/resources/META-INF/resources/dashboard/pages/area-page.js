import { LitElement, html } from 'lit';
import { announce } from '../core/announce.js';
import { areas, catalogue, shortName } from '../core/catalogue.js';
import * as format from '../core/format.js';
import { Live } from '../core/live.js';
import { problem, waiting } from '../core/loaded.js';
import { FollowsState, state } from '../core/state.js';
import { spoken, t } from '../core/texts.js';
import '../parts/area-picker.js';
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
class AreaPage extends LitElement {
  static properties = { setting: { state: true }, failed: { state: true }, since: { state: true } };

  constructor() {
    super();
    new FollowsState(this);
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#set();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.live?.stop();
    this.followed = undefined;
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

  willUpdate() {
    if (!this.setting) return;
    if (this.setting.language !== spoken()) this.#set();
    const followed = state.get('date') ? '' : this.code;
    if (followed === this.followed) return;
    this.followed = followed;
    this.live?.stop();
    this.live = followed ? new Live({ areas: [followed], topics: 'snapshots', onChange: () => this.#changes() }) : undefined;
  }

  get code() {
    return state.get('area', this.setting.tree.groups[0]?.code ?? this.setting.tree.home);
  }

  async #changes() {
    const parts = [...this.querySelectorAll('bp-headlines, bp-area-population, bp-area-benefits')];
    const changed = await Promise.all(parts.map((part) => part.refresh()));
    if (!changed.some(Boolean)) return;
    this.since = Date.now();
    announce(t('updated', { time: format.time(this.since) }));
  }

  render() {
    if (this.failed) return problem(this.failed, () => this.#set());
    if (!this.setting) return waiting(12);
    const { tree, catalogue: known } = this.setting;
    const area = tree.byCode.get(this.code);
    if (!area) return html`<div class="problem"><strong>${t('area.unknown', { code: this.code })}</strong><a href=${state.href({ area: '' })}>${t('again')}</a></div>`;
    const date = state.get('date') || format.today();
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
          <label class="field"><span>${t('day')}</span><input type="date" min="2014-01-01" max=${format.today()} .value=${date} required
            @change=${(event) => event.target.checkValidity() && state.set({ date: event.target.value === format.today() ? '' : event.target.value })}></label>
        </div>
      </div>
      <nav class="chapters small" aria-label=${t('chapters')}>
        ${CHAPTERS.map((each) => html`<a href="#${each}" @click=${(event) => this.#jump(event, each)}>${t(`chapter.${each}`)}</a>`)}
      </nav>
      <bp-headlines .area=${area} .date=${date} .catalogue=${known}></bp-headlines>
      ${this.#chapter('population', html`<bp-area-population .area=${area} .date=${date} .catalogue=${known}></bp-area-population>`)}
      ${this.#chapter('retention', html`<bp-area-retention .area=${area} .date=${date} .catalogue=${known}></bp-area-retention>`)}
      ${this.#chapter('benefits', html`<bp-area-benefits .area=${area} .date=${date} .catalogue=${known}></bp-area-benefits>`)}
      ${this.#chapter('origins', html`<bp-area-origins .tree=${tree} .area=${area} .date=${date} .catalogue=${known}></bp-area-origins>`)}
      ${this.#chapter('arrivals', html`<bp-area-arrivals .area=${area} .date=${date} .catalogue=${known}></bp-area-arrivals>`)}
      ${this.#chapter('segregation', area.level === 'buurt'
        ? html`<p class="empty">${t('segregation.notOfBuurt')}</p>`
        : html`<bp-area-segregation .area=${area} .date=${date} .catalogue=${known}></bp-area-segregation>`)}
      ${this.#chapter('context', html`<bp-area-context .area=${area} .date=${date} .catalogue=${known}></bp-area-context>`)}`;
  }

  #chapter(name, content) {
    return html`<div class="chapter" id=${name}><h2 tabindex="-1">${t(`chapter.${name}`)}</h2>${content}</div>`;
  }

  #jump(event, name) {
    event.preventDefault();
    const heading = this.querySelector(`#${name} h2`);
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  }
}

customElements.define('bp-area-page', AreaPage);
