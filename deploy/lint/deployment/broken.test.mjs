// The check is worth something only if it finds what is broken. Each of these breaks one thing in what stands in this
// checkout, and says what the check has to say of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkout } from './checkout.mjs';
import * as compose from './compose.mjs';
import * as dockerfile from './dockerfile.mjs';
import * as kubernetes from './kubernetes.mjs';
import { ofProperties, ofSources, variableOf } from './settings.mjs';
import * as strimzi from './strimzi.mjs';
import * as tables from './tables.mjs';

const all = checkout();

function finds(before, after, expected) {
  const news = after.filter((fault) => !before.includes(fault));
  assert.ok(
    news.some((fault) => fault.includes(expected)),
    `expected a fault with "${expected}", got ${JSON.stringify(news)}`,
  );
}

function ofKubernetes(faults) {
  const sound = faults(all.overlays.country);
  return (title, expected, change) =>
    test(`kubernetes: ${title}`, () => {
      const objects = structuredClone(all.overlays.country);
      const of = (kind, name) => objects.find((object) => object.kind === kind && object.metadata.name === name);
      finds(sound, faults(change(of, objects) ?? objects), expected);
    });
}

const type = ofKubernetes(kubernetes.typeFaults);
const rule = ofKubernetes((objects) => kubernetes.ruleFaults(objects, all));
const template = (of, kind, name) => of(kind, name).spec.template.spec;
const container = (of) => template(of, 'StatefulSet', 'indicator-service').containers[0];

type('a field that no type has', 'readynessProbe', (of) => {
  container(of).readynessProbe = {};
});
type('a field that is misspelt deep down', 'matchLabel', (of) => {
  of('PodDisruptionBudget', 'report-service').spec.selector = { matchLabel: {}, matchLabels: { 'app.kubernetes.io/name': 'report-service' } };
});
type('a field of KEDA that is misspelt', 'maxReplicas', (of) => {
  of('ScaledObject', 'indicator-service').spec.maxReplicas = 12;
});
type('a number as text', 'spec/replicas', (of) => {
  of('Deployment', 'report-service').spec.replicas = '3';
});
type('a quantity that is none', 'memory', (of) => {
  container(of).resources.limits.memory = '4Gigs';
});
type('a required field that is missing', 'selector', (of) => {
  delete of('Deployment', 'report-service').spec.selector;
});
type('a kind that its group has not', 'there is no', (of) => {
  of('Deployment', 'report-service').apiVersion = 'apps/v2';
});
rule('a container that may be root', 'may be root', (of) => {
  delete template(of, 'Deployment', 'ingest-service').securityContext.runAsNonRoot;
});
rule('a root file system that can be written', 'root file system', (of) => {
  container(of).securityContext.readOnlyRootFilesystem = false;
});
rule('a token of the account', 'token of its account', (of) => {
  delete template(of, 'Deployment', 'ingest-service').automountServiceAccountToken;
});
rule('a probe at a path that is not there', 'livenessProbe', (of) => {
  container(of).livenessProbe.httpGet.path = '/health/live';
});
rule('an end that is too short', 'killed before', (of) => {
  template(of, 'Deployment', 'ingest-service').terminationGracePeriodSeconds = 10;
});
rule('an image without a version', 'takes whatever', (of) => {
  container(of).image = 'registry:5000/buurtpuls/indicator-service';
});
rule('a setting that the service does not know', 'BUURTPULS_THREAD is no setting', (of) => {
  container(of).env = [{ name: 'BUURTPULS_THREAD', value: '4' }];
});
rule('a setting of another service', 'BUURTPULS_PERSON_SECRET is no setting', (of) => {
  container(of).env = [{ name: 'BUURTPULS_PERSON_SECRET', value: '4' }];
});
rule('a setting that is fixed when the service is built', 'fixed when the service is built', (of) => {
  container(of).env = [{ name: 'QUARKUS_KAFKA_STREAMS_HEALTH_ENABLED', value: 'true' }];
});
rule('one of an extension that is fixed when the service is built', 'fixed when the service is built', (of) => {
  template(of, 'Deployment', 'report-service').containers[0].env.push({ name: 'QUARKUS_DATASOURCE_REACTIVE', value: 'false' });
});
rule('a setting without which the service does not start', 'BUURTPULS_PERSON_SECRET is required', (of) => {
  const door = template(of, 'Deployment', 'ingest-service').containers[0];
  door.env = door.env.filter(({ name }) => name !== 'BUURTPULS_PERSON_SECRET');
});
rule('a secret in the open', 'not in a secret', (of) => {
  const door = template(of, 'Deployment', 'ingest-service').containers[0];
  door.env.find(({ name }) => name === 'BUURTPULS_PERSON_SECRET').value = 'x';
});
rule('a secret that nobody is told how to make', 'buurtpuls-persons', (of) => {
  template(of, 'Deployment', 'ingest-service').containers[0].env[0].valueFrom = { secretKeyRef: { name: 'buurtpuls-persons', key: 'secret' } };
});
rule('a service that selects nothing', 'Service report-service: selects no pod', (of) => {
  of('Service', 'report-service').spec.selector['app.kubernetes.io/name'] = 'reports';
});
rule('no policy that closes', 'no network policy closes', (of, objects) =>
  objects.filter((object) => object.metadata.name !== 'nothing-else'),
);
rule('a policy for pods that are not there', 'NetworkPolicy database: selects no pod', (of) => {
  of('NetworkPolicy', 'database').spec.podSelector.matchLabels['app.kubernetes.io/name'] = 'database';
});
rule('a host without TLS', 'not served by TLS', (of) => {
  of('Ingress', 'report-service').spec.tls = [];
});
rule('more pods than partitions can feed', 'partitions can feed', (of) => {
  of('ScaledObject', 'indicator-service').spec.maxReplicaCount = 24;
});
rule('a topic that the contract has not', 'has no topic', (of) => {
  of('ScaledObject', 'indicator-service').spec.triggers[0].metadata.topic = 'mutations';
});
rule('replicas beside an autoscaler', 'each apply sets them back', (of) => {
  of('StatefulSet', 'indicator-service').spec.replicas = 3;
});

