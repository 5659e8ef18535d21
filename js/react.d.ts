// The module with types for the JSX of React 19: `import "licensing-card/react"`.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type {
  LicensingCardAttributes,
  LicensingCardElement,
  LicensingCardEventMap,
  LicensingCardProperties,
} from "./licensing-card.js";

export * from "./licensing-card.js";

/** React adds a listener for a custom element's `on` and the event's name. */
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
  Omit<
    DetailedHTMLProps<HTMLAttributes<LicensingCardElement>, LicensingCardElement>,
    keyof Own
  >;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "licensing-card": LicensingCardProps;
    }
  }
}
