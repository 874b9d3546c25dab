import { has, locale, t } from './texts.js';

const made = new Map();
function format(kind, options) {
  const key = kind.name + locale() + JSON.stringify(options);
  if (!made.has(key)) made.set(key, new kind(locale(), options));
  return made.get(key);
}

const number = (digits) => format(Intl.NumberFormat, { maximumFractionDigits: digits, minimumFractionDigits: digits });

/** A value in its unit, as people write it. */
export function value(amount, unit) {
  if (amount === null || amount === undefined || Number.isNaN(amount)) return '–';
  switch (unit) {
    case 'share':
      return format(Intl.NumberFormat, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(amount);
    case 'number':
      return number(Math.abs(amount) < 0.1 ? 3 : 2).format(amount);
    case 'moves per resident':
      return number(3).format(amount);
    case 'EUR':
      return format(Intl.NumberFormat, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(amount);
    default:
      return format(Intl.NumberFormat, { maximumFractionDigits: 1 }).format(amount);
  }
}

/** What values of a unit count, where they do not say it themselves. */
export const counted = (unit) => (has(`unit.${unit}`) ? t(`unit.${unit}`) : '');

/** A figure of the service: its value, or why there is none. */
export function figure(point, unit) {
  if (!point || point.value === null || point.value === undefined) return point?.suppressed ? t('suppressed') : t('none');
  return value(point.value, unit);
}

/** A difference, always with its sign; of shares in percentage points. */
export function change(amount, unit) {
  if (amount === null || Number.isNaN(amount)) return '–';
  const signed = { signDisplay: 'exceptZero' };
  const minus = (text) => text.replace('-', '−');
  if (unit === 'share') {
    return t('points', { n: minus(format(Intl.NumberFormat, { ...signed, maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(amount * 100)) });
  }
  const digits = unit === 'number' ? 2 : unit === 'moves per resident' ? 3 : 0;
  return minus(format(Intl.NumberFormat, { ...signed, maximumFractionDigits: digits }).format(amount));
}

/** A value on an axis: as short as it can be. */
export function axis(amount, unit) {
  if (unit === 'share') return format(Intl.NumberFormat, { style: 'percent', maximumFractionDigits: Math.abs(amount) < 0.1 ? 1 : 0 }).format(amount);
  return format(Intl.NumberFormat, { maximumFractionDigits: 2, notation: Math.abs(amount) >= 1e6 ? 'compact' : 'standard' }).format(amount).replace('-', '−');
}

export const integer = (amount) => format(Intl.NumberFormat, { maximumFractionDigits: 0 }).format(amount);

const asDate = (iso) => new Date(`${iso}T12:00:00Z`);
export const date = (iso) => format(Intl.DateTimeFormat, { dateStyle: 'long', timeZone: 'UTC' }).format(asDate(iso));
export const shortDate = (iso) => format(Intl.DateTimeFormat, { dateStyle: 'medium', timeZone: 'UTC' }).format(asDate(iso));
export const time = (moment) => format(Intl.DateTimeFormat, { timeStyle: 'medium' }).format(new Date(moment));
export const country = (code) => {
  try {
    return format(Intl.DisplayNames, { type: 'region' }).of(code);
  } catch {
    return code;
  }
};

/** The first and the last day of a flow, of which the service gives the day before. */
export function span(eve, last) {
  const first = asDate(eve);
  first.setUTCDate(first.getUTCDate() + 1);
  return t('span', { from: shortDate(first.toISOString().slice(0, 10)), to: shortDate(last) });
}

/** The day from which on figures are offered. */
export const FIRST_DAY = '2014-01-01';

/** Today where the registers are. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());

/** The same day some years away; 29 February becomes 28. */
export function yearsFrom(iso, years) {
  const [year, month, day] = iso.split('-').map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return `${year + years}-${String(month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

/** The first day of the month that lies some months after 1 January of the year 0. */
export const monthStart = (months) => `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
export const monthOf = (iso) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
