import { NgTemplateOutlet } from "@angular/common";
import { Component, signal } from "@angular/core";

import { getState, onProblem, onSignIn, onUsage, subscribe } from "../../shared/portal";
import { Licensing } from "./licensing";

@Component({
  selector: "portal-app",
  imports: [Licensing, NgTemplateOutlet],
  template: `
    <ng-template #card let-company>
      <portal-licensing
        [tenant]="company.tenant"
        [tenantName]="company.tenantName"
        [heading]="company.heading"
        [headingLevel]="company.headingLevel"
        [limit]="company.limit"
        [theme]="company.theme"
        [data]="company.data"
        [tokenProvider]="company.tokenProvider"
        (usage)="onUsage($event)"
        (problem)="onProblem($event)"
        (signIn)="onSignIn()"
      />
    </ng-template>
    <main>
      <section id="featured">
        @if (state().featured; as company) {
          <ng-container *ngTemplateOutlet="card; context: { $implicit: company }" />
        }
      </section>
      <section id="companies">
        @for (company of state().companies; track company.key) {
          <ng-container *ngTemplateOutlet="card; context: { $implicit: company }" />
        }
      </section>
    </main>
  `,
})
export class App {
  protected readonly state = signal(getState());
  protected readonly onUsage = onUsage;
  protected readonly onProblem = onProblem;
  protected readonly onSignIn = onSignIn;

  constructor() {
    subscribe(() => this.state.set(getState()));
  }
}
