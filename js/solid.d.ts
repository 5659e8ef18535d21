// The module with types for the JSX of Solid: `import "licensing-card/solid"`.

import type { JSX } from "solid-js";
import type {
  LicensingCardAttributes,
  LicensingCardElement,
  LicensingCardEventMap,
  LicensingCardProperties,
} from "./licensing-card.js";

export * from "./licensing-card.js";

type Listeners = {
  [Name in keyof LicensingCardEventMap as `on:${Name}`]?:
    | ((event: LicensingCardEventMap[Name]) => void)
    | undefined;
};

/**
 * Solid writes the names of properties in lower case, unless they begin with `prop:`. A token has no place
 * in markup: where it becomes an attribute, anyone can read it.
 */
type Own = {
  [Name in keyof LicensingCardProperties as Name extends Exclude<Lowercase<Name>, "token">
    ? Name
    : never]?: LicensingCardProperties[Name];
} & {
  [Name in keyof LicensingCardProperties as `prop:${Name}`]?: LicensingCardProperties[Name];
} & LicensingCardAttributes &
  Listeners;

/** The props of `<licensing-card>` in JSX. */
export type LicensingCardProps = Own & Omit<JSX.HTMLAttributes<LicensingCardElement>, keyof Own>;

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      "licensing-card": LicensingCardProps;
    }
  }
}
