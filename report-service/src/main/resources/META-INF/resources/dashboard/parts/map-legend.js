import { LitElement, html } from 'lit';
import * as format from '../core/format.js';
import { t } from '../core/texts.js';

/** What the colours mean, and how many areas have each. */
class MapLegend extends LitElement {
  static properties = { scale: { attribute: false }, points: { attribute: false }, unit: {}, why: { type: Boolean } };

  createRenderRoot() {
    return this;
  }

  render() {
    const values = this.points.filter(({ value }) => value !== null).map(({ value }) => value);
    const withheld = this.points.filter(({ value, suppressed }) => value === null && suppressed).length;
    const blank = this.points.length - values.length - withheld;
    const classes = values.length ? this.scale.classes(values) : [];
    const rows = [
      ...classes.map((each) => ({ ...each, text: `${format.value(each.from, this.unit)} – ${format.value(each.to, this.unit)}` })),
      { colour: 'withheld', text: t('withheld'), count: withheld },
      { colour: 'blank', text: t('none'), count: blank },
    ].filter(({ count, from }) => count || from !== undefined);
    const most = Math.max(...rows.map(({ count }) => count));
    return html`<ul class="legend" aria-label=${t('legend')}>
      ${rows.map(({ colour, text, count }) => html`<li>
        <svg class="swatch" viewBox="0 0 20 14" preserveAspectRatio="none" aria-hidden="true"><rect class=${colour} width="20" height="14"></rect></svg>
        <span class="number">${text}</span>
        <svg class="amount" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width=${(100 * count) / most} height="10"></rect></svg>
        <span class="count number" role="img" aria-label=${t('areas.count', { n: count })}>${count}</span></li>`)}
    </ul>
    ${withheld && this.why ? html`<p class="small soft">${t('withheld.why')}</p>` : ''}`;
  }
}

customElements.define('bp-map-legend', MapLegend);
