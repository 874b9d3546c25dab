const WIDTH = 760;

/** Areas of a GeoJSON feature collection on a plane of 760 wide: their paths, middles and figures. North is up. */
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
  const largest = rings.reduce((most, ring) => (ring.length > most.length ? ring : most));
  const [left, right] = ends(largest.map(([x]) => x));
  const [top, bottom] = ends(largest.map(([, y]) => y));
  const path = rings.map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`).join('');
  return { path, x: (left + right) / 2, y: (top + bottom) / 2, size: Math.min(right - left, bottom - top) };
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
