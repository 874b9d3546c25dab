import { LitElement, html } from 'lit';
import * as format from '../core/format.js';
import { t } from '../core/texts.js';

const FRAME = 800;
const STEP = 3;

/** Chooses a day: by a slider of months, by a date field, or by playing through the quarters. Tells it (`day`, `detail.play`). */
class TimeSlider extends LitElement {
  static properties = { first: {}, value: {}, label: {}, playable: { type: Boolean }, playing: { state: true } };

  createRenderRoot() {
    return this;
  }

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
        <span aria-hidden="true">${this.playing ? '❚❚' : '▶'}</span> ${this.playing ? t('pause') : t('play')}</button>` : ''}
      <input type="range" min=${least} max=${most} .value=${String(at)} aria-label=${this.label} aria-valuetext=${day >= today ? t('today') : format.date(day)}
        @input=${(event) => (this.#stop(), this.#tell(+event.target.value >= most ? '9999' : format.monthStart(+event.target.value)))}>
      <input type="date" min=${this.first} max=${today} .value=${day} aria-label=${this.label} required
        @change=${(event) => event.target.checkValidity() && (this.#stop(), this.#tell(event.target.value))}>
      <button class="button" ?disabled=${day >= today} @click=${() => (this.#stop(), this.#tell('9999'))}>${t('today')}</button>
    </div>`;
  }
}

customElements.define('bp-time-slider', TimeSlider);
