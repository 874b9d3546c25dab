import { LitElement, html } from 'lit';
import { announcements } from '../core/announce.js';
import { service } from '../core/api.js';
import { openCalls } from '../core/calls.js';
import { FollowsState, followLinks, state } from '../core/state.js';
import { LANGUAGES, spoken, t } from '../core/texts.js';
import { CHOICES, choose, chosen } from '../core/theme.js';
import './sign-in.js';

/** The pages, and where each is. A page is fetched when it is first turned to. */
const PAGES = {
  map: () => import('../pages/map-page.js'),
  area: () => import('../pages/area-page.js'),
  concentration: () => import('../pages/concentration-page.js'),
  alerts: () => import('../pages/alerts-page.js'),
  report: () => import('../pages/report-page.js'),
  quality: () => import('../pages/quality-page.js'),
};

const view = () => (state.get('view') in PAGES ? state.get('view') : 'map');

/** The frame around the pages: where one is, where one can go, and what concerns all of them. */
export class App extends LitElement {
  static properties = { said: { state: true }, outage: { state: true }, ready: { state: true }, missing: { state: true } };

  constructor() {
    super();
    new FollowsState(this);
    this.ready = new Set();
    followLinks(this);
    openCalls(this);
    announcements.addEventListener('say', ({ detail }) => (this.said = detail));
    service.addEventListener('outage', () => (this.outage = true));
    service.addEventListener('return', () => {
      this.outage = false;
      this.said = t('returned');
    });
    state.addEventListener('change', ({ detail }) => detail.turned && this.#turned());
  }

  /** Fetches the page that the address names. */
  static fetchPage() {
    return PAGES[view()]();
  }

  createRenderRoot() {
    this.replaceChildren();
    this.removeAttribute('aria-busy');
    return this;
  }

  get view() {
    return view();
  }

  willUpdate() {
    const view = this.view;
    document.title = `${t(`page.${view}`)} · Buurtpuls`;
    if (!this.ready.has(view)) PAGES[view]().then(() => (this.ready = new Set([...this.ready, view])), () => (this.missing = view));
  }

  /** On a narrow screen the pages are in a row that is scrolled: the one that is shown is in sight. */
  updated() {
    if (this.shown === this.view) return;
    this.shown = this.view;
    this.querySelector('nav [aria-current=page]').scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
  }

  /** To who hears or types, a new page begins at its heading. */
  async #turned() {
    await this.updateComplete;
    scrollTo(0, 0);
    this.querySelector('main').focus({ preventScroll: true });
  }

  render() {
    return html`
      <a class="skip" href="#content" @click=${(event) => {
        event.preventDefault();
        this.querySelector('main').focus();
      }}>${t('skip')}</a>
      <header class="top">
        <a class="brand" href=${state.page('map')}><img src="/dashboard/mark.svg" alt="" width="28" height="28">Buurtpuls</a>
        <nav aria-label=${t('pages')}>
          ${Object.keys(PAGES).map((page) => html`<a href=${state.page(page)} aria-current=${page === this.view ? 'page' : 'false'}>${t(`page.${page}`)}</a>`)}
        </nav>
        <div class="manners">
          <div role="group" aria-label=${t('language')} class="pair">
            ${LANGUAGES.map((each) => html`<a href=${state.href({ lang: each })} lang=${each} hreflang=${each}
              aria-current=${each === spoken() ? 'true' : 'false'}>${each.toUpperCase()}<span class="unseen">: ${{ nl: 'Nederlands', en: 'English' }[each]}</span></a>`)}
          </div>
          <label class="unseen" for="theme">${t('theme')}</label>
          <select id="theme" class="quiet" @change=${(event) => choose(event.target.value)}>
            ${CHOICES.map((each) => html`<option value=${each} ?selected=${each === chosen()}>${t(`theme.${each}`)}</option>`)}
          </select>
          <bp-sign-in></bp-sign-in>
        </div>
      </header>
      <div class="banner" role="alert" ?hidden=${!this.outage}>${this.outage ? html`<span class="dot" aria-hidden="true"></span>${t('outage')}` : ''}</div>
      <main id="content" tabindex="-1">${this.#page()}</main>
      <footer class="foot">
        <p>${t('foot')}</p>
        <p><a href="/v1/openapi.json">${t('foot.api')}</a> · <a href="/v1/indicators">${t('foot.indicators')}</a> · ${t('foot.licence')}</p>
      </footer>
      <svg class="unseen" aria-hidden="true"><defs><pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="9" height="9"></rect><line class="hatch-line" y2="9"></line>
      </pattern></defs></svg>
      <div class="unseen" aria-live="polite">${this.said}</div>`;
  }

  #page() {
    // Not every browser fetches a module again that it could not have, unless all is loaded anew.
    if (this.missing === this.view && !this.ready.has(this.view)) return html`<div class="problem" role="alert"><strong>${t('problem.page')}</strong>
      <button class="button" @click=${() => location.reload()}>${t('again')}</button></div>`;
    switch (this.view) {
      case 'area': return html`<bp-area-page></bp-area-page>`;
      case 'concentration': return html`<bp-concentration-page></bp-concentration-page>`;
      case 'alerts': return html`<bp-alerts-page></bp-alerts-page>`;
      case 'report': return html`<bp-report-page></bp-report-page>`;
      case 'quality': return html`<bp-quality-page></bp-quality-page>`;
      default: return html`<bp-map-page></bp-map-page>`;
    }
  }
}
