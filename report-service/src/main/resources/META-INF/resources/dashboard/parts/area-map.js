import { html, svg } from 'lit';
import { shortName } from '../core/catalogue.js';
import * as format from '../core/format.js';
import { state } from '../core/state.js';
import { projected, labelLines } from './outlines.js';
import { Part } from './part.js';

/** Letters of a tile in pixels of the screen, by the tile's size: neither illegible nor larger than it can hold. */
const NAMES_FROM = 46;
const VALUES_FROM = 34;
const between = (low, amount, high) => Math.min(high, Math.max(low, amount));

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Areas drawn with a colour each. One of them is in the order of tabs; arrow keys go from neighbour to neighbour, Enter
 * opens the area. Tells which one is looked at (`look`).
 */
class AreaMap extends Part {
  static properties = {
    map: { attribute: false },
    scale: { attribute: false },
    name: {},
    marked: { attribute: false },
    changed: { attribute: false },
    at: { state: true },
    pixels: { state: true },
  };

  constructor() {
    super();
    this.pixels = 1;
    this.sizes = new ResizeObserver(() => this.#measure());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  updated() {
    this.sizes.observe(this.querySelector('svg'));
  }

  /** Pixels of the screen to a unit of the drawing. */
  #measure() {
    const { width, height } = this.querySelector('svg').getBoundingClientRect();
    if (width) this.pixels = Math.min(width / (this.drawn.width + 4), height / (this.drawn.height + 4));
  }

  willUpdate(before) {
    if (before.has('map')) this.drawn = projected(this.map.features);
    if (!this.drawn.areas.some(({ code }) => code === this.at)) this.at = this.drawn.areas[0]?.code;
  }

  #look(code) {
    this.dispatchEvent(new CustomEvent('look', { detail: code, bubbles: true }));
  }

  /** A finger does not hover: the first touch shows the area, the second opens it. */
  #tap(event) {
    if (this.touched) event.preventDefault();
    this.touched = false;
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
    const marked = this.drawn.areas.find(({ code }) => code === this.marked);
    return html`<svg class="map" viewBox="-2 -2 ${width + 4} ${height + 4}" role="group" aria-label=${this.name}>
      ${this.drawn.areas.map((area) => this.#area(area))}
      <g aria-hidden="true">${marked ? svg`<path class="outline" d=${marked.path}></path>` : ''}
        ${this.drawn.areas.map((area) => this.#label(area))}</g>
    </svg>`;
  }

  #colour({ value, suppressed }) {
    return value === null || value === undefined ? (suppressed ? 'withheld' : 'blank') : this.scale.colour(value);
  }

  #area(area) {
    const classes = `area-shape ${this.#colour(area)}${this.changed?.has(area.code) ? ' pulsed' : ''}`;
    return svg`<a href=${state.page('area', { area: area.code })} data-code=${area.code}
        tabindex=${area.code === this.at ? 0 : -1}
        aria-label=${`${shortName(area.name)} ${format.figure(area, this.map.unit)}`}
        @focus=${() => ((this.at = area.code), this.#look(area.code))} @pointerenter=${({ pointerType }) => pointerType === 'mouse' && this.#look(area.code)}
        @pointerdown=${({ pointerType }) => (this.touched = pointerType !== 'mouse' && area.code !== this.marked)} @click=${this.#tap}
        @keydown=${(event) => this.#step(event, area)}>
      <path class=${classes} d=${area.path}></path>
    </a>`;
  }

  /** Beside the shapes, not in them: what stands on a tile may be shorter than what it is called. */
  #label(area) {
    const side = area.size * this.pixels;
    if (side < VALUES_FROM) return '';
    const [small, large] = [between(10, side * 0.16, 18), between(11.5, side * 0.21, 26)];
    const names = side < NAMES_FROM ? [] : labelLines(shortName(area.name), Math.floor((side - 4) / (small * 0.5)), Math.min(4, Math.floor((side - large - 6) / (small * 1.12))));
    const [line, value] = [small * 1.12, large * 0.9];
    const room = names.length ? small * 0.35 : 0;
    const top = (names.length * line + room + value) / -2;
    const place = (y) => area.y + y / this.pixels;
    return svg`<g class="tile-label ink-${this.#colour(area)}">
      ${names.map((name, at) => svg`<text x=${area.x} y=${place(top + line * (at + 0.82))} font-size=${small / this.pixels}>${name}</text>`)}
      <text class="tile-value" x=${area.x} y=${place(top + names.length * line + room + value * 0.86)} font-size=${large / this.pixels}>${this.#short(area)}</text>
    </g>`;
  }

  #short(area) {
    return area.value === null ? (area.suppressed ? '•' : '–') : format.figure(area, this.map.unit);
  }
}

customElements.define('bp-area-map', AreaMap);
