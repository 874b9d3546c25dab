import { html } from 'lit';
import * as format from '../../core/format.js';
import { shortName } from '../../core/catalogue.js';
import { state } from '../../core/state.js';
import { t } from '../../core/texts.js';
import '../../parts/chart.js';
import { compared } from '../../parts/chart-options.js';
import { Section } from '../../parts/section.js';

const SHARE = 'adult-arrivals.social-assistance.share.5y';
const FROM_BETTER_OFF = 'adult-arrivals.social-assistance.from.positive-ses.share.5y';
const SENDERS = 12;

/** Which municipalities adults on social assistance came from, and which wijken they settled in. */
class BurdenShift extends Section {
  lines = 14;

  paths() {
    const within = `level=wijk&within=${this.area.code}&date=${this.date}`;
    return [
      `/v1/areas/${this.area.code}/origins?from=${format.yearsFrom(this.date, -5)}&to=${this.date}&of=social-assistance`,
      `/v1/areas/${this.area.code}/origins?from=${format.yearsFrom(this.date, -5)}&to=${this.date}&of=adult-arrivals`,
      `/v1/indicators/adult-arrivals.social-assistance.5y/ranking?${within}`,
      `/v1/indicators/${SHARE}/ranking?${within}`,
      `/v1/indicators/${FROM_BETTER_OFF}/ranking?${within}`,
    ];
  }

  content(sent, everyone, received, shares, better) {
    const calls = this.paths();
    const all = new Map(everyone.municipalities.map(({ code, count }) => [code, count]));
    const senders = sent.municipalities.filter(({ count }) => count !== null).map((each) => ({ ...each, all: all.get(each.code) ?? null }));
    const top = senders.slice(0, SENDERS);
    const of = (list, code) => list.areas.find((each) => each.code === code);
    const receivers = received.areas.map((each) => ({ ...each, share: of(shares, each.code), better: of(better, each.code) }));
    const count = { label: t('withAssistance'), numeric: true, text: (row) => format.value(row.count, 'x'), sort: (row) => row.count };
    if (!senders.length && receivers.every(({ value }) => !value)) return html`<p class="empty">${t(sent.total === null ? 'withheld.why' : 'origins.none')}</p>`;
    return html`<div class="charts">
      <bp-chart tall .heading=${t('burden.senders')} .note=${t('burden.note')} .calls=${calls.slice(0, 2)}
        .summary=${top.slice(0, 3).map(({ name, count: n }) => `${name}: ${n}.`).join(' ')}
        .option=${compared(top.map((each) => ({ name: each.name, value: each.count, text: format.integer(each.count) })), t('withAssistance'), { hue: () => 'c0' })}
        .columns=${[
          { label: t('levels.municipality'), text: (row) => row.name }, count,
          { label: t('allAdults'), numeric: true, text: (row) => format.value(row.all, 'x'), sort: (row) => row.all },
          { label: t('part'), numeric: true, text: (row) => format.value(row.all ? row.count / row.all : null, 'share'), sort: (row) => (row.all ? row.count / row.all : null) },
          { label: 'SES-WOA', numeric: true, text: (row) => format.value(row.sesWoa, 'number'), sort: (row) => row.sesWoa },
        ]} .rows=${senders}></bp-chart>
      <bp-chart tall .heading=${t('burden.receivers')} .note=${this.definition(SHARE, FROM_BETTER_OFF)} .calls=${calls.slice(2)}
        .option=${compared(receivers.slice(0, SENDERS).map((each) => ({ name: shortName(each.name), value: each.value, text: format.figure(each, 'persons') })), t('withAssistance'), { hue: () => 'c1' })}
        .columns=${[
          { label: t('levels.wijk'), text: (row) => shortName(row.name), href: (row) => state.page('area', { area: row.code }) },
          { label: t('withAssistance'), numeric: true, text: (row) => format.figure(row, 'persons'), sort: (row) => row.value },
          { label: this.label(SHARE), numeric: true, text: (row) => format.figure(row.share, 'share'), sort: (row) => row.share?.value },
          { label: this.label(FROM_BETTER_OFF), numeric: true, text: (row) => format.figure(row.better, 'share'), sort: (row) => row.better?.value },
        ]} .rows=${receivers}></bp-chart>
    </div>`;
  }
}

customElements.define('bp-burden-shift', BurdenShift);
