import { html } from 'lit';
import { announce } from '../core/announce.js';
import { write } from '../core/api.js';
import { shortName } from '../core/catalogue.js';
import * as format from '../core/format.js';
import { Live } from '../core/live.js';
import { Loaded, problem } from '../core/loaded.js';
import { bearer } from '../core/signin.js';
import { state } from '../core/state.js';
import { spoken, t } from '../core/texts.js';
import { choice } from '../parts/fields.js';
import { Page } from '../parts/page.js';
import './alerts/rules.js';
import './alerts/rule-editor.js';

/** The service has the last word; who has not the role is not offered what would be refused. */
const mayAcknowledge = () => bearer()?.roles.includes('alert-admin');

const OVER = 'resolved';
const STATES = ['firing', 'acknowledged', 'pending', OVER];
/** Of what is over the newest; of the rest all that there is, or what is newly over would push out what fires for longest. */
const MOST_OVER = 500;
const MOST = 20000;

/** What has crossed a line, who knows of it, and by which rules. */
class AlertsPage extends Page {
  static properties = { refused: { state: true } };

  alerts = new Loaded(this);

  connectedCallback() {
    super.connectedCallback();
    this.live = new Live({ areas: [], topics: 'alerts', onTold: (events) => this.#told(events), onChange: () => this.#look() });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.live.stop();
  }

  prepare() {
    const area = state.get('of') ? `&area=${state.get('of')}` : '';
    this.alerts.want(...STATES.map((each) => `/v1/alerts?state=${each}&pageSize=${each === OVER ? MOST_OVER : MOST}${area}`));
  }

  #told(events) {
    this.news = events[events.length - 1].data.explanation?.[spoken()];
    return false;
  }

  async #look() {
    if (this.alerts.error || !(await this.alerts.reload()) || !this.news) return;
    announce(this.news);
    this.news = undefined;
  }

  async #acknowledge(alert, note) {
    this.refused = undefined;
    try {
      await write('POST', `/v1/alerts/${alert.id}/acknowledgement`, note ? { note } : {});
      announce(t('alert.acknowledged'));
      this.alerts.reload();
    } catch (error) {
      this.refused = error;
    }
  }

  content({ catalogue, tree }) {
    if (state.get('rule')) return html`<bp-rule-editor .catalogue=${catalogue} .tree=${tree} .rule=${state.get('rule')}></bp-rule-editor>`;
    return html`
      <div class="page-head"><div><h1>${t('page.alerts')}</h1><p class="soft">${t('alerts.lead')}</p></div>
        <a class="button" href=${state.href({ rule: 'new' })}>${t('rule.new')}</a></div>
      ${this.refused ? problem(this.refused) : ''}
      ${this.alerts.error?.status === 404 ? html`<p class="empty">${t('alerts.absent')}</p>` : this.alerts.show((...lists) => this.#list(lists.flat()))}
      <div class="chapter"><h2>${t('rules')}</h2><bp-rules .catalogue=${catalogue} .tree=${tree}></bp-rules></div>`;
  }

  #list(alerts) {
    if (!alerts.length) return html`<p class="empty">${t('alerts.none')}</p>`;
    const asked = STATES.includes(state.get('state')) ? state.get('state') : '';
    const count = (list, each) => (each === OVER && list.length === MOST_OVER ? `${MOST_OVER}+` : list.length);
    const of = (each) => alerts.filter((alert) => !each || alert.state === each);
    const order = of(asked).sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || b.since.localeCompare(a.since));
    return html`<div class="controls">
        ${choice(t('alert.state'), ['', ...STATES], asked, (each) => `${t(each ? `state.${each}` : 'alert.all')} (${count(of(each), each)})`, (each) => state.set({ state: each }))}</div>
      ${order.length ? html`<ul class="alerts">${order.map((alert) => this.#alert(alert))}</ul>` : html`<p class="empty">${t('alerts.none')}</p>`}`;
  }

  #alert(alert) {
    return html`<li class="card alert ${alert.state}">
      <div class="row"><span class="tag ${alert.state}">${t(`state.${alert.state}`)}</span> <span class="small soft">${t(`severity.${alert.severity}`)}</span></div>
      <h3><a href=${state.page('area', { area: alert.area })}>${shortName(alert.name)}</a></h3>
      <p>${alert.explanation?.[spoken()] ?? this.setting.catalogue.label(alert.indicator)}</p>
      <p class="small soft"><a href=${state.href({ rule: alert.rule })}>${t('alert.rule', { id: alert.rule })}</a></p>
      ${alert.acknowledgement ? html`<p class="small">${t('alert.knownTo', { by: alert.acknowledgement.by, at: format.date(alert.acknowledgement.at.slice(0, 10)) })} ${alert.acknowledgement.note ?? ''}</p>` : ''}
      ${alert.state === 'firing' && mayAcknowledge() ? html`<form class="row" @submit=${(event) => {
        event.preventDefault();
        this.#acknowledge(alert, event.target.elements.note.value);
      }}><input name="note" maxlength="500" aria-label=${t('alert.note')} placeholder=${t('alert.note')}><button class="button">${t('alert.acknowledge')}</button></form>` : ''}
    </li>`;
  }
}

customElements.define('bp-alerts-page', AlertsPage);
