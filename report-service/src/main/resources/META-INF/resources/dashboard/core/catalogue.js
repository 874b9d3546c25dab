import { read } from './api.js';
import { spoken, t } from './texts.js';

/** The window that an id ends in. */
export const WINDOW = /\.(30d|1y|5y|10y)$/;
export const SCHEMES = ['social-assistance', 'disability', 'unemployment', 'any'];
/** Not of a buurt: they are about the buurten of an area. */
const OF_BUURTEN = /\.(hyperconcentration|dissimilarity|isolation|theil|gini)$/;

const SECTIONS = [
  ['population', (id) => /^(population|households|births|deaths)/.test(id)],
  ['turnover', (id) => /^(arrivals|departures|internal-|turnover|net-migration|retention|kindergartners)/.test(id)],
  ['concentration', (id) => /\.(location-quotient|hyperconcentration|dissimilarity|isolation|theil|gini)$/.test(id)],
  ...SCHEMES.map((scheme) => [scheme, (id) => id.startsWith(`${scheme}.`)]),
  ['adult-arrivals', (id) => id.startsWith('adult-arrivals')],
  ['income', (id) => /^(low-income|social-minimum)/.test(id)],
  ['dwellings', (id) => id.startsWith('dwellings')],
];

/** The indicators of `GET /v1/indicators`, in the language of the page. */
export class Catalogue {
  constructor(indicators) {
    this.byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  }

  /** An indicator by id, with or without a window. */
  of(id) {
    return this.byId.get(id) ?? this.byId.get(id.replace(WINDOW, ''));
  }

  unit(id) {
    return this.of(id)?.unit ?? 'number';
  }

  /** Its name, with its window if that is not the year. */
  label(id) {
    const [, window] = this.byId.has(id) ? [] : WINDOW.exec(id) ?? [];
    const label = this.of(id)?.label ?? id;
    return window && window !== '1y' ? `${label} (${t(`window.${window}`)})` : label;
  }

  /** Its name, with its window whatever that is: for a figure that stands by itself. */
  fullLabel(id) {
    const window = this.byId.get(id)?.windows?.length ? '1y' : WINDOW.exec(id)?.[1];
    return window === '1y' ? `${this.of(id)?.label ?? id} (${t('window.1y')})` : this.label(id);
  }

  /** Sections with the indicators that areas of a level have. */
  sections(level) {
    const left = new Set([...this.byId.keys()].filter((id) => level !== 'buurt' || !OF_BUURTEN.test(id)));
    return SECTIONS.map(([name, holds]) => {
      const ids = [...left].filter(holds);
      ids.forEach((id) => left.delete(id));
      return { name, indicators: ids.map((id) => this.byId.get(id)) };
    }).filter((section) => section.indicators.length);
  }
}

let held;

/** The catalogue, fetched once a language. */
export async function catalogue() {
  if (held?.language !== spoken()) {
    held = { language: spoken(), catalogue: read('/v1/indicators').then((list) => new Catalogue(list)) };
    held.catalogue.catch(() => (held = undefined));
  }
  return held.catalogue;
}

let tree;

/** The areas that are known down to the buurt, by code, with the municipality that is shown when none is asked for. */
export async function areas() {
  tree ??= Promise.all(['municipality', 'group', 'wijk', 'buurt'].map((level) => read(`/v1/areas?level=${level}&pageSize=20000`)))
    .then(([municipalities, groups, wijken, buurten]) => {
      const home = buurten[0]?.parents.find((code) => code.startsWith('GM'));
      const all = [...municipalities.filter((each) => each.code === home), ...groups, ...wijken, ...buurten];
      return { home, municipalities, groups, wijken, buurten, byCode: new Map([...municipalities, ...all].map((each) => [each.code, each])) };
    });
  tree.catch(() => (tree = undefined));
  return tree;
}

/** 'Wijk 32 Meezenbroek-Schaesbergerveld' is Meezenbroek-Schaesbergerveld where it stands among wijken. */
export const shortName = (name) => name.replace(/^Wijk \d+ /, '');
