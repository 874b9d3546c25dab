import { html } from 'lit';
import * as format from '../core/format.js';
import { t } from '../core/texts.js';
import { Part } from './part.js';

/** What the colours mean, and how many areas of each map have each: the maps have one scale. */
class MapLegend extends Part {
  static properties = { scale: { attribute: false }, maps: { attribute: false } };

  render() {
    const { unit } = this.maps[0];
    const groups = this.maps.map((map) => counted(map.features.map(({ properties }) => properties), this.scale));
    const classes = this.scale.classes.map(({ from, to, colour }, at) => ({
      colour, text: `${format.value(from, unit)} – ${format.value(to, unit)}`, counts: groups.map(({ inClass }) => inClass[at]),
    }));
    const others = [['withheld', t('withheld')], ['blank', t('none')]].map(([colour, text]) => ({ colour, text, counts: groups.map((group) => group[colour]) }));
    const rows = [...classes, ...others.filter(({ counts }) => counts.some(Boolean))];
    const most = Math.max(...rows.flatMap(({ counts }) => counts));
    return html`<ul class="legend ${this.maps.length > 1 ? 'two' : ''}" aria-label=${t('legend')}>
      ${this.maps.length > 1 ? html`<li class="small soft number" aria-hidden="true"><span></span><span></span>${this.maps.map(({ date }) => html`<span class="whose">${format.shortDate(date)}</span>`)}</li>` : ''}
      ${rows.map(({ colour, text, counts }) => html`<li>
        <svg class="swatch" viewBox="0 0 20 14" preserveAspectRatio="none" aria-hidden="true"><rect class=${colour} width="20" height="14"></rect></svg>
        <span class="number">${text}</span>
        ${counts.map((count, at) => html`<svg class="amount" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width=${(100 * count) / most} height="10"></rect></svg>
        <span class="count number" role="img" aria-label=${this.#said(count, at)}>${count}</span>`)}</li>`)}
    </ul>
    ${groups.some(({ withheld }) => withheld) ? html`<p class="small soft">${t('withheld.why')}</p>` : ''}`;
  }

  #said(count, at) {
    const areas = t('areas.count', { n: count });
    return this.maps.length > 1 ? `${format.date(this.maps[at].date)}: ${areas}` : areas;
  }
}

/** How many areas are in each class, how many are withheld, and how many have no figure. */
function counted(points, scale) {
  const inClass = scale.classes.map(() => 0);
  const count = { inClass, withheld: 0, blank: 0 };
  points.forEach(({ value, suppressed }) => {
    if (value !== null) inClass[scale.classOf(value)]++;
    else count[suppressed ? 'withheld' : 'blank']++;
  });
  return count;
}

customElements.define('bp-map-legend', MapLegend);
