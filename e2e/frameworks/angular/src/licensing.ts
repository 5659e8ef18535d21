import { CUSTOM_ELEMENTS_SCHEMA, Component, input, output } from "@angular/core";
import type { LicenseUsage, LicensingError, TokenProvider } from "licensing-card";

@Component({
  selector: "portal-licensing",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <licensing-card
      [tenant]="tenant()"
      [tenantName]="tenantName()"
      [heading]="heading()"
      [headingLevel]="headingLevel()"
      [limit]="limit()"
      [theme]="theme()"
      [data]="data()"
      [tokenProvider]="tokenProvider()"
      (usage-load)="usage.emit($event.detail)"
      (usage-error)="problem.emit($event.detail)"
      (usage-auth-required)="$event.preventDefault(); signIn.emit()"
    >
      <p>The license usage is not available in this browser.</p>
      <button slot="actions">Order more</button>
      <small slot="footer">Counted by workload.</small>
    </licensing-card>
  `,
})
export class Licensing {
  readonly tenant = input<string | number | null>();
  readonly tenantName = input<string | null>();
  readonly heading = input<string | null>();
  readonly headingLevel = input<number | null>();
  readonly limit = input<number | null>();
  readonly theme = input<"auto" | "light" | "dark" | null>();
  readonly data = input<unknown>();
  readonly tokenProvider = input<TokenProvider | null>();

  readonly usage = output<LicenseUsage>();
  readonly problem = output<LicensingError>();
  readonly signIn = output();
}
