/** Light, dark, or as the reader's system has it. A preference of the reader, so it is kept here and not in the address. */
const KEPT = 'buurtpuls.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

export const theme = new EventTarget();
export const CHOICES = ['auto', 'light', 'dark'];
export const chosen = () => localStorage.getItem(KEPT) ?? 'auto';

export function applyTheme() {
  const now = chosen() === 'auto' ? (dark.matches ? 'dark' : 'light') : chosen();
  document.documentElement.dataset.theme = now;
  theme.dispatchEvent(new Event('change'));
}

export function choose(choice) {
  localStorage.setItem(KEPT, choice);
  applyTheme();
}

/** The value of a colour of tokens.css, for what is drawn on a canvas. */
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

dark.addEventListener('change', applyTheme);
