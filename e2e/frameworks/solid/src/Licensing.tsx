import type { LicenseUsage, LicensingCardProperties, LicensingError } from "licensing-card/solid";

interface Props extends LicensingCardProperties {
  onUsage(usage: LicenseUsage): void;
  onProblem(error: LicensingError): void;
  onSignIn(): void;
}

export function Licensing(props: Props) {
  return (
    <licensing-card
      tenant={props.tenant}
      prop:tenantName={props.tenantName}
      heading={props.heading}
      prop:headingLevel={props.headingLevel}
      limit={props.limit}
      theme={props.theme}
      data={props.data}
      prop:tokenProvider={props.tokenProvider}
      on:usage-load={(event) => props.onUsage(event.detail)}
      on:usage-error={(event) => props.onProblem(event.detail)}
      on:usage-auth-required={(event) => {
        event.preventDefault();
        props.onSignIn();
      }}
    >
      <p>The license usage is not available in this browser.</p>
      <button slot="actions">Order more</button>
      <small slot="footer">Counted by workload.</small>
    </licensing-card>
  );
}
