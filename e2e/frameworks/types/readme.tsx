import type { LicensingError } from "licensing-card/react";

// Sample numbers, for trying it without an API. Remove `data`, and the card asks the API.
const rows = [{ type: "CC_VM_Backup", usedCount: 12, usedInstances: 12 }];
const report = (error: LicensingError) => console.warn(error.kind, error.status);

export function Usage() {
  return (
    <licensing-card
      tenant="2"
      data={rows}
      limit={100}
      onusage-error={(event) => report(event.detail)}
    />
  );
}
