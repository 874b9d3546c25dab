import { areas, catalogue } from './core/catalogue.js';
import { state } from './core/state.js';
import { loadTexts, spoken } from './core/texts.js';
import { applyTheme } from './core/theme.js';
import { App } from './parts/app.js';

applyTheme();
// All that the first page needs is asked for at once; who shows it waits for it, or says why it is not there.
App.fetchPage().catch(() => {});
Promise.all([catalogue(), areas()]).catch(() => {});
await loadTexts();
customElements.define('bp-app', App);
state.addEventListener('change', () => {
  if (document.documentElement.lang !== spoken()) loadTexts().then(() => state.dispatchEvent(new CustomEvent('change', { detail: {} })));
});
