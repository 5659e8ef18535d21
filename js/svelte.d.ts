// The module with types for Svelte's templates: `import "licensing-card/svelte"`.

import type { HTMLAttributes } from "svelte/elements";
import type {
  LicensingCardAttributes,
  LicensingCardElement,
  LicensingCardEventMap,
  LicensingCardNumerals,
  LicensingCardProperties,
} from "./licensing-card.js";

export * from "./licensing-card.js";

type Listeners = {
  [Name in keyof LicensingCardEventMap as `on${Name}`]?:
    | ((event: LicensingCardEventMap[Name]) => void)
    | undefined;
};

type Own = Omit<LicensingCardProperties, keyof LicensingCardNumerals> &
  LicensingCardNumerals &
  LicensingCardAttributes &
  Listeners;

/** What `<licensing-card>` takes in a template. */
export type LicensingCardProps = Own & Omit<HTMLAttributes<LicensingCardElement>, keyof Own>;

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "licensing-card": LicensingCardProps;
  }
}
