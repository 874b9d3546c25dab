import { html } from 'lit';
import { t } from '../core/texts.js';
import { Part } from './part.js';

/**
 * A table that can be put in order of any column. `columns`: `{label, text(row), sort?(row), href?(row), numeric?, long?}`.
 * What is not known stands last in either order.
 */
class DataTable extends Part {
  static properties = { columns: { attribute: false }, rows: { attribute: false }, caption: {}, by: { state: true }, down: { state: true } };

  #order(at) {
    this.down = this.by === at ? !this.down : Boolean(this.columns[at].numeric);
    this.by = at;
  }

  get #ordered() {
    const column = this.columns[this.by];
    if (!column) return this.rows;
    const key = column.sort ?? column.text;
    const unknown = (each) => each === null || each === undefined;
    return [...this.rows].sort((a, b) => {
      const [one, other] = [key(a), key(b)];
      if (unknown(one) || unknown(other)) return unknown(one) - unknown(other);
      const less = typeof one === 'number' ? one - other : String(one).localeCompare(String(other));
      return this.down ? -less : less;
    });
  }

  render() {
    return html`<div class="table" role="region" tabindex="0" aria-label=${this.caption}><table>
      <caption class="unseen">${this.caption}</caption>
      <thead><tr>${this.columns.map((column, at) => html`<th scope="col" class=${column.numeric ? 'numeric' : ''}
        aria-sort=${this.by === at ? (this.down ? 'descending' : 'ascending') : 'none'}>
        <button class="order" title=${t('order')} @click=${() => this.#order(at)}>${column.label}<span aria-hidden="true">${this.by === at ? (this.down ? ' ↓' : ' ↑') : ''}</span></button></th>`)}</tr></thead>
      <tbody>${this.#ordered.map((row) => html`<tr>${this.columns.map((column, at) => this.#cell(column, row, at))}</tr>`)}</tbody>
    </table></div>`;
  }

  #cell(column, row, at) {
    const text = column.href ? html`<a href=${column.href(row)}>${column.text(row)}</a>` : column.text(row);
    return at === 0 ? html`<th scope="row">${text}</th>` : html`<td class=${column.numeric ? 'numeric number' : column.long ? 'long' : ''}>${text}</td>`;
  }
}

customElements.define('bp-table', DataTable);
