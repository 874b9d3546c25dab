import { LitElement, html } from 'lit';
import { areas, shortName } from '../core/catalogue.js';
import * as format from '../core/format.js';
import { Loaded, problem, waiting } from '../core/loaded.js';
import { FollowsState, state } from '../core/state.js';
import { spoken, t } from '../core/texts.js';
import '../parts/area-picker.js';

const LEVELS = ['municipality', 'group', 'wijk'];

/** The living start report: which area and day, what is in it, and the report itself to read, print or keep. */
class ReportPage extends LitElement {
  static properties = { tree: { state: true }, failed: { state: true } };

  report = new Loaded(this);

  constructor() {
    super();
    new FollowsState(this);
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    areas().then((tree) => (this.tree = tree), (error) => (this.failed = error));
  }

  get area() {
    const asked = this.tree.byCode.get(state.get('area'));
    if (asked?.level === 'buurt') return asked.parents[0];
    return asked && LEVELS.includes(asked.level) ? asked.code : this.tree.groups[0]?.code ?? this.tree.home;
  }

  get #path() {
    return `/v1/reports/startrapport?area=${this.area}${state.get('date') ? `&date=${state.get('date')}` : ''}`;
  }

  willUpdate() {
    if (this.language !== spoken()) {
      this.language = spoken();
      this.report.reload();
    }
    if (this.tree) this.report.want(this.#path);
  }

  render() {
    if (this.failed) return problem(this.failed);
    if (!this.tree) return waiting(8);
    const date = state.get('date') || format.today();
    const link = (form) => `${this.#path}&format=${form}`;
    return html`
      <div class="page-head"><div><h1>${t('page.report')}</h1><p class="soft">${t('report.lead')}</p></div></div>
      <div class="controls">
        <bp-area-picker .tree=${this.tree} .value=${this.area} .levels=${LEVELS} @pick=${({ detail }) => state.set({ area: detail })}></bp-area-picker>
        <label class="field"><span>${t('day')}</span><input type="date" min="2014-01-01" max=${format.today()} .value=${date} required
          @change=${(event) => event.target.checkValidity() && state.set({ date: event.target.value === format.today() ? '' : event.target.value })}></label>
      </div>
      <div class="row spaced">
        <a class="button strong" href=${link('html')} target="_blank">${t('report.read')}</a>
        <a class="button" href=${link('pdf')} target="_blank">${t('report.pdf')}</a>
        <a class="button" href=${link('json')} target="_blank">${t('report.json')}</a>
      </div>
      <p class="small soft">${t('report.print')}</p>
      ${this.report.show((report) => this.#contents(report), { lines: 12 })}`;
  }

  /** What stands in the report: its chapters with the first of their figures. */
  #contents(report) {
    const name = shortName(this.tree.byCode.get(this.area).name);
    return html`<h2 class="spaced">${t('report.contents', { area: name, date: format.date(report.date) })}</h2>
      <div class="contents">${report.sections.map((chapter) => html`<section class="card">
        <h3>${chapter.title}</h3>
        ${(chapter.paragraphs ?? []).slice(0, 1).map((text) => html`<p class="small">${text}</p>`)}
        <dl>${(chapter.figures ?? []).slice(0, 4).map((each) => html`<div><dt>${each.label}</dt><dd class="number">${format.figure(each, each.unit)}</dd></div>`)}</dl>
      </section>`)}</div>`;
  }
}

customElements.define('bp-report-page', ReportPage);
