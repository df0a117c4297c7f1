export type { External, PortalMode, ServiceName, Stack, StackOptions, StackUrls } from "./stack/stack";
export { startStack } from "./stack/start-stack";
