/** The environment of a tool or child process: ours, no telemetry, and what is added. */
export function childEnv(added: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    CHECKPOINT_DISABLE: "1",
    ...added,
  };
}
