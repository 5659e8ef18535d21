import type { LicenseUsage, LicensingCardProperties, LicensingError } from "licensing-card/preact";

interface Props extends LicensingCardProperties {
  onUsage(usage: LicenseUsage): void;
  onProblem(error: LicensingError): void;
  onSignIn(): void;
}

export function Licensing({ onUsage, onProblem, onSignIn, ...properties }: Props) {
  return (
    <licensing-card
      {...properties}
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
