import type { LicenseUsage, LicensingError, TokenProvider } from "licensing-card/preact";

interface Props {
  tenant?: string | null | undefined;
  name?: string | null | undefined;
  heading?: string | null | undefined;
  headingLevel?: number | null | undefined;
  limit?: number | null | undefined;
  theme?: "light" | "dark" | null | undefined;
  data?: unknown;
  tokenProvider?: TokenProvider | null | undefined;
  onUsage(usage: LicenseUsage): void;
  onProblem(error: LicensingError): void;
  onSignIn(): void;
}

export function Licensing({ name, onUsage, onProblem, onSignIn, ...properties }: Props) {
  return (
    <licensing-card
      {...properties}
      tenantName={name}
      onusage-load={(event) => onUsage(event.detail)}
      onusage-error={(event) => onProblem(event.detail)}
      onusage-auth-required={(event) => {
        event.preventDefault();
        onSignIn();
      }}
    >
      <p>The license usage is not available in this browser.</p>
      <button slot="actions">Order more</button>
      <small slot="footer">Counted by workload.</small>
    </licensing-card>
  );
}
