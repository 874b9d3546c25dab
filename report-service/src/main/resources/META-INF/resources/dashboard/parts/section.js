import { html } from 'lit';
import { Loaded } from '../core/loaded.js';
import { FollowingPart } from './part.js';

/**
 * A part of a page that asks for its figures when it comes near the window. What extends it says which calls it needs
 * (`paths`) and what to show of their answers (`content`).
 */
export class Section extends FollowingPart {
  static properties = { area: { attribute: false }, date: {}, catalogue: { attribute: false }, seen: { state: true } };

  answers = new Loaded(this);
  lines = 9;

  constructor() {
    super();
    this.sight = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.seen = true;
      this.sight.disconnect();
    }, { rootMargin: '300px' });
  }

  connectedCallback() {
    super.connectedCallback();
    this.sight.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sight.disconnect();
  }

  willUpdate() {
    if (this.seen) this.answers.want(...this.paths());
  }

  /** Fetches anew, once something has changed. */
  refresh() {
    return this.seen ? this.answers.reload() : Promise.resolve(false);
  }

  series(id, from, step, to = this.date) {
    return `/v1/areas/${this.area.code}/indicators/${id}/series?from=${from}&to=${to}&step=${step}`;
  }

  label(id) {
    return this.catalogue.label(id);
  }

  definition(...ids) {
    return [...new Set(ids.map((id) => `${this.catalogue.label(id)}: ${this.catalogue.of(id)?.definition ?? ''}`))].join(' ');
  }

  render() {
    return html`<section>${this.answers.show((...values) => this.content(...values), { lines: this.lines })}</section>`;
  }
}
