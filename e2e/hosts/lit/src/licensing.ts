import { html } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import type { LicenseUsage, LicensingError, TokenProvider } from "licensing-card";

interface Company {
  tenant?: string | null | undefined;
  name?: string | null | undefined;
  heading?: string | null | undefined;
  headingLevel?: number | null | undefined;
  limit?: number | null | undefined;
  theme?: "light" | "dark" | null | undefined;
  data?: unknown;
  tokenProvider?: TokenProvider | null | undefined;
}

interface Listeners {
  onUsage(usage: LicenseUsage): void;
  onProblem(error: LicensingError): void;
  onSignIn(): void;
}

export const licensing = (company: Company, { onUsage, onProblem, onSignIn }: Listeners) => html`
  <licensing-card
    tenant=${ifDefined(company.tenant ?? undefined)}
    .tenantName=${company.name}
    .heading=${company.heading}
    .headingLevel=${company.headingLevel}
    .limit=${company.limit}
    .theme=${company.theme}
    .data=${company.data}
    .tokenProvider=${company.tokenProvider}
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