const soundCompose = compose.faults(all.compose, all);

function ofCompose(title, expected, change) {
  test(`compose: ${title}`, () => {
    const broken = structuredClone(all.compose);
    change(broken.services, broken);
    finds(soundCompose, compose.faults(broken, all), expected);
  });
}

ofCompose('a key that the specification has not', 'must NOT have additional properties', (services) => {
  services.kafka.helthcheck = {};
});
ofCompose('a secret in the file', 'stands in the file', (services) => {
  services.postgres.environment.POSTGRES_PASSWORD = 'postgres';
});
ofCompose('a secret that may be empty', 'may be empty', (services) => {
  services['ingest-service'].environment.BUURTPULS_PERSON_SECRET = '${BUURTPULS_PERSON_SECRET}';
});
ofCompose('a container that is root', 'may be root', (services) => {
  delete services.kafka.user;
});
ofCompose('a port that others can reach', 'open to other machines', (services) => {
  services.grafana.ports = ['3000:3000'];
});
ofCompose('another who reaches the database', 'the database is reached by', (services) => {
  services.grafana.networks.push('database');
});
ofCompose('a setting that the service does not know', 'is no setting', (services) => {
  services['report-service'].environment.BUURTPULS_TOPICS_PARTITIONS = '6';
});
ofCompose('a broker of another version', 'Kafka is not', (services) => {
  services.kafka.image = 'apache/kafka:4.1.2';
});

function ofRealm(title, expected, change) {
  test(`realm: ${title}`, () => {
    const realm = structuredClone(all.realm);
    change(realm.clients.find((client) => client.clientId === 'gemeente-heerlen'), realm);
    finds([], compose.realmFaults(realm, all.compose, all.roles), expected);
  });
}

ofRealm('a sender that may push for all', 'may push for every municipality', (client) => {
  client.protocolMappers = client.protocolMappers.filter((mapper) => mapper.name !== 'municipalities');
});
ofRealm('a secret in the file', 'stands in the file', (client) => {
  client.secret = 'heerlen';
});
ofRealm('a role that is missing', 'lacks the role', (client, realm) => {
  realm.roles.realm.pop();
  realm.roles.realm.shift();
});

