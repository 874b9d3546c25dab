import { LitElement, html } from 'lit';
import { bearer, session, signIn, signOut, token } from '../core/signin.js';
import { FollowsState } from '../core/state.js';
import { t } from '../core/texts.js';

/** A discreet door: the public pages need nobody to go through it. */
class SignIn extends LitElement {
  constructor() {
    super();
    new FollowsState(this);
    session.addEventListener('change', () => this.requestUpdate());
  }

  createRenderRoot() {
    return this;
  }

  #open() {
    this.querySelector('dialog').showModal();
  }

  #submit(event) {
    event.preventDefault();
    const field = this.querySelector('#token');
    signIn(field.value, this.querySelector('#purpose').value);
    field.value = '';
    this.querySelector('dialog').close();
  }

  render() {
    const who = bearer();
    return html`
      ${token()
        ? html`<button class="link" @click=${signOut} title=${who?.roles.join(', ') ?? ''}>${t('signOut', { name: who?.name ?? '' })}</button>`
        : html`<button class="link" @click=${this.#open}>${t('signIn')}</button>`}
      <dialog aria-labelledby="sign-in-title">
        <form @submit=${this.#submit}>
          <h2 id="sign-in-title">${t('signIn')}</h2>
          <p>${t('signIn.why')}</p>
          <label for="token">${t('signIn.token')}</label>
          <input id="token" type="password" autocomplete="off" required spellcheck="false">
          <label for="purpose">${t('signIn.purpose')}</label>
          <input id="purpose" autocomplete="off" maxlength="200" aria-describedby="purpose-why">
          <p class="small soft" id="purpose-why">${t('signIn.purpose.why')}</p>
          <p class="small soft">${t('signIn.kept')}</p>
          <div class="row">
            <button class="button strong">${t('signIn')}</button>
            <button type="button" class="button" @click=${(event) => event.target.closest('dialog').close()}>${t('cancel')}</button>
          </div>
        </form>
      </dialog>`;
  }
}

customElements.define('bp-sign-in', SignIn);
