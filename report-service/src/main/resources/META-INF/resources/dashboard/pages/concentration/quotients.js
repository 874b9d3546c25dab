import { html } from 'lit';
import { shortName } from '../../core/catalogue.js';
import * as format from '../../core/format.js';
import { state } from '../../core/state.js';
import { t } from '../../core/texts.js';
import '../../parts/data-table.js';
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
    return html`<figure class="chart-box">
      <figcaption><h3>${this.label(ranking.indicator)}</h3>
        <p class="small soft">${t('quotients.how')}</p></figcaption>
      <ol class="dots">${ranking.areas.map((each) => html`<li>
        <a href=${state.page('area', { area: each.code })}>${shortName(each.name)}</a>
        <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <line class="one" x1=${at(1)} x2=${at(1)} y2="8"></line>
          <rect class=${each.value > 1 ? 'more' : 'less'} x=${at(Math.min(1, each.value ?? 1))} y="1.5" height="5" width=${at(Math.abs((each.value ?? 1) - 1))}></rect>
        </svg>
        <span class="number">${format.figure(each, 'number')}</span></li>`)}</ol>
      <details class="small"><summary>${t('definition')}</summary><p>${this.definition(ranking.indicator)}</p>
        <p><a href=${this.paths()[0]}><code>GET ${this.paths()[0]}</code></a></p></details>
    </figure>`;
  }
}

customElements.define('bp-quotients', Quotients);
