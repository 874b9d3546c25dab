// docker-compose.yml, and the realm that its Keycloak starts with.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { SERVICES } from './settings.mjs';

export const read = (file) => parse(readFileSync(file, 'utf8'), { merge: true, uniqueKeys: true });

// The schema of the Compose specification, as dclint keeps it; its own name for draft 7 is one that Ajv does not know.
const SCHEMA = new URL('../node_modules/dclint/schemas/compose.schema.json', import.meta.url);

function schemaFaults(compose) {
  const { $schema, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  const ajv = new Ajv.default({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  return validate(compose)
    ? []
    : validate.errors.map((e) => `docker-compose.yml${e.instancePath}: ${e.message} ${JSON.stringify(e.params)}`);
}

// It builds itself into its own folder when it starts.
const WRITES = ['keycloak'];
const FROM_OUTSIDE = /^\$\{[A-Z_]+:\?[^}]+\}$/;

export function faults(compose, { settings, kafkaVersion }) {
  const found = schemaFaults(compose);
  const must = (holds, what) => holds || found.push(`docker-compose.yml: ${what}`);
  const services = Object.entries(compose.services);
  for (const [name, service] of services) {
    must(service.build || /:[\w.-]+$/.test(service.image) && !/:latest$/.test(service.image), `${name} takes whatever ${service.image} is`);
    must(service.build || /^[1-9]\d*:\d+$/.test(service.user ?? ''), `${name} may be root, or its user is no number`);
    must(service.read_only === true || WRITES.includes(name), `${name} may write to its root file system`);
    must(service.cap_drop?.includes('ALL') && !service.cap_add, `${name} keeps capabilities`);
    must(service.security_opt?.includes('no-new-privileges:true'), `${name} may gain privileges`);
    must(service.mem_limit && service.cpus && service.pids_limit, `${name} has no limits`);
    must(service.healthcheck?.test, `${name} does not say how it is`);
    must(service.networks?.length, `${name} is in the network of all`);
    must(!service.privileged && service.network_mode === undefined, `${name} leaves its container`);
    for (const port of service.ports ?? []) {
      must(/^127\.0\.0\.1:\d+:\d+$/.test(port), `${name}: port ${port} is open to other machines`);
    }
    for (const [variable, value] of Object.entries(service.environment ?? {})) {
      const secret = /SECRET|PASSWORD|TOKEN|PRIVATE/.test(variable);
      must(!secret || FROM_OUTSIDE.test(value), `${name}: ${variable} stands in the file, or may be empty`);
    }
    for (const other of Object.keys(service.depends_on ?? {})) {
      must(compose.services[other], `${name} waits for ${other}, which is not there`);
    }
  }
  for (const name of SERVICES) {
    const given = compose.services[name]?.environment ?? {};
    Object.keys(given)
      .map((variable) => settings[name].fault(variable))
      .filter(Boolean)
      .forEach((fault) => found.push(`docker-compose.yml: ${name}: ${fault}`));
    settings[name].required().forEach((variable) => must(given[variable], `${name}: ${variable} is required and not set`));
  }
  const atDatabase = services.filter(([, service]) => service.networks?.includes('database')).map(([name]) => name);
  must(atDatabase.sort().join() === 'postgres,report-service', `the database is reached by ${atDatabase}`);
  Object.entries(compose.networks)
    .filter(([name]) => name !== 'edge')
    .forEach(([name, network]) => must(network?.internal === true, `the network ${name} leads outside`));
  must(compose.services.kafka.image === `apache/kafka:${kafkaVersion}`, `Kafka is not ${kafkaVersion}, as in pom.xml`);
  return found;
}

/** Roles, senders and secrets of the realm. */
export function realmFaults(realm, compose, roles) {
  const found = [];
  const must = (holds, what) => holds || found.push(`realm.json: ${what}`);
  const known = realm.roles.realm.map((role) => role.name);
  roles.filter((role) => !known.includes(role)).forEach((role) => must(false, `lacks the role ${role}`));
  const issuer = compose.services['report-service'].environment.MP_JWT_VERIFY_ISSUER;
  must(issuer.endsWith(`/realms/${realm.realm}`), `is not the realm of ${issuer}`);
  const audience = compose.services['report-service'].environment.MP_JWT_VERIFY_AUDIENCES;
  for (const client of realm.clients) {
    const claims = (client.protocolMappers ?? []).map((mapper) => mapper.config);
    must(claims.some((config) => config['included.custom.audience'] === audience), `${client.clientId} gives tokens for others than ${audience}`);
    must(client.fullScopeAllowed === false, `${client.clientId} passes on every role of its user`);
    must(!client.directAccessGrantsEnabled && !client.implicitFlowEnabled, `${client.clientId} lets passwords or tokens pass by the browser`);
    const scope = (realm.scopeMappings ?? []).find((mapping) => mapping.client === client.clientId)?.roles ?? [];
    scope.filter((role) => !known.includes(role)).forEach((role) => must(false, `${client.clientId} has ${role}, which is no role`));
    if (!client.publicClient) {
      const variable = /^\$\{([A-Z_]+)\}$/.exec(client.secret)?.[1];
      must(variable, `the secret of ${client.clientId} stands in the file`);
      must(compose.services.keycloak.environment[variable], `compose gives Keycloak no ${variable}`);
    }
    if (scope.includes('mutation-writer')) {
      // A token without the claim speaks for every municipality.
      const claim = claims.find((config) => config['claim.name'] === 'municipalities');
      must(claim && JSON.parse(claim['claim.value']).every((code) => /^GM\d{4}$/.test(code)), `${client.clientId} may push for every municipality`);
    }
  }
  return found;
}
