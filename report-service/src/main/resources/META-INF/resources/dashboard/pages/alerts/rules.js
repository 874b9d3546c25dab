import { html } from 'lit';
import { shortName } from '../../core/catalogue.js';
import * as format from '../../core/format.js';
import { Loaded } from '../../core/loaded.js';
import { state } from '../../core/state.js';
import { t } from '../../core/texts.js';
import '../../parts/data-table.js';
import { FollowingPart } from '../../parts/part.js';

/** The rules there are, each in a few words. */
class Rules extends FollowingPart {
  static properties = { catalogue: { attribute: false }, tree: { attribute: false } };

  rules = new Loaded(this);

  willUpdate() {
    this.rules.want('/v1/alert-rules?pageSize=20000');
  }

  render() {
    if (this.rules.error?.status === 404) return html`<p class="empty">${t('rules.absent')}</p>`;
    return this.rules.show((list) => (list.length
      ? html`<bp-table .caption=${t('rules')} .rows=${list} .columns=${[
        { label: t('rule'), text: (row) => row.id, href: (row) => state.href({ rule: row.id }) },
        { label: t('indicator'), text: (row) => this.catalogue.label(row.indicator) },
        { label: t('rule.when'), text: (row) => this.#when(row) },
        { label: t('rule.where'), text: (row) => `${t(`levels.${row.level}`)}${row.within ? ` – ${shortName(this.tree.byCode.get(row.within)?.name ?? row.within)}` : ''}` },
        { label: t('rule.severity'), text: (row) => t(`severity.${row.severity}`) },
        { label: t('rule.enabled'), text: (row) => t(row.enabled === false ? 'no' : 'yes') },
      ]}></bp-table>`
      : html`<p class="empty">${t('rules.none')}</p>`), { lines: 4 });
  }

  #when({ indicator, direction, threshold, change, rank }) {
    const unit = this.catalogue.unit(indicator);
    if (rank) return t(`rule.worst.${direction}`, { n: rank.worst });
    if (change) return t('rule.change', { change: format.change(change.above ?? change.below, unit), over: change.over });
    return `${t(`direction.${direction}`)} ${format.value(threshold, unit)}`;
  }
}

customElements.define('bp-rules', Rules);
