import { html, svg } from 'lit';
import { shortName } from '../../core/catalogue.js';
import * as format from '../../core/format.js';
import { state } from '../../core/state.js';
import { t } from '../../core/texts.js';
import '../../parts/chart.js';
import { compared } from '../../parts/chart-options.js';
import { Section } from '../../parts/section.js';

const LEAST_WIDE = 2;

/** Location quotients: how many times the municipality's share of recipients each wijk has. One is the municipality itself. */
class Quotients extends Section {
  static properties = { ...Section.properties, scheme: {} };

  lines = 14;

  paths() {
    return [`/v1/indicators/${this.scheme}.location-quotient/ranking?level=wijk&within=${this.area.code}&date=${this.date}`];
  }

  content(ranking) {
    const widest = Math.max(LEAST_WIDE, ...ranking.areas.map(({ value }) => value ?? 0));
    const at = (value) => (value / widest) * 100;
    const drawn = html`<ol class="dots">${ranking.areas.map((each) => html`<li>
      <a href=${state.page('area', { area: each.code })}>${shortName(each.name)}</a>
      <span class="number ${each.value === null ? 'soft small' : ''}">${format.figure(each, 'number')}</span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <line class="one" x1=${at(1)} x2=${at(1)} y2="8"></line>
        ${each.value === null ? '' : svg`<rect class=${each.value > 1 ? 'more' : 'less'} x=${at(Math.min(1, each.value))} y="1.5" height="5" width=${at(Math.abs(each.value - 1))}></rect>`}
      </svg></li>`)}</ol>`;
    const items = ranking.areas.map((each) => ({ name: shortName(each.name), value: each.value, text: format.figure(each, 'number') }));
    return html`<bp-chart .heading=${this.label(ranking.indicator)} .lead=${t('quotients.how')} .note=${this.definition(ranking.indicator)} .calls=${this.paths()}
      .content=${drawn} .option=${compared(items, this.label(ranking.indicator), { limit: 1, hue: ({ value }) => (value > 1 ? 'c1' : 'c0') })}
      .columns=${[
        { label: t('levels.wijk'), text: (row) => shortName(row.name), href: (row) => state.page('area', { area: row.code }) },
        { label: this.label(ranking.indicator), numeric: true, text: (row) => format.figure(row, 'number'), sort: (row) => row.value },
      ]} .rows=${ranking.areas}></bp-chart>`;
  }
}

customElements.define('bp-quotients', Quotients);
