// Which settings each service knows: from its application.properties, its @ConfigMapping and @ConfigProperty, and from
// what the extensions in its build say of theirs.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

export const SERVICES = ['ingest-service', 'indicator-service', 'report-service'];

// Not Quarkus' own, so no extension describes them: MicroProfile JWT 2.1 and SmallRye JWT.
const TOKENS = [
  'mp.jwt.verify.publickey',
  'mp.jwt.verify.publickey.location',
  'mp.jwt.verify.publickey.algorithm',
  'mp.jwt.verify.issuer',
  'mp.jwt.verify.audiences',
  'mp.jwt.verify.clock.skew',
  'mp.jwt.verify.token.age',
  'smallrye.jwt.path.groups',
  'smallrye.jwt.jwks.refresh-interval',
  'smallrye.jwt.jwks.forced-refresh-interval',
];

// Optional to the eye of the code, which says more than 'missing' when they are; the service does not start without.
const REQUIRED = ['buurtpuls.person.secret', 'buurtpuls.disclosure.secret'];

// Handed on to Kafka's clients as they are: where the brokers are, and how they are reached safely.
const KAFKA_CLIENT = /^kafka\.(bootstrap\.servers|security\.protocol|sasl\.[a-z.]+|ssl\.[a-z.]+)$/;

/** The environment variable that sets a property, as MicroProfile Config has it. */
export const variableOf = (property) => property.replace(/[^A-Za-z0-9]/g, '_').toUpperCase();

/** A setting of our own, with what the tables of docs/configuration.md say of it. */
function own(name, meaning, standard) {
  return { name, meaning, standard };
}

function javaFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.java'))
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}

const kebab = (camel) => camel.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());

/** Javadoc as a line of a table. */
function plain(javadoc) {
  return javadoc
    .replace(/^\s*\*( |$)/gm, '')
    .replace(/\{@(?:code|literal)\s+([^}]*)\}/g, '`$1`')
    .replace(/\{@link\s+#?([^}\s]*)[^}]*\}/g, '`$1`')
    .replace(/<\/?[a-z]+>/g, '')
    .replace(/@(param|return|throws)[\s\S]*/, '')
    .replace(/\s+/g, ' ')
    .replace(/\|/g, '\\|')
    .trim();
}

const METHOD = new RegExp(
  String.raw`(?:/\*\*((?:(?!\*/)[\s\S])*)\*/\s*)?((?:@\w+(?:\([^)]*\))?\s*)*)([A-Z][\w.<>, ]*|int|long|boolean|double)\s+(\w+)\(\)\s*;`,
  'g',
);

/** The body of an interface that stands in a text, without the types inside it; and the interfaces inside, by name. */
function bodies(text) {
  const inside = new Map();
  let flat = '';
  for (let at = 0; at < text.length; ) {
    const next = /\b(interface|class|record|enum)\s+(\w+)[^{;]*\{/g;
    next.lastIndex = at;
    const found = next.exec(text);
    if (!found) {
      flat += text.slice(at);
      break;
    }
    flat += text.slice(at, found.index);
    let depth = 1;
    let end = next.lastIndex;
    while (depth > 0 && end < text.length) {
      depth += text[end] === '{' ? 1 : text[end] === '}' ? -1 : 0;
      end++;
    }
    if (found[1] === 'interface') {
      inside.set(found[2], text.slice(next.lastIndex, end - 1));
    }
    at = end;
  }
  return { flat, inside };
}

function mapped(prefix, body, outer = new Map()) {
  // Braces of Javadoc tags come in pairs, so they do not disturb the counting.
  const { flat, inside } = bodies(body);
  const groups = new Map([...outer, ...inside]);
  const found = [];
  for (const [, javadoc, annotations, type, method] of flat.matchAll(METHOD)) {
    const named = /@WithName\("([^"]*)"\)/.exec(annotations)?.[1] ?? kebab(method);
    const name = /@WithParentName/.test(annotations) ? prefix : `${prefix}.${named}`;
    const group = [...groups.keys()].find((key) => new RegExp(`\\b${key}\\b`).test(type));
    if (group) {
      const below = /^Map</.test(type) ? `${name}.*` : /^List</.test(type) ? `${name}[*]` : name;
      found.push(...mapped(below, groups.get(group), groups));
      continue;
    }
    const standard = /@WithDefault\("((?:[^"\\]|\\.)*)"\)/.exec(annotations)?.[1] ?? (/^(Optional|Map)/.test(type) ? 'none' : 'required');
    found.push(own(name, plain(javadoc ?? ''), standard));
  }
  return found;
}

