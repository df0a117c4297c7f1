export { findFreePort, isPortFree } from "./ports";
export { describeProcess, type ProcessInfo, signalProcess, waitForExit } from "./process-info";
export { type ProcessLock, tryProcessLock, withProcessLock } from "./process-lock";
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
  THROWAWAY_FLAGS,
} from "./start";
