import { LitElement, html } from 'lit';
import { announce } from '../core/announce.js';
import { write } from '../core/api.js';
import { areas, catalogue, shortName } from '../core/catalogue.js';
import * as format from '../core/format.js';
import { Live } from '../core/live.js';
import { Loaded, problem, waiting } from '../core/loaded.js';
import { bearer } from '../core/signin.js';
import { FollowsState, state } from '../core/state.js';
import { spoken, t } from '../core/texts.js';
import './alerts/rules.js';
import './alerts/rule-editor.js';

/** The service has the last word; who has not the role is not offered what would be refused. */
const mayAcknowledge = () => bearer()?.roles.includes('alert-admin');

const STATES = ['firing', 'acknowledged', 'pending', 'resolved'];

/** What has crossed a line, who knows of it, and by which rules. */
class AlertsPage extends LitElement {
  static properties = { setting: { state: true }, failed: { state: true }, refused: { state: true } };

  alerts = new Loaded(this);

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
    this.live = new Live({ areas: [], topics: 'alerts', onChange: (changes) => this.#changes(changes) });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.live.stop();
  }

  async #set() {
    try {
      const [known, tree] = await Promise.all([catalogue(), areas()]);
      this.setting = { catalogue: known, tree, language: spoken() };
    } catch (error) {
      this.failed = error;
    }
  }

  willUpdate() {
    if (this.setting && this.setting.language !== spoken()) this.#set();
    const asked = state.get('state') ? `&state=${state.get('state')}` : '';
    const area = state.get('of') ? `&area=${state.get('of')}` : '';
    this.alerts.want(`/v1/alerts?pageSize=500${asked}${area}`);
  }

  async #changes(changes) {
    if (this.alerts.error) return;
    if (await this.alerts.reload()) changes.filter(({ event }) => event === 'alert').slice(-1).forEach(({ data }) => announce(data.explanation?.[spoken()] ?? ''));
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

  render() {
    if (this.failed) return problem(this.failed);
    if (!this.setting) return waiting(10);
    if (state.get('rule')) return html`<bp-rule-editor .catalogue=${this.setting.catalogue} .tree=${this.setting.tree} .rule=${state.get('rule')}></bp-rule-editor>`;
    return html`
      <div class="page-head"><div><h1>${t('page.alerts')}</h1><p class="soft">${t('alerts.lead')}</p></div>
        <a class="button" href=${state.href({ rule: 'new' })}>${t('rule.new')}</a></div>
      <div class="controls"><label class="field"><span>${t('alert.state')}</span>
        <select @change=${(event) => state.set({ state: event.target.value })}>
          <option value="">${t('alert.all')}</option>
          ${STATES.map((each) => html`<option value=${each} .selected=${each === state.get('state')}>${t(`state.${each}`)}</option>`)}
        </select></label></div>
      ${this.refused ? problem(this.refused) : ''}
      ${this.alerts.error?.status === 404 ? html`<p class="empty">${t('alerts.absent')}</p>` : this.alerts.show((list) => this.#list(list))}
      <div class="chapter"><h2>${t('rules')}</h2><bp-rules .catalogue=${this.setting.catalogue} .tree=${this.setting.tree}></bp-rules></div>`;
  }

  #list(alerts) {
    if (!alerts.length) return html`<p class="empty">${t('alerts.none')}</p>`;
    const order = [...alerts].sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || b.since.localeCompare(a.since));
    return html`<ul class="alerts">${order.map((alert) => this.#alert(alert))}</ul>`;
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
