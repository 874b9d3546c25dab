import { html } from 'lit';
import { csv, save } from '../core/files.js';
import { t } from '../core/texts.js';
import { colour, theme } from '../core/theme.js';
import { frame } from './chart-options.js';
import './data-table.js';
import { Part } from './part.js';
import { SHARPNESS, titled } from './picture.js';

/** The library is large and the first page needs none of it: fetched when a chart comes into view. */
let library;
const echarts = () => (library ??= import('echarts'));

const SHOWN_CALLS = 4;
const PICTURE = { clientWidth: 960, clientHeight: 480 };

/**
 * A chart with all that belongs to it: a table of the same content, CSV and PNG, what it means and the calls that give it.
 * `option(colour, width)` gives ECharts' options, and is `worded` if it says itself what is withheld; `columns` and `rows` are the table's, and what a screen reader is given.
 * Where the page draws the figure itself it stands in `content`, and the option is for the PNG alone.
 */
class Chart extends Part {
  static properties = {
    heading: {}, lead: {}, note: {}, summary: {}, tall: { type: Boolean }, short: { type: Boolean }, content: { attribute: false },
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
    });
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
    this.drawn = undefined;
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
    if (!place?.clientWidth || !this.isConnected) return;
    if (!this.plot) {
      this.plot = init(place);
      this.sizes.observe(place);
    }
    const option = this.#framed(place.clientWidth);
    // A page that says something else around the chart has not changed it; and what changes grows from nothing only once.
    const drawn = JSON.stringify(option);
    if (drawn === this.drawn) return;
    this.plot.setOption(this.drawn ? { ...option, animation: false } : option, { notMerge: true });
    this.drawn = drawn;
    place.dataset.drawn = 'true';
  }

  #framed(width) {
    return frame(this.option(colour, width), colour, width);
  }

  async #png() {
    const { init } = await echarts();
    const { clientWidth, clientHeight } = this.querySelector('.plot') ?? PICTURE;
    const plot = init(document.createElement('div'), null, { width: clientWidth, height: clientHeight });
    plot.setOption({ ...this.#framed(clientWidth), animation: false });
    const sheet = titled(plot.getRenderedCanvas({ pixelRatio: SHARPNESS, backgroundColor: colour('surface') }), this.heading);
    plot.dispose();
    sheet.toBlob((blob) => save(blob, `${this.#file}.png`));
  }

  get #file() {
    return `buurtpuls-${this.heading.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}`;
  }

  render() {
    return html`<figure class="chart-box ${this.tall ? 'tall' : ''}">
      <figcaption><h3>${this.heading}</h3>
        <div class="chart-tools">
          <button class="tool" aria-pressed=${this.tabular ? 'true' : 'false'} aria-label=${`${t('table')}: ${this.heading}`} @click=${() => (this.tabular = !this.tabular)}>${t('table')}</button>
          <button class="tool" aria-label=${`CSV: ${this.heading}`} @click=${() => save(csv(this.columns, this.rows), `${this.#file}.csv`)}>CSV</button>
          <button class="tool" aria-label=${`PNG: ${this.heading}`} @click=${this.#png}>PNG</button>
        </div>
        ${this.lead ? html`<p class="small soft">${this.lead}</p>` : ''}
      </figcaption>
      ${this.tabular
        ? html`<bp-table .columns=${this.columns} .rows=${this.rows} .caption=${this.heading}></bp-table>`
        : this.content ?? html`<div class="plot ${this.tall ? 'tall' : this.short ? 'short' : ''}" role="img" aria-label=${`${this.heading}. ${this.summary ?? ''} ${t('chart.table')}`}></div>`}
      ${!this.tabular && !this.content && !this.option.worded && this.rows.some(hasWithheld) ? html`<p class="small soft">${t('chart.withheld')}</p>` : ''}
      <details class="small"><summary>${t('definition')}<span class="unseen">: ${this.heading}</span></summary>
        <p>${this.note}</p>
        <ul class="calls">${(this.calls ?? []).slice(0, SHOWN_CALLS).map((call) => html`<li><a href=${call}><code>GET ${call}</code></a></li>`)}
          ${this.calls?.length > SHOWN_CALLS ? html`<li>${t('calls.more', { n: this.calls.length - SHOWN_CALLS })}</li>` : ''}</ul>
      </details>
    </figure>`;
  }
}

/** Whether a row, or a figure in it, is withheld. */
const hasWithheld = (row) => [row, ...Object.values(row)].flat().some((each) => each?.suppressed);

customElements.define('bp-chart', Chart);
