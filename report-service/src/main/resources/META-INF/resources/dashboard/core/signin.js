/**
 * Who reads. The public pages need nobody; a token given here lasts as long as the browser tab, and is sent with each call.
 * Claims are read to show a name and what to offer: whether they hold is for the service to say.
 */
const KEPT = 'buurtpuls.token';
const PURPOSE = 'buurtpuls.purpose';

export const session = new EventTarget();

export const token = () => sessionStorage.getItem(KEPT) ?? '';
/** Why exact figures are read; the service writes it down with each such read. */
export const purpose = () => sessionStorage.getItem(PURPOSE) ?? '';

/** What the token says of its bearer; `null` if there is none or it is no JWT. */
export function bearer() {
  try {
    const payload = token().split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
    const claims = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(payload), (c) => c.charCodeAt(0))));
    const roles = claims.groups ?? claims.roles ?? claims.realm_access?.roles ?? [];
    return { name: claims.name ?? claims.preferred_username ?? claims.upn ?? claims.sub ?? '', roles };
  } catch {
    return null;
  }
}

/** Whether figures are read exactly, and so of any day; what is published is of the first day of each month. */
export const readsExactly = () => bearer()?.roles.includes('exact-reader') ?? false;

export function signIn(given, why = '') {
  sessionStorage.setItem(KEPT, given.trim().replace(/^Bearer\s+/i, ''));
  sessionStorage.setItem(PURPOSE, why.trim());
  session.dispatchEvent(new Event('change'));
}

export function signOut() {
  sessionStorage.removeItem(KEPT);
  sessionStorage.removeItem(PURPOSE);
  session.dispatchEvent(new Event('change'));
}
