import type { LicensingCardProperties, LicenseUsage, LicensingError } from "licensing-card";

interface Listeners {
  onUsage(usage: LicenseUsage): void;
  onProblem(error: LicensingError): void;
  onSignIn(): void;
}

export function licensing(
  properties: LicensingCardProperties,
  { onUsage, onProblem, onSignIn }: Listeners,
) {
  const card = document.createElement("licensing-card");
  card.innerHTML = `
    <p>The license usage is not available in this browser.</p>
    <button slot="actions">Order more</button>
    <small slot="footer">Counted by workload.</small>`;
  card.addEventListener("usage-load", (event) => onUsage(event.detail));
  card.addEventListener("usage-error", (event) => onProblem(event.detail));
  card.addEventListener("usage-auth-required", (event) => {
    event.preventDefault();
    onSignIn();
  });
  return Object.assign(card, properties);
}
