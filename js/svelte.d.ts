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

/** A token has no place in markup: where it becomes an attribute, anyone can read it. */
type Properties = Omit<LicensingCardProperties, "token" | keyof LicensingCardNumerals>;

type Own = Properties &
  LicensingCardNumerals &
  LicensingCardAttributes &
  Listeners;

/** The attributes and listeners of `<licensing-card>` in a template. */
export type LicensingCardProps = Own & Omit<HTMLAttributes<LicensingCardElement>, keyof Own>;

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "licensing-card": LicensingCardProps;
  }
}
