// The module with types for Vue's templates and JSX: `import "licensing-card/vue"`.

import type { HTMLAttributes, PublicProps } from "vue";
import type {
  LicensingCardAttributes,
  LicensingCardElement,
  LicensingCardEventMap,
  LicensingCardNumerals,
  LicensingCardProperties,
} from "./licensing-card.js";

export * from "./licensing-card.js";

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Camel<Rest>}`
  : Capitalize<Name>;

/** `@usage-load` in a template is `onUsageLoad` to the compiler. */
type Listeners = {
  [Name in keyof LicensingCardEventMap as `on${Camel<Name>}`]?:
    | ((event: LicensingCardEventMap[Name]) => void)
    | undefined;
};

/** A token has no place in markup: where it becomes an attribute, anyone can read it. */
type Properties = Omit<LicensingCardProperties, "token" | keyof LicensingCardNumerals>;

type Own = Properties & LicensingCardNumerals & LicensingCardAttributes & Listeners;

/** The attributes and listeners of `<licensing-card>` in a template. */
export type LicensingCardProps = Own & Omit<HTMLAttributes & PublicProps, keyof Own>;

declare module "vue" {
  interface GlobalComponents {
    "licensing-card": new () => LicensingCardElement & { $props: LicensingCardProps };
  }
}

declare module "vue/jsx-runtime" {
  namespace JSX {
    interface IntrinsicElements {
      "licensing-card": LicensingCardProps;
    }
  }
}
