import { html } from 'lit';
import { read, service } from './api.js';
import { session } from './signin.js';
import { spoken, t } from './texts.js';

const AT_A_TIME = 6;

/**
 * Answers of the service that a component shows, in the language of the page. While others are fetched the old ones stay, so
 * that nothing jumps. `want(paths)` says which in `willUpdate`; `show(render)` renders them, or what is to be said instead.
 */
export class Loaded {
  values;
  error;
  busy = false;
  #paths = [];
  #wanted = '';
  #held = '';
  #abort;

  constructor(host) {
    this.host = host;
    host.addController(this);
    this.again = () => this.reload();
  }

  hostConnected() {
    service.addEventListener('return', this.again);
    session.addEventListener('change', this.again);
  }

  hostDisconnected() {
    service.removeEventListener('return', this.again);
    session.removeEventListener('change', this.again);
    this.#abort?.abort();
    this.#wanted = '';
  }

  /** Fetches these, unless they are what was wanted before. */
  want(...paths) {
    const wanted = [spoken(), ...paths].join('\n');
    if (wanted === this.#wanted) return;
    if (paths.length !== this.values?.length) this.values = undefined;
    this.#paths = paths;
    this.#wanted = wanted;
    this.reload();
  }

  /**
   * Fetches anew; gives whether anything is another than it was. What has not changed is answered in a few bytes, what has is
   * shown as it comes; answers to other calls than before are shown together, or figures of two days would stand side by side.
   */
  async reload() {
    if (!this.#paths.length) return false;
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    const wanted = this.#wanted;
    const again = this.values !== undefined && this.#held === wanted;
    let changed = false;
    this.#mark({ busy: true });
    try {
      const values = await readAll(this.#paths, signal, (value, at) => {
        if (!again || value === this.values[at]) return;
        changed = true;
        this.put(at, value);
      });
      this.#held = wanted;
      this.#mark({ values: again ? this.values : values, error: undefined, busy: false });
    } catch (error) {
      if (!signal.aborted) this.#mark({ error, busy: false });
    }
    return changed;
  }

  /** Shows this in the place of one answer: what the stream has told need not be asked for. */
  put(at, value) {
    this.#mark({ values: this.values.map((old, place) => (place === at ? value : old)) });
  }

  #mark(now) {
    Object.assign(this, now);
    this.host.requestUpdate();
  }

  /** The answers rendered; while there are none, a place that is as high as `lines` lines; or what went wrong. */
  show(render, { lines = 6 } = {}) {
    if (this.error && (this.error.status !== 0 || !this.values)) return problem(this.error, this.again);
    if (!this.values) return waiting(lines);
    return render(...this.values);
  }
}

/** Reads them, the first first; tells each as it comes. */
async function readAll(paths, signal, tell) {
  const values = new Array(paths.length);
  let next = 0;
  const worker = async () => {
    while (next < paths.length) {
      const at = next++;
      values[at] = await read(paths[at], { signal });
      signal.throwIfAborted();
      tell(values[at], at);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_A_TIME, paths.length) }, worker));
  return values;
}

/** Grey lines where figures will be; none is one field as high as a map. */
export const waiting = (lines) => html`<div class="waiting" role="status">
  <span class="unseen">${t('loading')}</span>
  ${lines === 0 ? html`<span class="bar whole" aria-hidden="true"></span>` : ''}
  ${Array.from({ length: lines }, () => html`<span class="bar" aria-hidden="true"></span>`)}
</div>`;

/** What went wrong, in the reader's words first and the service's second, and what can be done. */
export function problem(error, again) {
  const known = { 0: 'outage', 401: 'signIn', 403: 'forbidden', 404: 'absent', 429: 'busy', 503: 'outage' }[error.status];
  return html`<div class="problem" role="alert">
    <strong>${t(`problem.${known ?? 'other'}`)}</strong>
    ${error.status ? html`<p class="soft">${error.message}</p>` : ''}
    ${again ? html`<button class="button" @click=${again}>${t('again')}</button>` : ''}
  </div>`;
}
