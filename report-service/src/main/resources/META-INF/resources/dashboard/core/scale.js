/**
 * Classes of values for a map. Which breaks are taken is the reader's choice, since each hides something else:
 * quantiles put as many areas in each class, natural breaks put together what lies together (Fisher's exact method).
 */
const CLASSES = 5;

/** The upper ends of all classes but the last. Fewer where values are fewer. */
export function breaks(values, method, classes = CLASSES) {
  const sorted = [...values].sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  if (distinct.length <= classes) return distinct.slice(0, -1).map((value, at) => (value + distinct[at + 1]) / 2);
  const found = method === 'natural' ? natural(sorted, classes) : quantiles(sorted, classes);
  return [...new Set(found)];
}

function quantiles(sorted, classes) {
  return Array.from({ length: classes - 1 }, (_, at) => {
    const place = ((at + 1) * sorted.length) / classes;
    const [below, above] = [sorted[Math.ceil(place) - 1], sorted[Math.min(Math.ceil(place), sorted.length - 1)]];
    return (below + above) / 2;
  });
}

/** Fisher (1958), by dynamic programming: the least sum of squares within classes. */
function natural(sorted, classes) {
  const n = sorted.length;
  const sum = [0];
  const squares = [0];
  sorted.forEach((value, at) => {
    sum.push(sum[at] + value);
    squares.push(squares[at] + value * value);
  });
  const within = (from, to) => squares[to] - squares[from] - (sum[to] - sum[from]) ** 2 / (to - from);
  let cost = Array.from({ length: n + 1 }, (_, to) => (to ? within(0, to) : 0));
  const starts = [];
  for (let k = 2; k <= classes; k++) {
    const next = new Array(n + 1).fill(Infinity);
    const start = new Array(n + 1).fill(0);
    for (let to = k; to <= n; to++) {
      for (let from = k - 1; from < to; from++) {
        const total = cost[from] + within(from, to);
        if (total < next[to]) [next[to], start[to]] = [total, from];
      }
    }
    cost = next;
    starts.push(start);
  }
  const found = [];
  for (let k = starts.length - 1, to = n; k >= 0; k--) {
    to = starts[k][to];
    found.unshift((sorted[to - 1] + sorted[to]) / 2);
  }
  return found;
}

/** Breaks on both sides of zero, alike, for what goes up and down. */
export function mirrored(values) {
  const sizes = values.map(Math.abs).sort((a, b) => a - b);
  const at = (share) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))] ?? 0;
  const [little, much] = [at(0.25), at(0.7)];
  return little > 0 && much > little ? [-much, -little, little, much] : much > 0 ? [-much, -much / 4, much / 4, much] : [];
}

/** A scale: which colour a value has, and the classes for a legend. */
export class Scale {
  constructor(values, { method = 'quantile', diverging = false } = {}) {
    this.breaks = diverging ? mirrored(values) : breaks(values, method);
    this.diverging = diverging;
    this.low = Math.min(...values);
    this.high = Math.max(...values);
  }

  classOf(value) {
    const at = this.breaks.findIndex((end) => value < end);
    return at < 0 ? this.breaks.length : at;
  }

  /** The name of a colour: `q0` to `q4`, or `d0` to `d4`; with few classes the ends are kept. */
  colour(value) {
    return this.#named(this.classOf(value));
  }

  #named(at) {
    const last = this.breaks.length;
    const place = last === 0 ? 2 : Math.round((at * (CLASSES - 1)) / last);
    return (this.diverging ? 'd' : 'q') + place;
  }

  /** Each class with its ends and its colour; none where nothing has a value. */
  get classes() {
    if (this.low > this.high) return [];
    return [...this.breaks, Infinity].map((end, at) => ({
      from: at === 0 ? this.low : this.breaks[at - 1],
      to: end === Infinity ? this.high : end,
      colour: this.#named(at),
    }));
  }
}
