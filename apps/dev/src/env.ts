/** The environment of a tool or child process: ours, no telemetry, and what is added (`undefined` removes). */
export function childEnv(added: Readonly<Record<string, string | undefined>> = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    CHECKPOINT_DISABLE: "1",
    ...added,
  };
}

/** The database server to use instead of an embedded one, if one is configured. */
export function configuredDatabaseUrl(): string | null {
  return process.env.DATABASE_URL || null;
}
