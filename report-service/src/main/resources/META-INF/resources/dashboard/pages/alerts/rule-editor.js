import { html } from 'lit';
import { announce } from '../../core/announce.js';
import { read, write } from '../../core/api.js';
import { problem, waiting } from '../../core/loaded.js';
import { state } from '../../core/state.js';
import { t } from '../../core/texts.js';
import '../../parts/area-picker.js';
import { choice } from '../../parts/fields.js';
import '../../parts/indicator-picker.js';
import { Part } from '../../parts/part.js';
import './rule-preview.js';

const LEVELS = ['buurt', 'wijk', 'municipality'];
const SEVERITIES = ['info', 'warning', 'critical'];
const NEW = {
  id: '', indicator: 'social-assistance.minors.share', level: 'buurt', direction: 'above', threshold: 0.25, clearAt: 0.23,
  holdFor: 'P7D', minimumPopulation: 100, severity: 'warning',
};

/** Makes or changes a rule, with what it would say today on the map beside it. The service has the last word on what is right. */
class RuleEditor extends Part {
  static properties = { catalogue: { attribute: false }, tree: { attribute: false }, rule: {}, draft: { state: true }, error: { state: true }, busy: { state: true } };

  willUpdate(before) {
    if (!before.has('rule')) return;
    this.draft = undefined;
    this.error = undefined;
    if (this.rule === 'new') this.draft = { ...NEW, within: this.tree.home };
    else read(`/v1/alert-rules/${encodeURIComponent(this.rule)}`).then((rule) => (this.draft = rule), (error) => (this.error = error));
  }

  #change(more) {
    this.draft = { ...this.draft, ...more };
  }

  async #save(event) {
    event.preventDefault();
    this.busy = true;
    this.error = undefined;
    const rule = this.draft;
    try {
      await (this.rule === 'new' ? write('POST', '/v1/alert-rules', rule) : write('PUT', `/v1/alert-rules/${encodeURIComponent(this.rule)}`, rule));
      announce(t('rule.saved'));
      state.set({ rule: '' });
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
  }

  async #remove() {
    this.error = undefined;
    try {
      await write('DELETE', `/v1/alert-rules/${encodeURIComponent(this.rule)}`);
      announce(t('rule.removed'));
      state.set({ rule: '' });
    } catch (error) {
      this.error = error;
    }
  }

  render() {
    return html`<div class="page-head"><div><h1>${this.rule === 'new' ? t('rule.new') : t('rule.edit', { id: this.rule })}</h1><p class="soft">${t('rule.lead')}</p></div>
        <a class="button" href=${state.href({ rule: '' })}>${t('back')}</a></div>
      ${this.error ? this.#refused() : ''}
      ${this.draft ? html`<div class="editor"><form @submit=${this.#save}>${this.#fields()}</form>
        <bp-rule-preview .rule=${this.draft} .catalogue=${this.catalogue} .tree=${this.tree}></bp-rule-preview></div>`
        : this.error ? '' : waiting(8)}`;
  }

  #refused() {
    const { errors } = this.error;
    return html`${problem(this.error)}${errors?.length ? html`<ul class="small">${errors.map((each) => html`<li><code>${each.pointer}</code> ${each.detail}</li>`)}</ul>` : ''}`;
  }

  #number(key, label, more = {}) {
    const { optional, percent } = more;
    const shown = this.draft[key] === undefined || this.draft[key] === null ? '' : percent ? +(this.draft[key] * 100).toFixed(4) : this.draft[key];
    return html`<label class="field"><span>${label}</span><input type="number" step="any" ?required=${!optional} .value=${String(shown)}
      @input=${(event) => this.#change({ [key]: event.target.value === '' ? undefined : +event.target.value / (percent ? 100 : 1) })}></label>`;
  }

  #select(key, label, values, text) {
    return choice(label, values, this.draft[key], text, (each) => this.#change({ [key]: each }));
  }

  /** In days, as most are; a rule that was written by the API may be in months or years. */
  #holdFor() {
    const { holdFor = 'P0D' } = this.draft;
    const days = /^P(\d+)D$/.exec(holdFor)?.[1];
    return html`<label class="field"><span>${t(days ? 'rule.holdFor' : 'rule.period')}</span>${days
      ? html`<input type="number" min="0" max="3660" required .value=${days} @input=${(event) => this.#change({ holdFor: `P${+event.target.value}D` })}>`
      : html`<input required .value=${holdFor} @change=${(event) => this.#change({ holdFor: event.target.value.trim() })}>`}</label>`;
  }

  #fields() {
    const { draft } = this;
    const percent = this.catalogue.unit(draft.indicator) === 'share';
    const suffix = percent ? ' (%)' : '';
    return html`
      <fieldset><legend>${t('rule.what')}</legend>
        <label class="field"><span>${t('rule.id')}</span><input required pattern="[a-z0-9][a-z0-9\\-]*" maxlength="64" .value=${draft.id} ?readonly=${this.rule !== 'new'}
          @input=${(event) => this.#change({ id: event.target.value })}></label>
        <bp-indicator-picker .catalogue=${this.catalogue} .value=${draft.indicator} .level=${draft.level} @pick=${({ detail }) => this.#change({ indicator: detail })}></bp-indicator-picker>
        ${this.#select('level', t('level'), LEVELS, (each) => t(`levels.${each}`))}
        <bp-area-picker .tree=${this.tree} .label=${t('rule.within')} .value=${draft.within ?? ''} .levels=${['municipality', 'group', 'wijk']} @pick=${({ detail }) => this.#change({ within: detail })}></bp-area-picker>
      </fieldset>
      ${draft.change || draft.rank ? html`<p class="empty">${t('rule.other')}</p>` : html`<fieldset><legend>${t('rule.when')}</legend>
        ${this.#select('direction', t('rule.direction'), ['above', 'below'], (each) => t(`direction.${each}`))}
        ${this.#number('threshold', t('rule.threshold') + suffix, { percent })}
        ${this.#number('clearAt', t('rule.clearAt') + suffix, { percent, optional: true })}
      </fieldset>`}
      <fieldset><legend>${t('rule.how')}</legend>
        ${this.#holdFor()}
        ${this.#number('minimumPopulation', t('rule.minimum'))}
        ${this.#select('severity', t('rule.severity'), SEVERITIES, (each) => t(`severity.${each}`))}
        ${choice(t('rule.enabled'), ['yes', 'no'], draft.enabled === false ? 'no' : 'yes', t, (each) => this.#change({ enabled: each === 'yes' }))}
        <label class="field wide"><span>${t('rule.webhook')}</span><input type="url" pattern="https?://.*" .value=${draft.webhook ?? ''} @input=${(event) => this.#change({ webhook: event.target.value || undefined })}></label>
      </fieldset>
      <div class="row"><button class="button strong" ?disabled=${this.busy}>${t('save')}</button>
        ${this.rule === 'new' ? '' : html`<button type="button" class="button" @click=${this.#remove}>${t('remove')}</button>`}</div>`;
  }
}

customElements.define('bp-rule-editor', RuleEditor);
