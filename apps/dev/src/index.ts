export { type DemoLogin, demoLogins, demoPassword, type SeedOutcome, seedDemo } from "./seed";
export { confirmAddress, readLink } from "./seed/confirm-address";
export { enterPortal, type PortalPerson, signInToPortal } from "./seed/portal-person";
export { openProductTime, type ProductTime } from "./seed/product-time";
export { onboardOnHostedPage, payOnHostedPage } from "./seed/sandbox-pages";
export { waitFor } from "./seed/wait";
export type { External, PortalMode, ServiceName, Stack, StackOptions, StackUrls } from "./stack/stack";
export { startStack } from "./stack/start-stack";
