import { areas, catalogue } from '../core/catalogue.js';
import * as format from '../core/format.js';
import { problem, waiting } from '../core/loaded.js';
import { state } from '../core/state.js';
import { spoken } from '../core/texts.js';
import { FollowingPart } from './part.js';

const TRY_AGAIN = 2500;

/**
 * A page: what the address says, once the catalogue and the areas are there. What extends it says what to show of them
 * (`content({catalogue, tree})`), and in `prepare` what to ask for.
 */
export class Page extends FollowingPart {
  static properties = { setting: { state: true }, failed: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#set();
  }

  async #set() {
    const language = (this.language = spoken());
    try {
      const [known, tree] = await Promise.all([catalogue(), areas()]);
      if (language !== this.language) return;
      this.setting = { catalogue: known, tree };
      this.failed = undefined;
    } catch (error) {
      this.failed = error;
      setTimeout(() => this.isConnected && this.#set(), TRY_AGAIN);
    }
  }

  willUpdate() {
    if (this.language !== spoken()) this.#set();
    if (this.setting) this.prepare();
  }

  prepare() {}

  /** The day of the address, or today. */
  get date() {
    return state.get('date') || format.today();
  }

  /** The municipality of the address, or the first whose buurten are known. */
  get home() {
    const { tree } = this.setting;
    return tree.byCode.get(state.get('within')) ?? tree.byCode.get(tree.home);
  }

  render() {
    if (this.failed) return problem(this.failed, () => this.#set());
    return this.setting ? this.content(this.setting) : waiting(12);
  }
}
