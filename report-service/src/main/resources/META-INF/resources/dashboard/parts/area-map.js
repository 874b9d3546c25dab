import { LitElement, html, svg } from 'lit';
import { shortName } from '../core/catalogue.js';
import * as format from '../core/format.js';
import { state } from '../core/state.js';
import { projected, labelLines } from './outlines.js';

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Areas drawn with a colour each. One of them is in the order of tabs; arrow keys go from neighbour to neighbour, Enter
 * opens the area. Tells which one is looked at (`look`).
 */
class AreaMap extends LitElement {
  static properties = {
    map: { attribute: false },
    scale: { attribute: false },
    name: {},
    marked: { attribute: false },
    changed: { attribute: false },
    at: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  willUpdate(before) {
    if (before.has('map')) this.drawn = projected(this.map.features);
    if (!this.drawn.areas.some(({ code }) => code === this.at)) this.at = this.drawn.areas[0]?.code;
  }

  #look(code) {
    this.dispatchEvent(new CustomEvent('look', { detail: code, bubbles: true }));
  }

  #step(event, from) {
    const [dx, dy] = ARROWS[event.key] ?? [];
    if (dx === undefined) return;
    event.preventDefault();
    const nearest = this.drawn.areas
      .filter(({ code }) => code !== from.code)
      .map((area) => ({ area, along: (area.x - from.x) * dx + (area.y - from.y) * dy, aside: Math.abs((area.x - from.x) * dy) + Math.abs((area.y - from.y) * dx) }))
      .filter(({ along, aside }) => along > 1 && aside <= along * 1.6)
      .sort((a, b) => a.along + 2 * a.aside - (b.along + 2 * b.aside))[0]?.area;
    if (!nearest) return;
    this.at = nearest.code;
    this.updateComplete.then(() => this.querySelector(`a[data-code="${nearest.code}"]`)?.focus());
  }

  render() {
    const { width, height } = this.drawn;
    const tiles = this.map.geometrySource === 'tile-grid';
    return html`<svg class="map" viewBox="-2 -2 ${width + 4} ${height + 4}" role="group" aria-label=${this.name}>
      <defs><pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="9" height="9"></rect><line class="hatch-line" y2="9"></line>
      </pattern></defs>
      ${this.drawn.areas.map((area) => this.#area(area, tiles))}
    </svg>`;
  }

  #area(area, tiles) {
    const { value, suppressed } = area;
    const colour = value === null || value === undefined ? (suppressed ? 'withheld' : 'blank') : this.scale.colour(value);
    const said = format.figure(area, this.map.unit);
    const classes = `area-shape ${colour}${this.changed?.has(area.code) ? ' pulsed' : ''}`;
    return svg`<a href=${state.page('area', { area: area.code })} data-code=${area.code}
        class=${area.code === this.marked ? 'marked' : ''} tabindex=${area.code === this.at ? 0 : -1}
        aria-label=${`${shortName(area.name)} ${said}`}
        @focus=${() => ((this.at = area.code), this.#look(area.code))} @mouseenter=${() => this.#look(area.code)}
        @keydown=${(event) => this.#step(event, area)}>
      <path class=${classes} d=${area.path}></path>
      ${tiles && area.size > 50 ? this.#label(area, colour, said) : ''}
    </a>`;
  }

  #label(area, colour, said) {
    const lines = labelLines(shortName(area.name), Math.floor(area.size / 6.2), 3);
    return svg`<g class="tile-label ink-${colour}" aria-hidden="true">
      ${lines.map((line, at) => svg`<text x=${area.x} y=${area.y - 19 + at * 13.5}>${line}</text>`)}
      <text class="tile-value" x=${area.x} y=${area.y + 29}>${area.value === null ? (area.suppressed ? '•' : '–') : said}</text>
    </g>`;
  }
}

customElements.define('bp-area-map', AreaMap);
