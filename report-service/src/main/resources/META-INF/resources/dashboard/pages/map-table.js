import { shortName } from '../core/catalogue.js';
import * as format from '../core/format.js';
import { state } from '../core/state.js';
import { t } from '../core/texts.js';

/** The map's content as columns and rows of a table; with a second map, beside it and with the difference. */
export function mapTable(maps) {
  const [map, other] = maps;
  const then = new Map(other?.features.map((each) => [each.id, each.properties]));
  const rows = map.features.map((each) => ({ ...each.properties, then: then.get(each.id) }));
  const difference = (row) => (row.value === null || !row.then || row.then.value === null ? null : row.value - row.then.value);
  const columns = [
    { label: t(`levels.${map.level}`), text: (row) => shortName(row.name), href: (row) => state.page('area', { area: row.code }) },
    { label: format.shortDate(map.date), numeric: true, text: (row) => format.figure(row, map.unit), sort: (row) => row.value },
    ...(other
      ? [
          { label: format.shortDate(other.date), numeric: true, text: (row) => format.figure(row.then, map.unit), sort: (row) => row.then?.value },
          { label: t('difference'), numeric: true, text: (row) => format.change(difference(row), map.unit), sort: difference },
        ]
      : [
          { label: t('numerator'), numeric: true, text: (row) => format.value(row.numerator, 'x'), sort: (row) => row.numerator },
          { label: t('denominator'), numeric: true, text: (row) => format.value(row.denominator, 'x'), sort: (row) => row.denominator },
        ]),
  ];
  return { columns, rows };
}
