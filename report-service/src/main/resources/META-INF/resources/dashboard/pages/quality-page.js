import { html } from 'lit';
import * as format from '../core/format.js';
import { Loaded, problem } from '../core/loaded.js';
import { bearer } from '../core/signin.js';
import { state } from '../core/state.js';
import { t } from '../core/texts.js';
import '../parts/data-table.js';
import { Page } from '../parts/page.js';

const PAGE = 100;

/** What does not add up in the events of a municipality: for those who can mend it at the source. */
class QualityPage extends Page {
  findings = new Loaded(this);

  get page() {
    return Math.max(1, Number(state.get('page', '1')) || 1);
  }

  get #path() {
    const kind = state.get('kind') ? `&kind=${state.get('kind')}` : '';
    return `/v1/findings?municipality=${this.home.code}${kind}&page=${this.page}&pageSize=${PAGE}`;
  }

  prepare() {
    this.findings.want(this.#path);
  }

  content() {
    return html`
      <div class="page-head"><div><h1>${t('quality.title', { area: this.home.name })}</h1><p class="soft">${t('quality.lead')}</p></div></div>
      ${this.findings.error ? this.#closed(this.findings.error) : this.findings.show((list) => this.#list(list))}`;
  }

  /** Findings name events, so they are not for everyone; and a service of before knows none. */
  #closed(error) {
    if (error.status === 404) return html`<p class="empty">${t('quality.absent')}</p>`;
    if (error.status === 401) return html`<div class="empty"><strong>${t('problem.signIn')}</strong><p>${t('quality.role')}</p></div>`;
    if (error.status === 403) return html`<div class="empty"><strong>${t('problem.forbidden')}</strong><p>${t('quality.role')} ${bearer()?.roles.join(', ') ?? ''}</p></div>`;
    return problem(error, () => this.findings.reload());
  }

  #list(findings) {
    if (!findings.length && this.page === 1) return html`<p class="empty">${t('quality.none')}</p>`;
    const kinds = [...findings.reduce((counts, { kind }) => counts.set(kind, (counts.get(kind) ?? 0) + 1), new Map())].sort((a, b) => b[1] - a[1]);
    const whole = this.page === 1 && findings.length < PAGE;
    return html`
      <div class="controls" role="group" aria-label=${t('quality.kinds')}>
        ${state.get('kind') ? html`<button class="button" aria-pressed="true" @click=${() => state.set({ kind: '', page: '' })}>${t(`finding.${state.get('kind')}`)} <span aria-hidden="true">×</span></button>`
          : html`${whole ? '' : html`<span class="soft">${t('quality.onPage')}</span>`}${kinds.map(([kind, count]) => html`<button class="button" @click=${() => state.set({ kind, page: '' })}>${t(`finding.${kind}`)} <span class="soft number">${count}</span></button>`)}`}
      </div>
      <bp-table .caption=${t('page.quality')} .rows=${findings} .columns=${[
        { label: t('quality.found'), text: (row) => `${format.shortDate(row.foundAt.slice(0, 10))} ${format.time(row.foundAt)}`, sort: (row) => row.foundAt },
        { label: t('quality.kind'), text: (row) => t(`finding.${row.kind}`) },
        { label: t('quality.what'), long: true, text: (row) => row.text },
        { label: t('quality.remedy'), long: true, text: (row) => row.remedy ?? '' },
        { label: t('quality.event'), text: (row) => `${row.source} · ${row.id}` },
      ]}></bp-table>
      ${this.page > 1 || findings.length === PAGE ? html`<div class="row spaced">
        <button class="button" ?disabled=${this.page === 1} @click=${() => state.set({ page: this.page > 2 ? String(this.page - 1) : '' })}>${t('previous')}</button>
        <button class="button" ?disabled=${findings.length < PAGE} @click=${() => state.set({ page: String(this.page + 1) })}>${t('next')}</button>
      </div>` : ''}`;
  }
}

customElements.define('bp-quality-page', QualityPage);
