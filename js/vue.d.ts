// The module with types for Vue's templates and JSX: `import "licensing-card/vue"`.

import type { HTMLAttributes, PublicProps } from "vue";
import type {
  LicenseUsage,
  LicensingCardAttributes,
  LicensingCardElement,
  LicensingCardNumerals,
  LicensingCardProperties,
  LicensingError,
} from "./licensing-card.js";

export * from "./licensing-card.js";

/** `@usage-load` in a template is `onUsageLoad` to the compiler. */
interface Listeners {
  onUsageLoadstart?: ((event: CustomEvent<null>) => void) | undefined;
  onUsageLoad?: ((event: CustomEvent<LicenseUsage>) => void) | undefined;
  onUsageError?: ((event: CustomEvent<LicensingError>) => void) | undefined;
  onUsageAuthRequired?: ((event: CustomEvent<LicensingError>) => void) | undefined;
}

type Own = Omit<LicensingCardProperties, keyof LicensingCardNumerals> &
  LicensingCardNumerals &
  LicensingCardAttributes &
  Listeners;

/** What `<licensing-card>` takes in a template. */
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
