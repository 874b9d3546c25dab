const WIDTH = 760;

/** Areas of a GeoJSON feature collection on a plane of 760 wide: their paths, where there is most room in each, and figures. North is up. */
export function projected(features) {
  const drawn = features.filter((feature) => feature.geometry);
  if (!drawn.length) return { width: WIDTH, height: 100, areas: [] };
  const rings = new Map(drawn.map((feature) => [feature, ringsOf(feature.geometry)]));
  const points = [...rings.values()].flat(2);
  const [west, east] = ends(points.map(([lon]) => lon));
  const [south, north] = ends(points.map(([, lat]) => lat));
  // A degree of longitude is shorter than one of latitude, by the cosine of the latitude.
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / ((east - west) * squeeze);
  const place = ([lon, lat]) => [(lon - west) * squeeze * scale, (north - lat) * scale];
  return {
    width: WIDTH,
    height: (north - south) * scale,
    areas: drawn.map((feature) => ({ ...feature.properties, ...outline(rings.get(feature).map((ring) => ring.map(place))) })),
  };
}

const ringsOf = ({ type, coordinates }) => (type === 'MultiPolygon' ? coordinates.flat() : coordinates);

function ends(numbers) {
  return numbers.reduce(([low, high], each) => [Math.min(low, each), Math.max(high, each)], [Infinity, -Infinity]);
}

function outline(rings) {
  const path = rings.map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`).join('');
  return { path, ...roomIn(rings.reduce((most, ring) => (extent(ring) > extent(most) ? ring : most))) };
}

const extent = (ring) => {
  const [[left, right], [top, bottom]] = [ends(ring.map(([x]) => x)), ends(ring.map(([, y]) => y))];
  return (right - left) * (bottom - top);
};

/** Points in each direction at which room is looked for; an odd number, so that the middle is one. */
const LOOKED = 13;

/** The point of a ring that is farthest from its border, of some; and twice how far that is. */
function roomIn(ring) {
  const [[left, right], [top, bottom]] = [ends(ring.map(([x]) => x)), ends(ring.map(([, y]) => y))];
  const along = (low, high, at) => low + ((high - low) * (at + 0.5)) / LOOKED;
  let most = { x: (left + right) / 2, y: (top + bottom) / 2, size: 0 };
  for (let row = 0; row < LOOKED; row++) {
    for (let column = 0; column < LOOKED; column++) {
      const [x, y] = [along(left, right, column), along(top, bottom, row)];
      const size = 2 * depth(ring, x, y);
      if (size > most.size) most = { x, y, size };
    }
  }
  return most;
}

/** How far a point is from a ring's border; nothing outside it. */
function depth(ring, x, y) {
  let nearest = Infinity;
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [[ax, ay], [bx, by]] = [ring[before], ring[at]];
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const part = length && Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    nearest = Math.min(nearest, (x - ax - part * (bx - ax)) ** 2 + (y - ay - part * (by - ay)) ** 2);
  }
  return inside ? Math.sqrt(nearest) : 0;
}

/** A name broken into lines of so many letters at most: at spaces and hyphens, else within a word. What is too much is left out. */
export function labelLines(name, letters, most) {
  const lines = [''];
  for (const { text, glue } of pieces(name, letters)) {
    const line = lines[lines.length - 1];
    if (!line || (line + glue + text).length <= letters) {
      lines[lines.length - 1] = line + glue + text;
    } else {
      // Kept at the end, so that who hears or copies the lines has the words apart.
      lines[lines.length - 1] = line + glue;
      lines.push(text);
    }
  }
  return lines.slice(0, most).map((line, at) => (at === most - 1 && lines.length > most ? `${line.slice(0, letters - 1)}…` : line));
}

function pieces(name, letters) {
  return name.split(/\s+/).flatMap((word, place) =>
    word.split(/(?<=[-/])/).flatMap((part) => broken(part, letters)).map((text, at) => ({ text, glue: place > 0 && at === 0 ? ' ' : '' })));
}

/** What Dutch words do not part. */
const TOGETHER = /^(sch|str|ch|st|sp|[bdfgkptv]r|[bfgkpsv]l|kn|tw|zw)/i;
const VOWEL = /[aeiouyàâäèéêëïöü]/i;

/** A word that is too long for a line, broken with hyphens: between syllables where one can be told, and never by a letter or two. */
function broken(word, letters) {
  if (word.length <= letters || letters < 5) return [word.length <= letters ? word : `${word.slice(0, letters - 1)}…`];
  const last = Math.min(letters - 1, word.length - 3);
  const at = Array.from({ length: Math.max(0, last - 2) }, (_, back) => last - back).find((place) => isSyllable(word, place)) ?? last;
  return [`${word.slice(0, at)}-`, ...broken(word.slice(at), letters)];
}

/** Whether one begins here: with consonants that go together and a vowel, after a vowel or another consonant. */
function isSyllable(word, at) {
  const [onset] = TOGETHER.exec(word.slice(at)) ?? [word[at]];
  if (VOWEL.test(word[at]) || !VOWEL.test(word[at + onset.length] ?? '')) return false;
  return !TOGETHER.test(word.slice(at - 1)) && !/^s?ch/i.test(word.slice(at - 2)) && VOWEL.test(word.slice(0, at));
}
