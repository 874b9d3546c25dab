// Says what is wrong with the documentation, and ends with 1 if there is anything.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faults, namedFaults } from './links.mjs';

const home = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const exists = (path) => existsSync(join(home, path));
const read = (path) => readFileSync(join(home, path), 'utf8');

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: home, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path && exists(path) && statSync(join(home, path)).isFile());
const pages = new Map(files.filter((path) => path.endsWith('.md')).map((path) => [path, read(path)]));

const texts = files.filter((path) => !/\.(png|jar|pdf|ttf|woff2?|gz|ico|zst)$/.test(path) && !path.startsWith('deploy/lint/docs/'));
const found = [...faults(pages, exists), ...texts.flatMap((path) => namedFaults(path, read(path), exists))];
found.forEach((fault) => console.error(fault));
console.log(`${pages.size} pages: ${found.length} faults`);
process.exitCode = found.length ? 1 : 0;
