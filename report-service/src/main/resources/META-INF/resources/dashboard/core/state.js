/**
 * What is shown is what the address says, and nothing else: a link shared is a page shared, and the back button goes back.
 * `state.get(key)` reads a query parameter; `state.set({key: value})` goes to another address, and tells those who listen.
 */
class State extends EventTarget {
  constructor() {
    super();
    this.parameters = new URLSearchParams(location.search);
    addEventListener('popstate', () => this.#read(true));
  }

  get(key, otherwise = '') {
    return this.parameters.get(key) || otherwise;
  }

  list(key) {
    return this.get(key).split(',').filter(Boolean);
  }

  /** The address with some parameters changed; `null` or '' takes one away. */
  href(changes) {
    const next = new URLSearchParams(this.parameters);
    Object.entries(changes).forEach(([key, value]) => (value ? next.set(key, value) : next.delete(key)));
    return `?${next}`;
  }

  /** The address of another page, which keeps what all pages share: language, municipality, date. */
  page(view, changes = {}) {
    const kept = ['lang', 'within', 'date', 'area'].map((key) => [key, this.get(key)]).filter(([, value]) => value);
    const next = new URLSearchParams({ view, ...Object.fromEntries(kept), ...changes });
    return `?${next}`;
  }

  /** Goes to another state. With `replace`, without a step for the back button: for what is dragged or plays. */
  set(changes, { replace = false } = {}) {
    this.go(this.href(changes), { replace });
  }

  go(href, { replace = false } = {}) {
    if (href === location.search) return;
    history[replace ? 'replaceState' : 'pushState'](null, '', href);
    this.#read(false);
  }

  #read(back) {
    const before = this.get('view');
    this.parameters = new URLSearchParams(location.search);
    this.dispatchEvent(new CustomEvent('change', { detail: { turned: before !== this.get('view'), back } }));
  }
}

export const state = new State();

/** Renders a component again when the address changes. */
export class FollowsState {
  constructor(host) {
    this.host = host;
    host.addController(this);
    this.follow = () => host.requestUpdate();
  }

  hostConnected() {
    state.addEventListener('change', this.follow);
  }

  hostDisconnected() {
    state.removeEventListener('change', this.follow);
  }
}

/** Links within the dashboard turn the page without loading it anew; all others are left to the browser. */
export function followLinks(root) {
  root.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    const address = link && (link.getAttribute('href') ?? '');
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
    if (address?.startsWith('?') && plain && !link.target && !event.defaultPrevented) {
      event.preventDefault();
      state.go(address);
    }
  });
}
