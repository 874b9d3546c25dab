import * as format from '../core/format.js';
import { t } from '../core/texts.js';

const LEGEND_LINE = 22;
/** Names stand at the ends of their lines where a drawing is at least this wide; else in a legend above it. */
const WIDE = 520;
const END_LABEL = 132;
/** Pixels at the size of letters that the page has: larger on large screens. */
const px = (size) => (size * parseFloat(getComputedStyle(document.documentElement).fontSize)) / 16;

const still = matchMedia('(prefers-reduced-motion: reduce)');

/** What all charts have alike: type, grid, tooltips. Tooltips are drawn, not written as HTML: the page allows no inline style. */
export function frame({ atEnds, ...option }, colour, width) {
  const text = { color: colour('ink'), fontFamily: colour('font'), fontSize: px(13) };
  const named = option.series.map(({ name }) => name).filter((name) => name && !name.startsWith('·'));
  const direct = atEnds && named.length > 1 && width >= WIDE;
  const legend = named.length > 1 && option.legend !== false && !direct;
  return {
    animation: !still.matches,
    animationDuration: 300,
    textStyle: text,
    grid: { left: 4, right: direct ? px(END_LABEL + 12) : px(22), top: 14 + (legend ? px(LEGEND_LINE) * legendLines(named, width) : 0) + (option.yAxis?.name ? px(LEGEND_LINE) : 0), bottom: 4, containLabel: true, ...option.place },
    ...option,
    series: direct ? option.series.map((each) => withEndLabel(each, colour)) : option.series,
    legend: legend ? { data: named, left: 0, top: 0, itemWidth: 16, itemHeight: 10, textStyle: text, inactiveColor: colour('line-strong') } : undefined,
    graphic: option.series.every(({ data }) => data && !data.some(isDrawn))
      ? { type: 'text', left: 'center', top: 'middle', style: { text: t('chart.blank'), fill: colour('ink-soft'), font: `${px(14)}px ${colour('font')}` } }
      : undefined,
    tooltip: {
      renderMode: 'richText', confine: true, backgroundColor: colour('surface'), borderColor: colour('line-strong'), padding: [8, 10],
      textStyle: { ...text, lineHeight: px(19) }, ...option.tooltip,
    },
  };
}

const isDrawn = (item) => {
  const amount = Array.isArray(item) ? item[1] : item;
  return amount !== null && amount !== undefined;
};

