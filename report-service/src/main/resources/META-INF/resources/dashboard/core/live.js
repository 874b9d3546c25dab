import { headers } from './api.js';
import { session } from './signin.js';

const POLL_EVERY = 5000;
/** More areas than this are not followed one by one; they are looked at now and then. */
const MOST_AREAS = 500;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15000;
/** Between two looks: a busy town leaves the page time for other things. */
const REST = 200;

/**
 * Follows what changes in some areas. It reads the stream (`GET /v1/stream`) by fetch, since an EventSource sends no token,
 * and goes on where it was after a break (`Last-Event-ID`). What the stream tells is handed on at once (`onTold`, which gives
 * whether that was all there is to show); else, and whenever something may have changed untold, the page is to look
 * (`onChange`). Where there is no stream it looks every five seconds, which costs a 304.
 *
 * @param {{areas: string[], topics: string, onTold: (events: {event: string, data: any}[]) => boolean, onChange: () => Promise<void>}} wish
 */
export class Live {
  mode = 'starting';
  #last = '';
  #abort = new AbortController();
  #rested = Promise.resolve();

  constructor(wish) {
    this.wish = wish;
    // Who signs in or out follows other figures.
    this.again = () => {
      this.#abort.abort();
      this.#abort = new AbortController();
      this.#last = '';
      this.mode = 'starting';
      this.#run(this.#abort.signal);
    };
    session.addEventListener('change', this.again);
    this.#run(this.#abort.signal);
  }

  stop() {
    session.removeEventListener('change', this.again);
    this.#abort.abort();
    this.stopped = true;
  }

  async #run(stopped) {
    let pause = FIRST_PAUSE;
    while (!stopped.aborted) {
      const outcome = await this.#stream(stopped).catch(() => 'broken');
      if (stopped.aborted) return;
      this.mode = outcome === 'absent' ? 'polling' : 'broken';
      if (outcome === 'absent') {
        await wait(document.hidden ? POLL_EVERY * 6 : POLL_EVERY, stopped);
        pause = FIRST_PAUSE;
      } else {
        // What is asked now tells whether the service is out of reach, and is told once it is back.
        this.#tell();
        pause = outcome === 'ended' ? FIRST_PAUSE : Math.min(LONGEST_PAUSE, pause * 2);
        await wait(pause, stopped);
      }
      if (!stopped.aborted && outcome === 'absent') this.#tell();
    }
  }

  async #stream(stopped) {
    if (this.mode === 'polling' && this.polls++ % 12) return 'absent';
    this.polls ??= 1;
    const { areas, topics } = this.wish;
    if (areas.length > MOST_AREAS) return 'absent';
    const named = areas.length ? `&areas=${areas.join(',')}` : '';
    const answer = await fetch(`/v1/stream?topics=${topics}${named}`, {
      signal: stopped,
      cache: 'no-store',
      headers: headers({ Accept: 'text/event-stream', ...(this.#last ? { 'Last-Event-ID': this.#last } : {}) }),
    });
    if (answer.status >= 500) return 'broken';
    if (answer.status === 400) this.#last = '';
    if (!answer.ok || !answer.body) return 'absent';
    this.mode = 'streaming';
    // What changed after the page was read and before this.
    this.#tell();
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return 'ended';
      const parts = (text + value).split(/\r?\n\r?\n/);
      text = parts.pop();
      const told = parts.map((part) => this.#event(part)).filter(Boolean);
      if (told.length && !this.wish.onTold(told)) this.#tell();
    }
  }

  /** One event of the stream (WHATWG HTML, section 9.2): fields by line, a colon first is a comment. */
  #event(block) {
    const field = (name) =>
      block.split(/\r?\n/).filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).replace(/^ /, ''));
    const [id] = field('id');
    if (id !== undefined) this.#last = id;
    const data = field('data').join('\n');
    return data ? { event: field('event')[0] ?? 'message', data: JSON.parse(data) } : undefined;
  }

  /** One look at a time, the first at once: what changes meanwhile is looked at together after it, and after a rest. */
  async #tell() {
    this.more = true;
    if (this.telling) return;
    this.telling = true;
    while (this.more) {
      await this.#rested;
      this.more = false;
      if (this.stopped) return;
      await Promise.resolve(this.wish.onChange()).catch(() => {});
      this.#rested = new Promise((done) => setTimeout(done, REST));
    }
    this.telling = false;
  }
}

/** Ends after a while, or at once when it is stopped. */
const wait = (milliseconds, stopped) => new Promise((done) => {
  const timer = setTimeout(done, milliseconds);
  stopped.addEventListener('abort', () => (clearTimeout(timer), done()), { once: true });
});
