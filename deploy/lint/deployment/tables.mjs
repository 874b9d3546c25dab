// The tables of settings in docs/configuration.md, between the lines <!-- settings: SERVICE --> and <!-- end -->.
import { variableOf } from './settings.mjs';

const BLOCK = /<!-- settings: ([\w-]+) -->\n([\s\S]*?)<!-- end -->/g;

function table(settings) {
  const rows = [...settings.ours.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, meaning, standard }) => {
      const shown = standard === 'none' || standard === 'required' ? standard : `\`${standard}\``;
      return `| \`${name}\` | \`${variableOf(name)}\` | ${shown} | ${meaning} |`;
    });
  return ['| setting | as a variable | default | meaning |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

/** The text with every table as the settings are now. */
export function written(text, settings) {
  return text.replace(BLOCK, (_, service) => `<!-- settings: ${service} -->\n${table(settings[service])}<!-- end -->`);
}

export function faults(text, settings) {
  const found = [];
  for (const [service, known] of Object.entries(settings)) {
    if (!text.includes(`<!-- settings: ${service} -->`)) {
      found.push(`docs/configuration.md has no table of the settings of ${service}`);
    }
    for (const { name, meaning } of known.ours.values()) {
      if (!meaning) {
        found.push(`${service}: nothing tells what ${name} means: give it Javadoc, or a line in meanings.json`);
      }
    }
  }
  const lines = text.split('\n');
  const now = written(text, settings).split('\n');
  now
    .filter((line) => !lines.includes(line))
    .forEach((line) => found.push(`docs/configuration.md lacks ${line} (run --write)`));
  lines
    .filter((line) => line.startsWith('| `') && !now.includes(line))
    .forEach((line) => found.push(`docs/configuration.md has ${line}, which is not so (run --write)`));
  return found;
}
