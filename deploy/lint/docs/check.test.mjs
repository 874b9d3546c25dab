// The check finds what is broken on purpose.
import assert from 'node:assert/strict';
import test from 'node:test';
import { anchorOf, anchorsOf, faults, namedFaults } from './links.mjs';

const pages = (more = {}) =>
  new Map(
    Object.entries({
      'README.md': '# Us\n[one](docs/one.md), [its part](docs/one.md#the-part-of-it)',
      'docs/one.md': '# One\n## The part, of it\n[back](../README.md#us) [out](https://example.nl/x#y)',
      ...more,
    }),
  );
const exists = (all) => (path) => all.has(path) || path === 'deploy/local';

const found = (all) => faults(all, exists(all));

test('what is right has no faults', () => assert.deepEqual(found(pages()), []));

test('a link to nothing', () =>
  assert.deepEqual(found(pages({ 'docs/one.md': '# One\n## The part of it\n[two](two.md)' })), ['docs/one.md: two.md leads to nothing']));

test('an anchor that is not there', () =>
  assert.deepEqual(found(pages({ 'docs/one.md': '# One' })), ['README.md: docs/one.md#the-part-of-it: the page has no such heading']));

test('a page that nothing leads to', () =>
  assert.deepEqual(found(pages({ 'docs/two.md': '# Two' })), ['README.md does not link to docs/two.md']));

test('what stands in a block of code is no link and no heading', () => {
  assert.deepEqual([...anchorsOf('# A\n```sh\n# b\n```\n')], ['a']);
  assert.deepEqual(found(pages({ 'docs/one.md': '# One\n## The part of it\n```\n[two](two.md)\n```\n' })), []);
});

test('anchors as GitHub makes them', () => {
  assert.equal(anchorOf('A service ends: "The clock was put back"'), 'a-service-ends-the-clock-was-put-back');
  assert.equal(anchorOf('`Gate`, and [more](x.md)'), 'gate-and-more');
  assert.deepEqual([...anchorsOf('## A\n## A\n')], ['a', 'a-1']);
});

test('a page that a comment names and that is not there', () => {
  assert.deepEqual(namedFaults('a.yaml', '# docs/none.md says why', () => false), ['a.yaml names docs/none.md, which is not there']);
  assert.deepEqual(namedFaults('a.yaml', 'https://example.nl/docs/none.md', () => false), []);
});
