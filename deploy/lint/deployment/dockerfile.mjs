// The images of the services.
import { DockerfileParser } from 'dockerfile-ast';
import { validate, ValidationSeverity } from 'dockerfile-utils';

/** What is wrong with the Dockerfile of a service that listens at a port. */
export function faults(text, name, port) {
  const found = validate(text, { deprecatedMaintainer: ValidationSeverity.ERROR, instructionWorkdirRelative: ValidationSeverity.ERROR }).map(
    ({ range, message }) => `${name}: line ${range.start.line + 1}: ${message}`,
  );
  const must = (holds, what) => holds || found.push(`${name}: ${what}`);
  const instructions = DockerfileParser.parse(text).getInstructions();
  const all = (keyword) => instructions.filter((each) => each.getKeyword() === keyword).map((each) => each.getArgumentsContent() ?? '');
  const base = all('ARG').find((argument) => argument.startsWith('BASE='));
  must(/^BASE=[\w./-]+:[\w.-]+(@sha256:[0-9a-f]{64})?$/.test(base ?? '') && !/:latest/.test(base), 'takes whatever its base is');
  must(all('FROM').join() === '${BASE}', 'is made from something else than its base');
  const last = all('USER').at(-1) ?? '';
  must(/^[1-9]\d*:[1-9]\d*$/.test(last), 'may be root, or its user is no number');
  must(instructions.findIndex((each) => each.getKeyword() === 'USER') > instructions.findLastIndex((each) => each.getKeyword() === 'COPY'), 'can write what it is made of');
  must(/^\[/.test(all('ENTRYPOINT').at(-1) ?? ''), 'needs a shell to start');
  const archive = all('RUN').flatMap((each) => each.match(/-XX:ArchiveClassesAtExit=([\w.-]+)/)?.[1] ?? []);
  must(archive.length === 1 && (all('ENTRYPOINT').at(-1) ?? '').includes(`"-XX:SharedArchiveFile=${archive[0]}"`), 'does not start with the archive of its classes');
  must(all('EXPOSE').join() === port, `does not listen at ${port}`);
  must(all('ENV').some((each) => /JDK_JAVA_OPTIONS=.*-XX:MaxRAMPercentage=\d+/.test(each)), 'has a heap that does not follow its container');
  const layers = all('COPY').map((each) => each.split(/\s+/).at(-1));
  must(layers.join() === 'lib/,./,app/,quarkus/', `has its layers in another order: ${layers}`);
  must(all('LABEL').some((each) => each.includes('org.opencontainers.image.licenses="EUPL-1.2"')), 'does not name its licence');
  return found;
}
