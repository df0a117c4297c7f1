export { defaultKey } from "./platform";
export { type RunningSandbox, type SandboxOptions, startSandbox } from "./start-sandbox";
