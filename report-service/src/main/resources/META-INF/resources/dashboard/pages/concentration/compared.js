import { html } from 'lit';
import { shortName } from '../../core/catalogue.js';
import * as format from '../../core/format.js';
import { state } from '../../core/state.js';
import { t } from '../../core/texts.js';
import '../../parts/area-picker.js';
import '../../parts/chart.js';
import { lines } from '../../parts/chart-options.js';
import '../../parts/indicator-picker.js';
import { Section } from '../../parts/section.js';

const FIRST = 'social-assistance.recipients.share';
const MOST = 6;

/** One indicator of areas that the reader chooses, side by side over time. */
class Compared extends Section {
  static properties = { ...Section.properties, tree: { attribute: false } };

  lines = 12;

  get codes() {
    const chosen = state.list('areas').filter((code) => this.tree.byCode.has(code));
    return chosen.length ? chosen : [this.area.code, ...this.tree.groups.map(({ code }) => code), this.tree.wijken[0].code];
  }

  get indicator() {
    return state.get('compare', FIRST);
  }

  paths() {
    return this.codes.map((code) => `/v1/areas/${code}/indicators/${this.indicator}/series?from=${format.FIRST_DAY}&to=${this.date}&step=month`);
  }

  #keep(codes) {
    state.set({ areas: [...new Set(codes)].slice(0, MOST).join(',') });
  }

  content(...answers) {
    const unit = this.catalogue.unit(this.indicator);
    const name = (code) => shortName(this.tree.byCode.get(code)?.name ?? code);
    const series = answers.map(({ area, points }) => ({ name: name(area), points }));
    const rows = answers[0].points.map(({ date }, at) => ({ date, points: answers.map(({ points }) => points[at]) }));
    const level = this.codes.some((code) => code.startsWith('BU')) ? 'buurt' : 'wijk';
    return html`
      <div class="controls">
        <bp-indicator-picker .catalogue=${this.catalogue} .value=${this.indicator} .level=${level} @pick=${({ detail }) => state.set({ compare: detail })}></bp-indicator-picker>
        <bp-area-picker .tree=${this.tree} .label=${t('compared.add')} value="" @pick=${({ detail }) => this.#keep([...this.codes, detail])}></bp-area-picker>
      </div>
      <ul class="chosen" aria-label=${t('compared.chosen')}>${this.codes.map((code) => html`<li><span>${name(code)}</span>
        <button class="link" aria-label=${t('compared.remove', { area: name(code) })} ?disabled=${this.codes.length === 1}
          @click=${() => this.#keep(this.codes.filter((each) => each !== code))}>×</button></li>`)}</ul>
      <bp-chart tall .heading=${this.label(this.indicator)} .note=${this.definition(this.indicator)} .calls=${this.paths()}
        .option=${lines(series, unit, { zero: unit === 'share' })}
        .columns=${[
          { label: t('day'), text: (row) => format.shortDate(row.date), sort: (row) => row.date },
          ...series.map((each, at) => ({ label: each.name, numeric: true, text: (row) => format.figure(row.points[at], unit), sort: (row) => row.points[at]?.value })),
        ]} .rows=${rows}></bp-chart>`;
  }
}

customElements.define('bp-compared', Compared);
