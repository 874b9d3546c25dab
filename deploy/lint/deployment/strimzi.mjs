// deploy/kubernetes/strimzi. No schema of Strimzi's resources can be had from a package, so their form is looked at here
// as far as it is used; that the topics are those of the contract is what matters.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const OPERATIONS = ['Create', 'Describe', 'DescribeConfigs', 'Read', 'Write'];

const SCRUBBER = 'kafka-indicator-service';
const SCRUBBED = ['buurtpuls.mutations', 'buurtpuls.findings', 'buurtpuls.dead-letters'];
const WEEK = 7 * 24 * 3600 * 1000;
const RETENTION = {
  FOREVER: { 'retention.ms': -1, 'retention.bytes': -1 },
  LATEST_PER_KEY: { 'cleanup.policy': 'compact' },
  ONE_WEEK: { 'retention.ms': WEEK },
  NINETY_DAYS: { 'retention.ms': 90 * 24 * 3600 * 1000 },
};

/** Who asks the brokers at its start for which topics, and where that is said. */
const CREATORS = {
  'kafka-ingest-service': 'ingest-service/src/main/java/nl/buurtpuls/ingest/publish/KafkaTopics.java',
  'kafka-indicator-service': 'indicator-service/src/main/java/nl/buurtpuls/indicator/stream/OwnTopics.java',
};

/** The topics as the contract has them: name, retention, the most partitions if there is a bound, and who creates it. */
export function contractOf(home) {
  const source = readFileSync(join(home, 'contract/src/main/java/nl/buurtpuls/contract/topic/Topic.java'), 'utf8');
  const named = Object.entries(CREATORS).map(([user, path]) => [user, /TOPICS = List\.of\(([^)]*)\)/.exec(readFileSync(join(home, path), 'utf8'))[1]]);
  const creators = (constant) => named.filter(([, list]) => new RegExp(`\\bTopic\\.${constant}\\b`).test(list)).map(([user]) => user);
  const constants = /^ {4}([A-Z_]+)\("([\w.-]+)", Retention\.(\w+)(?:, (\d+))?\)/gm;
  const topics = [...source.matchAll(constants)].map(([, constant, name, retention, most]) => ({
    name,
    retention,
    most: Number(most ?? Infinity),
    creators: creators(constant),
  }));
  const properties = readFileSync(join(home, 'indicator-service/src/main/resources/application.properties'), 'utf8');
  const application = /^quarkus\.kafka-streams\.application-id=(.*)$/m.exec(properties)[1];
  // As it is where nothing is set: of the first generation.
  return { topics, application: application.replace(/\$\{[\w.-]+:([^}]*)\}/g, '$1') };
}

const covers = ({ type, name, patternType }, topic) => type === 'topic' && (patternType === 'prefix' ? topic.startsWith(name) : topic === name);
const keys = (object) => Object.keys(object).sort().join();
const sorted = (object) => JSON.stringify(Object.entries(object).sort());

export function faults(objects, contract, partitions) {
  const found = [];
  const must = (holds, what) => holds || found.push(what);
  const topics = objects.filter((object) => object.kind === 'KafkaTopic');
  for (const { name } of contract.topics) {
    must(topics.some((topic) => topic.metadata.name === name), `strimzi has no topic ${name}`);
  }
  for (const { metadata, spec } of topics) {
    const known = contract.topics.find((topic) => topic.name === metadata.name);
    must(known, `strimzi: the contract has no topic ${metadata.name}`);
    if (known) {
      const { 'min.insync.replicas': least, ...config } = spec.config;
      const wanted = RETENTION[known.retention];
      must(wanted, `strimzi: what ${known.retention} means is not known here`);
      must(sorted(config) === sorted(wanted ?? {}), `strimzi: ${metadata.name} is to have ${JSON.stringify(wanted)}`);
      must(spec.partitions === Math.min(partitions, known.most), `strimzi: ${metadata.name} has ${spec.partitions} partitions`);
      must(spec.replicas === 3 && least === 2, `strimzi: ${metadata.name} is to have three copies, two of them at once`);
    }
  }
  const users = objects.filter((object) => object.kind === 'KafkaUser');
  for (const { name, creators } of contract.topics) {
    const mayCreate = users
      .filter((user) => user.spec.authorization.acls.some((acl) => acl.operations.includes('Create') && covers(acl.resource, name)))
      .map((user) => user.metadata.name);
    must(mayCreate.sort().join() === creators.toSorted().join(), `strimzi: ${name} is created by ${creators}, and may be by ${mayCreate}`);
  }
  for (const user of users) {
    must(keys(user.spec) === 'authentication,authorization', `strimzi: ${user.metadata.name} has other fields than are known`);
    for (const acl of user.spec.authorization.acls) {
      const { type, name, patternType } = acl.resource;
      must(keys(acl) === 'operations,resource', `strimzi: ${user.metadata.name} has other fields than are known`);
      must(['topic', 'group', 'transactionalId'].includes(type), `strimzi: ${user.metadata.name} has rights on a ${type}`);
      must(['literal', 'prefix'].includes(patternType) && name !== '*', `strimzi: ${user.metadata.name} has rights on ${name}`);
      // To delete records is the right to delete the topic: the scrub needs it where persons are, and nobody else does.
      const allowed = SCRUBBER === user.metadata.name && SCRUBBED.includes(name) ? [...OPERATIONS, 'Delete'] : OPERATIONS;
      must(acl.operations.every((each) => allowed.includes(each)), `strimzi: ${user.metadata.name} may do ${acl.operations}`);
      const exists = type !== 'topic' || patternType === 'prefix' || contract.topics.some((topic) => topic.name === name);
      must(exists, `strimzi: ${user.metadata.name} has rights on ${name}, which is no topic of the contract`);
    }
  }
  for (const object of objects) {
    must(['KafkaTopic', 'KafkaUser'].includes(object.kind), `strimzi: ${object.kind} is not known here`);
    must(object.metadata.labels?.['strimzi.io/cluster'], `strimzi: ${object.metadata.name} belongs to no cluster`);
  }
  return found;
}