/** What @ConfigMapping and @ConfigProperty in these sources ask for. */
export function ofSources(sources) {
  const found = [];
  for (const text of sources) {
    const mapping = /@ConfigMapping\([^)]*prefix\s*=\s*"([^"]+)"[^)]*\)/.exec(text);
    if (mapping) {
      const { inside } = bodies(text.slice(mapping.index));
      const [body] = inside.values();
      found.push(...mapped(mapping[1], body));
    }
    const property = /@ConfigProperty\(\s*name\s*=\s*"([^"]+)"(?:,\s*defaultValue\s*=\s*"([^"]*)")?\s*\)\s*(Optional)?/g;
    for (const [, name, standard, optional] of text.matchAll(property)) {
      found.push(own(name, '', standard ?? (optional ? 'none' : 'required')));
    }
  }
  return found;
}

/** What an application.properties sets, and what it asks for by ${name:default}; not what is for a profile alone. */
export function ofProperties(text) {
  const lines = text.split('\n').filter((line) => line.trim() && !/^\s*[#%]/.test(line));
  const values = new Map();
  const asked = [];
  for (const line of lines) {
    const at = line.indexOf('=');
    const name = line.slice(0, at).trim().replace(/\\(.)/g, '$1');
    values.set(name, line.slice(at + 1).trim());
    for (const [, placeholder, standard] of line.matchAll(/\$\{([\w.-]+)(?::((?:[^{}]|\$\{[^}]*\})*))?\}/g)) {
      asked.push(own(placeholder, '', standard ?? 'required'));
    }
  }
  return { values, asked };
}

/** What the extensions in a build describe: name to whether it can be set when the service starts. */
function ofExtensions(folder) {
  const found = new Map();
  const walk = (item) => {
    item.items?.forEach(walk);
    if (item.path) {
      for (const path of [item.path, ...(item.additionalPaths ?? [])]) {
        found.set(path.property, item.phase === 'RUN_TIME');
      }
    }
  };
  for (const jar of readdirSync(folder).filter((name) => name.endsWith('.jar'))) {
    const model = 'META-INF/quarkus-config-doc/quarkus-config-model.json';
    const entries = unzipSync(readFileSync(join(folder, jar)), { filter: (entry) => entry.name === model });
    if (entries[model]) {
      JSON.parse(Buffer.from(entries[model]).toString('utf8')).configRoots.forEach(walk);
    }
  }
  return found;
}

/** Everything that a service of this checkout can be told, and by which variable. */
export function settingsOf(home, service, untold) {
  const lib = join(home, service, 'target/quarkus-app/lib/main');
  if (!existsSync(lib)) {
    throw new Error(`There is no ${lib}: run ./mvnw package first.`);
  }
  const properties = ofProperties(readFileSync(join(home, service, 'src/main/resources/application.properties'), 'utf8'));
  const asked = [...ofSources(javaFiles(join(home, service, 'src/main/java'))), ...properties.asked];
  const ours = new Map();
  for (const { name, meaning, standard } of asked) {
    if (!name.startsWith('buurtpuls.') && !name.startsWith('kafka.')) {
      continue;
    }
    const before = ours.get(name);
    const least = REQUIRED.includes(name) ? 'required' : standard;
    ours.set(name, own(name, before?.meaning || meaning || untold[name] || '', before?.standard ?? least));
  }
  // A default in application.properties comes before that of the code.
  for (const [name, value] of properties.values) {
    if (ours.has(name)) {
      ours.set(name, own(name, ours.get(name).meaning, value));
    }
  }
  return new Settings(ours, properties.values, ofExtensions(lib));
}

export class Settings {
  #atStart = new Set();
  #fixed = new Set();

  constructor(ours, values, extensions) {
    this.ours = ours;
    this.values = values;
    // What the build alone reads, its extensions do not describe; keys in quotes are names of the operator's own.
    const ofBuild = (name) => name.startsWith('quarkus.') && !name.includes('"') && !extensions.has(name);
    for (const name of [...ours.keys(), ...values.keys(), ...TOKENS]) {
      (ofBuild(name) ? this.#fixed : this.#atStart).add(variableOf(name));
    }
    for (const [name, atStart] of extensions) {
      if (!atStart) {
        this.#atStart.delete(variableOf(name));
      }
      (atStart ? this.#atStart : this.#fixed).add(variableOf(name));
    }
  }

  /** The variables without which the service does not start. */
  required() {
    return [...this.ours.values()]
      .filter(({ standard }) => standard === 'required')
      .map(({ name }) => variableOf(name));
  }

    /** What is wrong with giving a service this variable; nothing if it is one that it knows. */
  fault(variable) {
    if (variable === 'JDK_JAVA_OPTIONS' || this.#atStart.has(variable)) {
      return undefined;
    }
    if (KAFKA_CLIENT.test(variable.toLowerCase().replaceAll('_', '.'))) {
      return undefined;
    }
    return this.#fixed.has(variable)
      ? `${variable} is fixed when the service is built, and setting it at the start changes nothing`
      : `${variable} is no setting of the service`;
  }
}
