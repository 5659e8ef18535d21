import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { getState, onProblem, onSignIn, onUsage, subscribe, type Company } from "../../shared/portal";
import { licensing } from "./licensing";

const card = (company: Company) => licensing(company, { onUsage, onProblem, onSignIn });

class App extends LitElement {
  // The tests look for things in the document.
  override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    subscribe(() => this.requestUpdate());
  }

  override render() {
    const { featured, companies } = getState();
    return html`
      <main>
        <section id="featured">${featured ? card(featured) : nothing}</section>
        <section id="companies">${repeat(companies, ({ key }) => key, card)}</section>
      </main>
    `;
  }
}

customElements.define("portal-app", App);
