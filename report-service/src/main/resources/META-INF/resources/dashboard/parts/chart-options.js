import * as format from '../core/format.js';

const LEGEND_LINE = 22;

const still = matchMedia('(prefers-reduced-motion: reduce)');

/** What all charts have alike: type, grid, tooltips. Tooltips are drawn, not written as HTML: the page allows no inline style. */
export function frame(option, colour, width) {
  const text = { color: colour('ink'), fontFamily: colour('font'), fontSize: 13 };
  return {
    animation: !still.matches,
    animationDuration: 300,
    textStyle: text,
    grid: { left: 4, right: 26, top: 16 + LEGEND_LINE * legendLines(option, width), bottom: 4, containLabel: true },
    ...option,
    legend: option.legend === undefined ? undefined : {
      data: option.series.map(({ name }) => name).filter((name) => !name.startsWith('·')), left: 0, top: 0, itemWidth: 16, itemHeight: 10, textStyle: text, inactiveColor: colour('line-strong'), ...option.legend,
    },
    tooltip: {
      renderMode: 'richText', confine: true, backgroundColor: colour('surface'), borderColor: colour('line-strong'), textStyle: text, ...option.tooltip,
    },
  };
}

/** How many lines a legend takes, by the width of its letters; the drawing begins below it. */
function legendLines({ legend, series }, width) {
  if (!legend) return 0;
  const widths = series.filter(({ name }) => !name.startsWith('·')).map(({ name }) => 32 + name.length * 6.6);
  let [lines, left] = [1, width];
  for (const each of widths) {
    if (left < each && left < width) [lines, left] = [lines + 1, width];
    left -= each;
  }
  return lines;
}

function axes(colour, unit, x) {
  const text = { color: colour('ink-soft'), fontSize: 12 };
  return {
    xAxis: { axisLine: { lineStyle: { color: colour('line-strong') } }, axisTick: { show: false }, axisLabel: { ...text, hideOverlap: true }, ...x },
    yAxis: { type: 'value', splitNumber: 4, axisLabel: { ...text, formatter: (amount) => format.axis(amount, unit) }, splitLine: { lineStyle: { color: colour('line') } } },
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

/**
 * Lines over time. Gaps stay gaps: a figure that is withheld is no zero.
 * @param {{name: string, points: {date: string, value: number | null, low?: number, high?: number}[]}[]} series
 */
export const lines = (series, unit, { zero = false, stacked = false, months = true } = {}) => (colour) => ({
  legend: series.length > 1 ? {} : undefined,
  ...axes(colour, unit, { type: 'time' }),
  tooltip: byAxis(unit, (item) => format.shortDate(new Date(item.value[0]).toISOString().slice(0, 10))),
  ...(zero || stacked ? {} : { yAxis: { ...axes(colour, unit).yAxis, scale: true } }),
  series: series.flatMap(({ name, points }, at) => [
    ...(points[0]?.high === undefined ? [] : band(points, colour(`c${at}`))),
    {
      name, type: 'line', color: colour(`c${at}`), lineStyle: { width: 2, type: ['solid', 'dashed', 'dotted'][at % 3] },
      symbol: months ? 'none' : ['circle', 'rect', 'triangle'][at % 3], symbolSize: 7,
      ...(stacked ? { stack: 'all', areaStyle: { opacity: 0.75 - at * 0.15 }, lineStyle: { width: 1 } } : {}),
      data: points.map(({ date, value }) => [`${date}T12:00:00Z`, value]),
    },
  ]),
});

/** From the lower to the upper end of an interval, as a pale ground. */
function band(points, colour) {
  const line = (name, data, more) => ({ name, type: 'line', stack: '·band', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, data, ...more });
  return [
    line('·low', points.map(({ date, low }) => [`${date}T12:00:00Z`, low])),
    line('·high', points.map(({ date, low, high }) => [`${date}T12:00:00Z`, high - low]), { areaStyle: { color: colour, opacity: 0.18 } }),
  ];
}

/** Bars by category, one on the other where `stack` says so. */
export const bars = (categories, series, unit, { flat = false } = {}) => (colour) => {
  const both = axes(colour, unit, { type: 'category', data: categories });
  const [xAxis, yAxis] = flat
    ? [both.yAxis, { ...both.xAxis, inverse: true, axisLabel: { ...both.xAxis.axisLabel, width: 150, overflow: 'truncate' } }]
    : [both.xAxis, both.yAxis];
  return {
    legend: series.length > 1 ? {} : undefined,
    xAxis, yAxis,
    tooltip: { ...byAxis(unit, (item) => item.name), axisPointer: { type: 'shadow' } },
    series: series.map(({ name, values, stack, type = 'bar' }, at) => ({
      name, type, stack, data: values, color: colour(`c${at}`), barMaxWidth: 34, symbolSize: 7,
      lineStyle: { width: 2 }, itemStyle: { borderColor: colour('surface'), borderWidth: 0.5 },
    })),
  };
};

/** Streams between named places, wide as what goes through them. */
export const flows = (nodes, links) => (colour) => ({
  tooltip: { formatter: ({ data }) => (data.source ? `${data.sourceName} → ${data.targetName}: ${format.integer(data.value)}` : data.label) },
  series: [{
    type: 'sankey', left: 4, right: '24%', top: 8, bottom: 8, nodeGap: 7, nodeWidth: 14, draggable: false, emphasis: { focus: 'adjacency' },
    data: nodes.map(({ id, label, hue }) => ({ name: id, label, itemStyle: { color: colour(hue) } })),
    links: links.map((link) => ({ ...link, sourceName: nodes.find(({ id }) => id === link.source).label, targetName: nodes.find(({ id }) => id === link.target).label })),
    label: { color: colour('ink'), fontSize: 12, width: 110, overflow: 'truncate', formatter: ({ data }) => data.label },
    lineStyle: { color: 'source', opacity: 0.3, curveness: 0.5 },
  }],
});
