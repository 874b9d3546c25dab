import { LitElement, html } from 'lit';
import { csv, save } from '../core/files.js';
import { t } from '../core/texts.js';
import { colour, theme } from '../core/theme.js';
import { frame } from './chart-options.js';
import './data-table.js';

/** The library is large and the first page needs none of it: fetched when a chart comes into view. */
let library;
const echarts = () => (library ??= import('echarts'));

/**
 * A chart with all that belongs to it: a table of the same content, CSV and PNG, what it means and the calls that give it.
 * `option(colour)` gives ECharts' options; `columns` and `rows` are the table's, and what a screen reader is given.
 */
class Chart extends LitElement {
  static properties = {
    heading: {}, note: {}, summary: {}, tall: { type: Boolean },
    calls: { attribute: false }, option: { attribute: false }, columns: { attribute: false }, rows: { attribute: false },
    tabular: { state: true },
  };

  constructor() {
    super();
    this.redraw = () => this.#draw();
    this.sizes = new ResizeObserver(() => {
      this.plot?.resize();
      this.#draw();
    });
    this.sight = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        this.seen = true;
        this.#draw();
      }
    }, { rootMargin: '200px' });
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    theme.addEventListener('change', this.redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    theme.removeEventListener('change', this.redraw);
    this.#forget();
  }

  #forget() {
    this.plot?.dispose();
    this.plot = undefined;
    this.sizes.disconnect();
    this.sight.disconnect();
  }

  updated() {
    const place = this.querySelector('.plot');
    if (!place) return this.#forget();
    this.sight.observe(place);
    this.#draw();
  }

  async #draw() {
    if (!this.seen || !this.querySelector('.plot')) return;
    const { init } = await echarts();
    const place = this.querySelector('.plot');
    if (!place || !this.isConnected) return;
    if (!this.plot) {
      this.plot = init(place);
      this.sizes.observe(place);
    }
    this.plot.setOption(frame(this.option(colour), colour, place.clientWidth), { notMerge: true });
    place.dataset.drawn = 'true';
  }

  async #png() {
    const { init } = await echarts();
    const sheet = document.createElement('div');
    const { clientWidth, clientHeight } = this.querySelector('.plot') ?? { clientWidth: 900, clientHeight: 360 };
    const plot = init(sheet, null, { width: clientWidth, height: clientHeight });
    plot.setOption({ ...frame(this.option(colour), colour, clientWidth), animation: false });
    save(await (await fetch(plot.getDataURL({ pixelRatio: 2, backgroundColor: colour('surface') }))).blob(), `${this.#file}.png`);
    plot.dispose();
  }

  get #file() {
    return `buurtpuls-${this.heading.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  }

  render() {
    return html`<figure class="chart-box ${this.tall ? 'tall' : ''}">
      <figcaption><h3>${this.heading}</h3>
        <div class="chart-tools row">
          <button class="button small" aria-pressed=${this.tabular ? 'true' : 'false'} @click=${() => (this.tabular = !this.tabular)}>${t('table')}</button>
          <button class="button small" @click=${() => save(csv(this.columns, this.rows), `${this.#file}.csv`)}>CSV</button>
          <button class="button small" @click=${this.#png}>PNG</button>
        </div>
      </figcaption>
      ${this.tabular
        ? html`<bp-table .columns=${this.columns} .rows=${this.rows} .caption=${this.heading}></bp-table>`
        : html`<div class="plot ${this.tall ? 'tall' : ''}" role="img" aria-label=${`${this.heading}. ${this.summary ?? ''} ${t('chart.table')}`}></div>`}
      <details class="small"><summary>${t('definition')}</summary>
        <p>${this.note}</p>
        <ul class="calls">${(this.calls ?? []).slice(0, 8).map((call) => html`<li><a href=${call}><code>GET ${call}</code></a></li>`)}
          ${this.calls?.length > 8 ? html`<li>${t('calls.more', { n: this.calls.length - 8 })}</li>` : ''}</ul>
      </details>
    </figure>`;
  }
}

customElements.define('bp-chart', Chart);
