import { state } from './state.js';

/** The languages of the dashboard. The first is spoken to whom has chosen none. */
export const LANGUAGES = ['nl', 'en'];

let language = '';
let texts = {};

/** The language of the address. */
export const spoken = () => (LANGUAGES.includes(state.get('lang')) ? state.get('lang') : LANGUAGES[0]);
/** The reader's locale if it speaks the language (en-GB, nl-BE), else that of the language. */
export const locale = () => navigator.languages?.find((each) => each.startsWith(spoken())) ?? (spoken() === 'nl' ? 'nl-NL' : 'en-GB');

/** Fetches the texts of the language of the address, if it is another than before. */
export async function loadTexts() {
  if (language === spoken()) return;
  const wanted = spoken();
  const answer = await fetch(`/dashboard/texts/${wanted}.json`);
  texts = await answer.json();
  language = wanted;
  document.documentElement.lang = wanted;
}

/** A text, with `{name}` replaced. A key without a text is shown as it is, and is found by a test. */
export function t(key, values = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

/** Whether there is a text of this key. */
export const has = (key) => key in texts;
