import { loadTexts, spoken } from './core/texts.js';
import { state } from './core/state.js';
import { applyTheme } from './core/theme.js';

applyTheme();
await loadTexts();
await import('./parts/app.js');
state.addEventListener('change', () => {
  if (document.documentElement.lang !== spoken()) loadTexts().then(() => state.dispatchEvent(new CustomEvent('change', { detail: {} })));
});
