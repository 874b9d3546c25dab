import { html } from 'lit';
import { read, service } from './api.js';
import { session } from './signin.js';
import { t } from './texts.js';

const AT_A_TIME = 6;

/**
 * Answers of the service that a component shows. While others are fetched the old ones stay, so that nothing jumps.
 * `want(paths)` says which in `willUpdate`; `show(render)` renders them, or what is to be said instead.
 */
export class Loaded {
  values;
  error;
  busy = false;
  #paths = '';
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
    this.#paths = '';
  }

  /** Fetches these, unless they are what was wanted before. */
  want(...paths) {
    const wanted = paths.join('\n');
    if (wanted === this.#paths) return;
    if (paths.length !== this.values?.length) this.values = undefined;
    this.#paths = wanted;
    this.reload();
  }

  /** Fetches anew; gives whether anything is another than it was. What has not is answered in a few bytes. */
  async reload() {
    const paths = this.#paths.split('\n').filter(Boolean);
    if (!paths.length) return false;
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.#mark({ busy: true });
    try {
      const values = await readAll(paths, abort.signal);
      if (abort.signal.aborted) return false;
      const first = !this.values;
      const changed = first || values.some((value, at) => value !== this.values[at]);
      this.#mark({ values: changed ? values : this.values, error: undefined, busy: false });
      return changed && !first;
    } catch (error) {
      if (!abort.signal.aborted) this.#mark({ error, busy: false });
      return false;
    }
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

async function readAll(paths, signal) {
  const values = new Array(paths.length);
  let next = 0;
  const worker = async () => {
    while (next < paths.length) {
      const at = next++;
      values[at] = await read(paths[at], { signal });
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
