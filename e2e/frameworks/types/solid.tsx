// A portal's JSX for Solid. Deliberate errors are marked as such, and a mark without an error
// below it is an error too.

import { configure, type LicenseUsage, type LicensingCardElement } from "licensing-card/solid";
import type { LicensingCardProps } from "licensing-card/solid";

configure({ wasmUrl: "/card.wasm" });

export function Portal(props: { show(usage: LicenseUsage): void }) {
  let card!: LicensingCardElement;
  const more: LicensingCardProps = { tenant: 2, limit: null, class: "wide", id: "card" };
  return (
    <main onClick={() => void card.refresh()}>
      <licensing-card
        {...more}
        ref={card}
        endpoint="/v2"
        tenant="2"
        heading-level="3"
        tenant-name={undefined}
        prop:tenantName={undefined}
        resource="backupServerUsage"
        prop:tokenProvider={async (reason) => (reason === "expired" ? "new" : null)}
        data={[{ type: "CC_VM_Backup" }]}
        aria-busy
        onClick={(event) => event.currentTarget.toCSV()}
        on:usage-load={(event) => props.show(event.detail)}
        on:usage-error={({ detail }) => detail.kind === "offline"}
        on:usage-auth-required={(event) => event.preventDefault()}
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
      <licensing-card prop:tokenProvider={() => 5} />
      {/* @ts-expect-error Solid would write it in lower case */}
      <licensing-card tokenProvider={() => "token"} />
      {/* @ts-expect-error a usage, not an error */}
      <licensing-card on:usage-load={({ detail }) => detail.kind} />
    </main>
  );
}
