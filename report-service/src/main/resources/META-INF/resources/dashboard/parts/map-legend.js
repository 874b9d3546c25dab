import { LitElement, html } from 'lit';
import * as format from '../core/format.js';
import { t } from '../core/texts.js';

/** What the colours mean, and how many areas have each. */
class MapLegend extends LitElement {
  static properties = { scale: { attribute: false }, points: { attribute: false }, unit: {} };

  createRenderRoot() {
    return this;
  }

  render() {
    const values = this.points.filter(({ value }) => value !== null).map(({ value }) => value);
    const withheld = this.points.filter(({ value, suppressed }) => value === null && suppressed).length;
    const blank = this.points.length - values.length - withheld;
    return html`<ul class="legend" aria-label=${t('legend')}>
      ${values.length ? this.scale.classes(values).map((each) => html`<li>
        <svg class="swatch" viewBox="0 0 20 14" aria-hidden="true"><rect class=${each.colour} width="20" height="14"></rect></svg>
        <span class="number">${format.value(each.from, this.unit)} – ${format.value(each.to, this.unit)}</span>
        <span class="count number" aria-label=${t('areas.count', { n: each.count })}>${each.count}</span></li>`) : ''}
      ${withheld ? html`<li><svg class="swatch" viewBox="0 0 20 14" aria-hidden="true"><rect class="withheld" width="20" height="14"></rect></svg>
        <span>${t('withheld')}</span><span class="count number">${withheld}</span></li>` : ''}
      ${blank ? html`<li><svg class="swatch" viewBox="0 0 20 14" aria-hidden="true"><rect class="blank" width="20" height="14"></rect></svg>
        <span>${t('none')}</span><span class="count number">${blank}</span></li>` : ''}
    </ul>
    ${withheld ? html`<p class="small soft">${t('withheld.why')}</p>` : ''}`;
  }
}

customElements.define('bp-map-legend', MapLegend);
