// Says what is wrong with what the services are run with, and ends with 1 if there is anything.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, home } from './checkout.mjs';
import * as compose from './compose.mjs';
import * as dockerfile from './dockerfile.mjs';
import * as kubernetes from './kubernetes.mjs';
import * as strimzi from './strimzi.mjs';
import * as tables from './tables.mjs';

const all = checkout();
if (process.argv.includes('--write')) {
  all.configuration = tables.written(all.configuration, all.settings);
  writeFileSync(join(home, 'docs/configuration.md'), all.configuration);
}

const found = [
  ...compose.faults(all.compose, all),
  ...compose.realmFaults(all.realm, all.compose, all.roles),
  ...Object.entries(all.dockerfiles).flatMap(([name, text]) =>
    dockerfile.faults(text, name, all.settings[name].values.get('quarkus.http.port')),
  ),
  ...Object.entries(all.overlays).flatMap(([name, objects]) =>
    [...kubernetes.typeFaults(objects), ...kubernetes.ruleFaults(objects, all)].map((fault) => `${name}: ${fault}`),
  ),
  ...strimzi.faults(all.strimzi, all.contract, 24),
  ...tables.faults(all.configuration, all.settings),
];
found.forEach((fault) => console.error(fault));
const objects = Object.values(all.overlays).flat().length;
console.log(`${objects} Kubernetes objects, ${all.strimzi.length} of Strimzi, ${Object.keys(all.compose.services).length} containers: ${found.length} faults`);
process.exitCode = found.length ? 1 : 0;