function withEndLabel(series, colour) {
  if (!series.name || series.name.startsWith('·')) return series;
  return {
    ...series,
    endLabel: { show: true, formatter: '{a}', color: series.color ?? colour('ink'), fontSize: px(12.5), lineHeight: px(15), width: px(END_LABEL), overflow: 'break', distance: 8, ...series.endLabel },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}

/** How many lines a legend takes, by the width of its letters; the drawing begins below it. */
function legendLines(names, width) {
  let [lines, left] = [1, width];
  for (const each of names.map((name) => px(32 + name.length * 6.6))) {
    if (left < each && left < width) [lines, left] = [lines + 1, width];
    left -= each;
  }
  return lines;
}

function axes(colour, unit, x) {
  const text = { color: colour('ink-soft'), fontSize: px(12) };
  return {
    xAxis: { axisLine: { lineStyle: { color: colour('line-strong') } }, axisTick: { show: false }, ...x, axisLabel: { ...text, hideOverlap: true, ...(x?.type === 'time' ? { formatter: '{yyyy}' } : {}), ...x?.axisLabel } },
    yAxis: { type: 'value', splitNumber: 4, axisLabel: { ...text, formatter: (amount) => format.axis(unit === 'moves' ? Math.abs(amount) : amount, unit) }, splitLine: { lineStyle: { color: colour('line') } } },
  };
}

const byAxis = (unit, name) => ({
  trigger: 'axis',
  axisPointer: { type: 'line' },
  formatter: (items) => [name(items[0]), ...items.filter(({ seriesName }) => !seriesName.startsWith('·')).map((item) => {
    const amount = Array.isArray(item.value) ? item.value[1] : item.value;
    return `${item.seriesName}: ${format.value(typeof amount === 'number' ? Math.abs(amount) : null, unit)}`;
  })].join('\n'),
});

/** Midnight where the reader is, as the axis has it. */
const moment = (date) => new Date(`${date}T00:00:00`);

/** An axis of time, named at each new year: left to itself it leaves out the last. */
function time(points) {
  const days = points.map(({ date }) => date).sort();
  const [first, last] = [days[0], days[days.length - 1]];
  const years = [];
  for (let year = Number(first?.slice(0, 4)); year <= Number(last?.slice(0, 4)); year++) years.push(`${year}-01-01`);
  return { type: 'time', axisLabel: { customValues: years.filter((day) => day >= first).map((day) => +moment(day)) } };
}

/** An axis that does not begin at zero, where that would hide what changes, and says so. */
function cut(yAxis, colour) {
  return { ...yAxis, scale: true, name: t('axis.cut'), nameLocation: 'end', nameGap: px(10), nameTextStyle: { color: colour('ink-soft'), fontSize: px(12), align: 'left' } };
}

/** Whether values lie closer to each other than to zero. */
function isFarFromZero(points) {
  const values = points.flatMap(({ value, low, high }) => [value, low, high]).filter((each) => each !== null && each !== undefined);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return values.length > 0 && least > most - least;
}

/**
 * Lines over time. Gaps stay gaps: a figure that is withheld is no zero.
 * With `years` each point is of a whole year, by its name.
 * @param {{name: string, points: {date: string, value: number | null, low?: number, high?: number}[]}[]} series
 */
export const lines = (series, unit, { zero = false, stacked = false, months = true, years } = {}) => (colour) => ({
  atEnds: true,
  ...axes(colour, unit, years ? { type: 'category', data: years } : time(series.flatMap(({ points }) => points))),
  tooltip: byAxis(unit, ({ value: [day] }) => years ? day : format.shortDate(series.flatMap(({ points }) => points).find(({ date }) => +moment(date) === +day)?.date ?? '')),
  ...(zero || stacked || !isFarFromZero(series.flatMap(({ points }) => points)) ? {} : { yAxis: cut(axes(colour, unit).yAxis, colour) }),
  series: series.flatMap(({ name, points }, at) => [
    ...(points.some(({ high }) => high !== null && high !== undefined) ? band(points, colour(`c${at}`)) : []),
    {
      name, type: 'line', color: colour(`c${at}`), lineStyle: { width: 2.25, type: ['solid', 'dashed', 'dotted'][at % 3] },
      // A point between two gaps would not be seen as a line.
      symbol: months && !points.some(isAlone) ? 'none' : ['circle', 'rect', 'triangle'][at % 3], symbolSize: months ? 4 : 7,
      ...(stacked ? { stack: 'all', areaStyle: { opacity: 0.75 - at * 0.15 }, lineStyle: { width: 1 } } : {}),
      data: points.map(({ date, value }, at) => [years ? years[at] : moment(date), value]),
    },
  ]),
});

const isKnown = (point) => point && point.value !== null && point.value !== undefined;
const isAlone = (point, at, points) => isKnown(point) && !isKnown(points[at - 1]) && !isKnown(points[at + 1]);

/** A line to compare with, which is no series. */
const mark = (value, colour, axis) => ({
  silent: true, symbol: 'none', animation: false, lineStyle: { color: colour('ink-soft'), type: 'dashed', width: 1 }, label: { show: false }, data: [{ [axis]: value }],
});

/** From the lower to the upper end of an interval, as a pale ground. */
function band(points, colour) {
  const line = (name, data, more) => ({ name, type: 'line', stack: '·band', stackStrategy: 'all', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, data, ...more });
  return [
    line('·low', points.map(({ date, low }) => [moment(date), low ?? null])),
    line('·high', points.map(({ date, low, high }) => [moment(date), isKnown({ value: high }) ? high - low : null]), { areaStyle: { color: colour, opacity: 0.18 } }),
  ];
}

/** Bars over time, one on the other where `stack` says so; `hue` and `pale` tell them apart. */
export const bars = (categories, series, unit) => (colour) => ({
  ...axes(colour, unit, { type: 'category', data: categories }),
  tooltip: { ...byAxis(unit, (item) => item.name), axisPointer: { type: 'shadow' } },
  series: series.map(({ name, values, stack, hue = 'c0', pale = false }) => ({
    name, type: 'bar', stack, data: values, barMaxWidth: px(34), color: colour(hue), itemStyle: { opacity: pale ? 0.5 : 1 },
  })),
});

/**
 * Bars of things that are compared, each with its value beside it, so that no axis is needed. What is withheld has its
 * words where the bar would be.
 * @param {{name: string, value: number | null, text: string}[]} items
 */
export const compared = (items, name, { limit, from = 0, hue = () => 'c0' } = {}) => Object.assign((colour, width) => ({
  legend: false,
  place: { right: px(76), top: 4 },
  xAxis: { type: 'value', show: false, max: limit === undefined ? undefined : ({ max }) => Math.max(max, limit * 1.1) },
  yAxis: {
    type: 'category', inverse: true, data: items.map((item) => item.name), axisTick: { show: false }, axisLine: { show: from === 0, lineStyle: { color: colour('line-strong') } },
    axisLabel: { color: colour('ink'), fontSize: px(13), lineHeight: px(15), width: Math.max(96, Math.min(px(230), width * 0.36)), overflow: width < WIDE ? 'break' : 'truncate' },
  },
  tooltip: { trigger: 'item', formatter: ({ dataIndex }) => `${items[dataIndex].name}: ${items[dataIndex].text}` },
  series: [{
    name, type: 'bar', barMaxWidth: px(22), barMinHeight: 1, barCategoryGap: '30%',
    data: items.map((item) => ({ value: item.value ?? 0, itemStyle: { color: colour(hue(item)), borderRadius: [0, 2, 2, 0] } })),
    label: { show: true, position: 'right', color: colour('ink'), fontSize: px(13), formatter: ({ dataIndex }) => items[dataIndex].text },
    ...(limit === undefined ? {} : { markLine: mark(limit, colour, 'xAxis') }),
  }],
}), { worded: true });

/** A table of two years as a picture: a coloured field for each pair. Colours are those of the table. */
export const fields = (rows, columns, cells) => (colour) => ({
  legend: false,
  place: { top: 34, right: 8 },
  xAxis: { type: 'category', position: 'top', data: columns, axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: colour('ink'), interval: 0 } },
  yAxis: { type: 'category', inverse: true, data: rows, axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: colour('ink') } },
  series: [{
    type: 'custom', coordinateSystem: 'cartesian2d', encode: { x: 0, y: 1 }, data: cells.map(({ column, row }) => [column, row]),
    renderItem: ({ dataIndex }, api) => {
      const { text, fill, ink } = cells[dataIndex];
      const [x, y] = api.coord([api.value(0), api.value(1)]);
      const [width, height] = api.size([1, 1]);
      return {
        type: 'rect', shape: { x: x - width / 2 + 1, y: y - height / 2 + 1, width: width - 2, height: height - 2 }, style: { fill: colour(fill) },
        textContent: { style: { text, fill: colour(ink), fontSize: px(12) } }, textConfig: { position: 'inside' },
      };
    },
  }],
});