function ofDockerfile(title, expected, change) {
  test(`dockerfile: ${title}`, () => {
    const broken = change(all.dockerfiles['ingest-service']);
    finds([], dockerfile.faults(broken, 'ingest-service', '8081'), expected);
  });
}

ofDockerfile('an instruction that is none', 'COPPY', (text) => text.replace('COPY', 'COPPY'));
ofDockerfile('root', 'may be root', (text) => text.replace(/^USER .*$/m, 'USER root'));
ofDockerfile('a shell to start', 'needs a shell', (text) => text.replace(/^ENTRYPOINT .*$/m, 'ENTRYPOINT java -jar quarkus-run.jar'));
ofDockerfile('another archive', 'archive of its classes', (text) => text.replace('SharedArchiveFile=app-cds.jsa', 'SharedArchiveFile=other.jsa'));
ofDockerfile('another port', 'does not listen', (text) => text.replace('EXPOSE 8081', 'EXPOSE 8080'));
ofDockerfile('a base of any version', 'takes whatever', (text) => text.replace(/^ARG BASE=.*$/m, 'ARG BASE=eclipse-temurin'));

test('strimzi: a topic that is kept for a while only', () => {
  const broken = structuredClone(all.strimzi);
  broken.find((object) => object.metadata.name === 'buurtpuls.mutations').spec.config['retention.ms'] = 604800000;
  finds([], strimzi.faults(broken, all.contract, 24), 'buurtpuls.mutations is to have');
});
test('strimzi: a right on a topic that is not there', () => {
  const broken = structuredClone(all.strimzi);
  broken.find((object) => object.kind === 'KafkaUser').spec.authorization.acls[0].resource.name = 'mutations';
  finds([], strimzi.faults(broken, all.contract, 24), 'no topic of the contract');
});
test('strimzi: a topic that who asks for it may not create', () => {
  const broken = structuredClone(all.strimzi);
  const { acls } = broken.find((object) => object.metadata.name === 'kafka-indicator-service').spec.authorization;
  acls.find((acl) => acl.resource.name === 'buurtpuls.alerts').operations = ['Describe'];
  finds([], strimzi.faults(broken, all.contract, 24), 'buurtpuls.alerts is created by kafka-indicator-service, and may be by ');
});

test('settings: a default that is not so any more is found in the book', () => {
  const broken = all.configuration.replace('`20000`', '`30000`');
  assert.notEqual(broken, all.configuration);
  finds([], tables.faults(broken, all.settings), 'which is not so');
});
test('settings: a mapping with groups, words and names of its own', () => {
  const source = `
    /** How. */
    @ConfigMapping(prefix = "buurtpuls.delivery")
    public interface DeliveryConfig {
        /** By call, as {@code POST}. */
        Webhook webhook();

        /** A name of its own. */
        @WithName("at-most")
        @WithDefault("4")
        int atOnce();

        /** Of a few words. */
        @WithDefault("one-by-one")
        Order order();

        enum Order {
            ONE_BY_ONE,
            ANY
        }

        interface Webhook {
            /** The key of it. */
            Optional<String> secretKey();
        }
    }`;
  assert.deepEqual(ofSources([source]), [
    { name: 'buurtpuls.delivery.webhook.secret-key', meaning: 'The key of it.', standard: 'none' },
    { name: 'buurtpuls.delivery.at-most', meaning: 'A name of its own.', standard: '4' },
    { name: 'buurtpuls.delivery.order', meaning: 'Of a few words.', standard: 'one-by-one' },
  ]);
  assert.equal(variableOf('buurtpuls.delivery.webhook.secret-key'), 'BUURTPULS_DELIVERY_WEBHOOK_SECRET_KEY');
});
test('settings: a default that names another property', () => {
  const { asked } = ofProperties('c.d=${buurtpuls.e:${java.f}/g}\n');
  assert.deepEqual(asked, [{ name: 'buurtpuls.e', meaning: '', standard: '${java.f}/g' }]);
});
test('settings: a profile sets nothing for the others', () => {
  const { values, asked } = ofProperties('# a\n%test.a.b=1\nc.d=${buurtpuls.e:2}\n');
  assert.deepEqual([...values.keys()], ['c.d']);
  assert.deepEqual(asked, [{ name: 'buurtpuls.e', meaning: '', standard: '2' }]);
});
