import { spoken } from './texts.js';
import { purpose, session, token } from './signin.js';

/** Says when the service is out of reach (`outage`) and when it is back (`return`). */
export const service = new EventTarget();

const PROBE_EVERY = 2000;
const OUT_OF_REACH = [502, 503, 504];
/** Answers that were read, those that were last asked for last; so many, as each may be a map. */
const kept = new Map();
const MOST_KEPT = 300;
let probing = 0;

// What one reader may have is not kept for the next.
session.addEventListener('change', () => kept.clear());

/** An answer that is no figure: what the service says of it (RFC 9457), and its status; 0 if it could not be reached. */
export class Problem extends Error {
  constructor(status, problem = {}) {
    super(problem.detail ?? problem.title ?? String(status));
    this.status = status;
    this.title = problem.title ?? '';
    this.errors = problem.errors ?? [];
  }
}

/** Headers of every call. */
export function headers(more = {}) {
  const held = token();
  const why = purpose();
  return {
    'Accept-Language': spoken(),
    ...(held ? { Authorization: `Bearer ${held}` } : {}),
    // Header values are Latin letters (RFC 9110, section 5.5); the rest is written out.
    ...(held && why ? { 'Buurtpuls-Purpose': why.normalize('NFD').replace(/[^\x20-\x7e]/g, '') } : {}),
    ...more,
  };
}

/**
 * Reads a call. What has not changed since it was read is the same object, so that nothing is drawn anew.
 * @throws {Problem}
 */
export async function read(path, { signal, accept = 'application/json' } = {}) {
  const reader = token();
  const key = `${spoken()} ${accept} ${path}`;
  const known = kept.get(key);
  const conditional = known?.tag ? { 'If-None-Match': known.tag } : {};
  const answer = await send(path, { signal, cache: 'no-store', headers: headers({ Accept: accept, ...conditional }) });
  if (answer.status === 304 && known) return keep(key, known, reader).body;
  const body = accept.includes('json') ? await answer.json() : await answer.text();
  return keep(key, { tag: answer.headers.get('ETag'), body }, reader).body;
}

/** Unless it was read by who has signed out since. */
function keep(key, read, reader) {
  if (reader !== token()) return read;
  kept.delete(key);
  kept.set(key, read);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value);
  return read;
}

/** Changes something: a rule, an acknowledgement. Gives the answer's body, or nothing. */
export async function write(method, path, body) {
  const answer = await send(path, {
    method,
    headers: headers({ 'Content-Type': 'application/json', Accept: 'application/json' }),
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  return text ? JSON.parse(text) : undefined;
}

async function send(path, options) {
  const answer = await reach(path, options);
  if (answer.ok || answer.status === 304) return answer;
  throw new Problem(answer.status, await answer.json().catch(() => ({})));
}

/** Calls, and says so where the service is out of reach. Gives whatever it answers. */
export async function reach(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch (failure) {
    if (failure.name !== 'AbortError') outage();
    throw failure.name === 'AbortError' ? failure : new Problem(0);
  }
  if (OUT_OF_REACH.includes(answer.status)) outage();
  return answer;
}

function outage() {
  if (probing) return;
  service.dispatchEvent(new Event('outage'));
  probing = setInterval(probe, PROBE_EVERY);
}

async function probe() {
  const back = await fetch('/q/health/ready', { cache: 'no-store' }).then((answer) => answer.ok, () => false);
  if (!back || !probing) return;
  clearInterval(probing);
  probing = 0;
  service.dispatchEvent(new Event('return'));
}
