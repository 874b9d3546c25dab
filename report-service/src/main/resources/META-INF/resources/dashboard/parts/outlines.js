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
  const most = new RegExp(`.{1,${letters}}`, 'g');
  return name.split(/\s+/).flatMap((word, place) =>
    word.split(/(?<=[-/])/).flatMap((part) => part.match(most)).map((text, at) => ({ text, glue: place > 0 && at === 0 ? ' ' : '' })));
}
