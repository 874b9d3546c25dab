import { LitElement } from 'lit';
import { FollowsState } from '../core/state.js';

/** A component that lies in the page itself, so that the page's styles are its own. */
export class Part extends LitElement {
  createRenderRoot() {
    return this;
  }
}

/** One that shows what the address says, and so follows it. */
export class FollowingPart extends Part {
  constructor() {
    super();
    new FollowsState(this);
  }
}
