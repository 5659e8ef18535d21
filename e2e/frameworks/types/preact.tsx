// A portal's JSX for Preact. Deliberate errors are marked as such, and a mark without an error
// below it is an error too.

import { useRef } from "preact/hooks";
import { configure, type LicenseUsage, type LicensingCardElement } from "licensing-card/preact";
import type { LicensingCardProps } from "licensing-card/preact";

configure({ wasmUrl: "/card.wasm" });

export function Portal({ show }: { show(usage: LicenseUsage): void }) {
  const card = useRef<LicensingCardElement>(null);
  const more: LicensingCardProps = { tenant: 2, limit: null, class: "wide", id: "card" };
  return (
    <main onClick={() => void card.current?.refresh()}>
      <licensing-card
        {...more}
        ref={card}
        key="2"
        endpoint="/v2"
        tenant="2"
        heading-level="3"
        tenantName={undefined}
        resource="backupServerUsage"
        tokenProvider={async (reason) => (reason === "expired" ? "new" : null)}
        data={[{ type: "CC_VM_Backup" }]}
        aria-busy
        onClick={(event) => event.currentTarget.toCSV()}
        onusage-load={(event) => show(event.detail)}
        onusage-error={({ detail }) => detail.kind === "offline"}
        onusage-auth-required={(event) => event.preventDefault()}
      >
        <button slot="actions">More</button>
      </licensing-card>
      {/* @ts-expect-error no such resource */}
      <licensing-card resource="everything" />
      {/* @ts-expect-error a number */}
      <licensing-card limit="100" />
      {/* @ts-expect-error no such property */}
      <licensing-card tennant="2" />
      {/* @ts-expect-error it would be an attribute, which anyone can read */}
      <licensing-card token="secret" />
      {/* @ts-expect-error a token is a text */}
      <licensing-card tokenProvider={() => 5} />
      {/* @ts-expect-error a usage, not an error */}
      <licensing-card onusage-load={({ detail }) => detail.kind} />
    </main>
  );
}
