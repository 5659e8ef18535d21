// The module with types for the JSX of Preact: `import "licensing-card/preact"`.

import type { ClassAttributes, HTMLAttributes } from "preact";
import type {
  LicensingCardAttributes,
  LicensingCardElement,
  LicensingCardEventMap,
  LicensingCardProperties,
} from "./licensing-card.js";

export * from "./licensing-card.js";

type Listeners = {
  [Name in keyof LicensingCardEventMap as `on${Name}`]?:
    | ((event: LicensingCardEventMap[Name]) => void)
    | undefined;
};

/** A token has no place in markup: where it becomes an attribute, anyone can read it. */
type Properties = Omit<LicensingCardProperties, "token">;

type Own = Properties & LicensingCardAttributes & Listeners;

/** The props of `<licensing-card>` in JSX. */
export type LicensingCardProps = Own &
  ClassAttributes<LicensingCardElement> &
  Omit<HTMLAttributes<LicensingCardElement>, keyof Own | keyof ClassAttributes<unknown>>;

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "licensing-card": LicensingCardProps;
    }
  }
}
