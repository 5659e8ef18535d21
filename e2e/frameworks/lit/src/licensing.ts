import { html } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import type { LicenseUsage, LicensingCardProperties, LicensingError } from "licensing-card";

interface Listeners {
  onUsage(usage: LicenseUsage): void;
  onProblem(error: LicensingError): void;
  onSignIn(): void;
}

export const licensing = (
  given: LicensingCardProperties,
  { onUsage, onProblem, onSignIn }: Listeners,
) => html`
  <licensing-card
    tenant=${ifDefined(given.tenant?.toString())}
    .tenantName=${given.tenantName}
    .heading=${given.heading}
    .headingLevel=${given.headingLevel}
    .limit=${given.limit}
    .theme=${given.theme}
    .data=${given.data}
    .tokenProvider=${given.tokenProvider}
    @usage-load=${(event: CustomEvent<LicenseUsage>) => onUsage(event.detail)}
    @usage-error=${(event: CustomEvent<LicensingError>) => onProblem(event.detail)}
    @usage-auth-required=${(event: CustomEvent<LicensingError>) => {
      event.preventDefault();
      onSignIn();
    }}
  >
    <p>The license usage is not available in this browser.</p>
    <button slot="actions">Order more</button>
    <small slot="footer">Counted by workload.</small>
  </licensing-card>
`;
