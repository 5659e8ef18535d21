// A portal's JSX for Vue. Deliberate errors are marked as such, and a mark without an error
// below it is an error too.

import { defineComponent, ref } from "vue";
import { configure, type LicenseUsage, type LicensingCardElement } from "licensing-card/vue";
import type { LicensingCardProps } from "licensing-card/vue";

configure({ wasmUrl: "/card.wasm" });

export const Portal = defineComponent((props: { show(usage: LicenseUsage): void }) => {
  const card = ref<LicensingCardElement>();
  const more: LicensingCardProps = { tenant: 2, limit: null, class: "wide", id: "card" };
  return () => (
    <main onClick={() => void card.value?.refresh()}>
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
        onUsageLoad={(event) => props.show(event.detail)}
        onUsageError={({ detail }) => detail.kind === "offline"}
        onUsageAuthRequired={(event) => event.preventDefault()}
      >
        <p>Loading.</p>
      </licensing-card>
      {/* @ts-expect-error no such resource */}
      <licensing-card resource="everything" />
      {/* @ts-expect-error a number */}
      <licensing-card limit={true} />
      {/* @ts-expect-error a token is a text */}
      <licensing-card tokenProvider={() => 5} />
      {/* @ts-expect-error a usage, not an error */}
      <licensing-card onUsageLoad={({ detail }) => detail.kind} />
    </main>
  );
});
