import { html } from 'lit';
import { shortName } from '../core/catalogue.js';
import * as format from '../core/format.js';
import { Loaded } from '../core/loaded.js';
import { state } from '../core/state.js';
import { spoken, t } from '../core/texts.js';
import '../parts/area-picker.js';
import { dayField } from '../parts/fields.js';
import { Page } from '../parts/page.js';

const LEVELS = ['municipality', 'group', 'wijk'];

/** The living start report: which area and day, what is in it, and the report itself to read, print or keep. */
class ReportPage extends Page {
  report = new Loaded(this);

  get area() {
    const { tree } = this.setting;
    const asked = tree.byCode.get(state.get('area'));
    if (asked?.level === 'buurt') return asked.parents[0];
    return asked && LEVELS.includes(asked.level) ? asked.code : tree.groups[0]?.code ?? tree.home;
  }

  get #path() {
    return `/v1/reports/startrapport?area=${this.area}${state.get('date') ? `&date=${state.get('date')}` : ''}`;
  }

  prepare() {
    this.report.want(this.#path);
  }

  content({ tree }) {
    // What a link asks for is in its address alone, and not in what the browser says of its reader.
    const link = (form) => `${this.#path}&format=${form}&lang=${spoken()}`;
    return html`
      <div class="page-head"><div><h1>${t('page.report')}</h1><p class="soft">${t('report.lead')}</p></div></div>
      <div class="controls">
        <bp-area-picker .tree=${tree} .value=${this.area} .levels=${LEVELS} @pick=${({ detail }) => state.set({ area: detail })}></bp-area-picker>
        ${dayField(this.date)}
      </div>
      <div class="row spaced">
        <a class="button strong" href=${link('html')} target="_blank">${t('report.read')}</a>
        <a class="button" href=${link('pdf')} type="application/pdf" target="_blank">${t('report.pdf')}</a>
        <a class="button" href=${link('json')} target="_blank">${t('report.json')}</a>
      </div>
      <p class="small soft">${t('report.print')}</p>
      ${this.report.show((report) => this.#contents(report), { lines: 12 })}`;
  }

  /** What stands in the report: its chapters with the first of their figures. */
  #contents(report) {
    const name = shortName(this.setting.tree.byCode.get(this.area).name);
    return html`<h2 class="spaced">${t('report.contents', { area: name, date: format.date(report.date) })}</h2>
      <div class="contents">${report.sections.map((chapter) => html`<section class="card">
        <h3>${chapter.title}</h3>
        ${(chapter.paragraphs ?? []).slice(0, 1).map((text) => html`<p class="small">${text}</p>`)}
        <dl>${(chapter.figures ?? []).slice(0, 4).map((each) => html`<div><dt>${each.label}${each.from ? html` <span class="small soft">${format.span(each.from, each.date)}</span>` : ''}</dt><dd class="number">${format.figure(each, each.unit)}${each.value === null ? '' : html` <span class="small soft">${format.counted(each.unit)}</span>`}</dd></div>`)}</dl>
      </section>`)}</div>`;
  }
}

customElements.define('bp-report-page', ReportPage);
