import { headers, reach } from './api.js';
import { addressOf, save } from './files.js';
import { token } from './signin.js';

/** A browser's own reader of PDF does not open what a page has fetched under a policy like ours, so it is kept as a file. */
const PDF = 'application/pdf';

/**
 * Links to the API. A link takes no headers along, so where somebody is signed in what it names is fetched as all else is,
 * with the token and in the language of the page, and shown in a window of its own. Who is not signed in follows the link.
 */
export function openCalls(root) {
  const follow = (event) => {
    const link = event.target.closest?.('a[href^="/v1/"]');
    if (!link || !token() || event.button > 1) return;
    event.preventDefault();
    // A window that is opened later than the click is taken for one that nobody asked for.
    show(link.getAttribute('href'), link.type === PDF ? null : emptyWindow());
  };
  root.addEventListener('click', follow);
  root.addEventListener('auxclick', follow);
}

/** A window begins with a copy of what this one keeps for its session: the token is not for it. */
function emptyWindow() {
  const place = open('');
  place?.sessionStorage.clear();
  return place;
}

/** Shows the answer, be it what was asked for or the problem with it; saves it where no window can show it. */
async function show(path, place) {
  try {
    const answer = await reach(path, { cache: 'no-store', headers: headers() });
    const body = await answer.blob();
    const page = place ?? (answer.ok ? null : emptyWindow());
    if (!page) save(body, fileName(answer));
    else if (body.type.startsWith('text/html')) write(page, await body.text());
    else page.location.replace(addressOf(body));
  } catch {
    // That the service is out of reach is said by the page.
    place?.close();
  }
}

const fileName = (answer) => /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition'))?.[1] ?? 'buurtpuls';

/**
 * Writes a document that the service made. The window has the policy of the dashboard, which allows no style that stands in a
 * page; one that is handed over as an object is not written in it. Written and not opened as a blob, so that its links and
 * fonts are found.
 */
function write(page, text) {
  const [whole, style] = /<style>([^]*?)<\/style>/.exec(text) ?? ['', ''];
  page.document.write(text.replace(whole, ''));
  page.document.close();
  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(style);
  page.document.adoptedStyleSheets = [sheet];
  openCalls(page.document);
}
