// What is wrong with the links between pages. A page is a path within the checkout and its text.
import { dirname, join, normalize } from 'node:path';

const FENCE = /^ *```[\s\S]*?^ *```$/gm;
const LINK = /\]\(([^)\s]+)\)/g;
const HEADING = /^#{1,6} +(.+?) *#*$/gm;
/** A page that is named in a comment, a text or a setting; of ours, not of another project's. */
const NAMED = /(?<![\w/.-])(docs\/(?:adr\/)?[\w.-]+\.md)\b/g;

/** The anchor that GitHub gives a heading. */
export function anchorOf(heading) {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** The anchors of a page: headings of one name are numbered. */
export function anchorsOf(text) {
  const seen = new Map();
  return new Set(
    [...text.replace(FENCE, '').matchAll(HEADING)].map(([, heading]) => {
      const anchor = anchorOf(heading);
      const before = seen.get(anchor) ?? 0;
      seen.set(anchor, before + 1);
      return before ? `${anchor}-${before}` : anchor;
    }),
  );
}

/** Where each link of a page leads within the checkout: the path and the anchor, if there is one. */
function linksOf(path, text) {
  return [...text.replace(FENCE, '').matchAll(LINK)]
    .map(([, target]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [file, anchor] = target.split('#');
      return { target, to: file ? normalize(join(dirname(path), file)).replace(/\/$/, '') : path, anchor };
    });
}

/** Links of the pages that lead nowhere; `exists` knows files and folders. */
export function faults(pages, exists) {
  const found = [];
  for (const [path, text] of pages) {
    for (const { target, to, anchor } of linksOf(path, text)) {
      if (!exists(to)) {
        found.push(`${path}: ${target} leads to nothing`);
      } else if (anchor && pages.has(to) && !anchorsOf(pages.get(to)).has(anchor)) {
        found.push(`${path}: ${target}: the page has no such heading`);
      }
    }
  }
  const reached = new Set(linksOf('README.md', pages.get('README.md') ?? '').map(({ to }) => to));
  [...pages.keys()]
    .filter((path) => /^docs\/[^/]+\.md$/.test(path) && !reached.has(path))
    .forEach((path) => found.push(`README.md does not link to ${path}`));
  return found;
}

/** Pages that any file names and that are not there. */
export function namedFaults(path, text, exists) {
  return [...text.matchAll(NAMED)].filter(([, page]) => !exists(page)).map(([, page]) => `${path} names ${page}, which is not there`);
}
