/** Says something to who hears the page. One place of the page is read aloud when it changes: that of parts/app.js. */
export const announcements = new EventTarget();

export function announce(text) {
  announcements.dispatchEvent(new CustomEvent('say', { detail: text }));
}