/** Streams between named places, wide as what goes through them. */
export const flows = (nodes, links) => (colour, width) => ({
  legend: false,
  tooltip: { formatter: ({ data }) => (data.source ? `${data.sourceName} → ${data.targetName}: ${format.integer(data.value)}` : data.said) },
  series: [{
    type: 'sankey', left: 4, right: Math.min(px(156), Math.max(96, width * 0.24)), top: 8, bottom: 8, nodeGap: px(13), nodeWidth: 12, draggable: false, layoutIterations: 0, emphasis: { focus: 'adjacency' },
    data: nodes.map(({ id, label, hue }) => ({ name: id, said: label, itemStyle: { color: colour(hue), borderWidth: 0 } })),
    links: links.map((link) => ({ ...link, sourceName: nodes.find(({ id }) => id === link.source).label, targetName: nodes.find(({ id }) => id === link.target).label })),
    label: { color: colour('ink'), fontSize: px(13), width: Math.min(px(150), Math.max(88, width * 0.22)), overflow: 'truncate', formatter: ({ data }) => data.said },
    // Of names that would run over each other the one of the smaller place is left to the tooltip and the table.
    labelLayout: { hideOverlap: true },
    lineStyle: { color: 'source', opacity: 0.28, curveness: 0.5 },
  }],
});
