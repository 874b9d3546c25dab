import { html, svg } from 'lit';
import * as format from '../core/format.js';
import { t } from '../core/texts.js';
import { Part } from './part.js';

const FRAME = 800;
const STEP = 3;

/** Chooses a day: by a slider of months, by a date field, or by playing through the quarters. Tells it (`day`, `detail.play`). */
class TimeSlider extends Part {
  static properties = { first: {}, value: {}, label: {}, playable: { type: Boolean }, playing: { state: true } };

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  #tell(day, play = false) {
    const today = format.today();
    this.dispatchEvent(new CustomEvent('day', { detail: { day: day >= today ? '' : day, play } }));
  }

  #stop() {
    clearInterval(this.playing);
    this.playing = undefined;
  }

  #play() {
    if (this.playing) {
      this.#stop();
      this.#tell(this.value || format.today());
      return;
    }
    if (!this.value || this.value >= format.today()) this.#tell(this.first, true);
    this.playing = setInterval(() => {
      const next = format.monthStart(format.monthOf(this.value || format.today()) + STEP);
      if (next >= format.today()) {
        this.#stop();
        this.#tell('9999');
      } else this.#tell(next, true);
    }, FRAME);
  }

  render() {
    const today = format.today();
    const day = this.value || today;
    const [least, most] = [format.monthOf(this.first), format.monthOf(today) + 1];
    const at = day >= today ? most : format.monthOf(day);
    return html`<div class="slider">
      ${this.playable ? html`<button class="button play" aria-pressed=${this.playing ? 'true' : 'false'} @click=${this.#play}>
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d=${this.playing ? 'M1 0h4v12H1zM7 0h4v12H7z' : 'M1 0l11 6L1 12z'}></path></svg> ${this.playing ? t('pause') : t('play')}</button>` : ''}
      <div class="track">
        <input type="range" min=${least} max=${most} .value=${String(at)} aria-label=${this.label} aria-valuetext=${day >= today ? t('today') : format.date(day)}
          @input=${(event) => (this.#stop(), this.#tell(+event.target.value >= most ? '9999' : format.monthStart(+event.target.value)))}>
        ${this.#years(least, most)}
      </div>
      <input type="date" min=${this.first} max=${today} .value=${day} aria-label=${this.label} required
        @change=${(event) => event.target.checkValidity() && (this.#stop(), this.#tell(event.target.value))}>
      <button class="button" ?disabled=${day >= today} @click=${() => (this.#stop(), this.#tell('9999'))}>${t('today')}</button>
    </div>`;
  }

  /** The years below the slider; on a narrow one every other is hidden by its style. */
  #years(least, most) {
    const firsts = [];
    for (let month = Math.ceil(least / 12) * 12; month <= most; month += 12) firsts.push(month);
    return html`<svg class="years" aria-hidden="true">${firsts.map((month) => svg`<g class=${(month / 12) % 2 ? 'odd' : ''}>
      <line x1="${(100 * (month - least)) / (most - least)}%" x2="${(100 * (month - least)) / (most - least)}%" y2="4"></line>
      <text x="${(100 * (month - least)) / (most - least)}%" y="1.05rem">${month / 12}</text></g>`)}</svg>`;
  }
}

customElements.define('bp-time-slider', TimeSlider);
