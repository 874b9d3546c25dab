// What there is in this checkout to be checked, read once.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as compose from './compose.mjs';
import * as kubernetes from './kubernetes.mjs';
import { SERVICES, settingsOf } from './settings.mjs';
import { contractOf } from './strimzi.mjs';

export const home = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

const text = (path) => readFileSync(join(home, path), 'utf8');

/** The roles of the contract, with the auditor's. */
function roles() {
  const source = 'contract/src/main/java/nl/buurtpuls/contract/access/Roles.java';
  const named = existsSync(join(home, source)) ? [...text(source).matchAll(/String [A-Z_]+ = "([a-z-]+)"/g)].map(([, role]) => role) : [];
  return [...new Set([...named, 'mutation-writer', 'report-reader', 'exact-reader', 'alert-admin', 'auditor'])];
}

export function checkout() {
  const untold = JSON.parse(text('deploy/lint/deployment/meanings.json'));
  const settings = Object.fromEntries(SERVICES.map((service) => [service, settingsOf(home, service, untold)]));
  const overlays = readdirSync(join(home, 'deploy/kubernetes/overlays')).sort();
  return {
    settings,
    contract: contractOf(home),
    roles: roles(),
    kafkaVersion: /<kafka\.version>([^<]+)</.exec(text('pom.xml'))[1],
    documented: text('deploy/kubernetes/README.md'),
    configuration: text('docs/configuration.md'),
    compose: compose.read(join(home, 'docker-compose.yml')),
    realm: JSON.parse(text('deploy/keycloak/realm.json')),
    overlays: Object.fromEntries(overlays.map((name) => [name, kubernetes.build(join(home, 'deploy/kubernetes/overlays', name))])),
    strimzi: kubernetes.build(join(home, 'deploy/kubernetes/strimzi')),
    dockerfiles: Object.fromEntries(SERVICES.map((name) => [name, text(`${name}/src/main/docker/Dockerfile.jvm`)])),
  };
}
