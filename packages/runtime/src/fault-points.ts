import type { PassFaultPoint } from "@evenshare/application";

/** Kills this process at the named point, as `kill -9` would. Without a name, as in production, nothing ever happens. */
export function createFaultPoints(named: string | undefined): PassFaultPoint {
  if (named === undefined) return async () => {};
  return async (point) => {
    if (point !== named) return;
    process.kill(process.pid, "SIGKILL");
    // The signal arrives when it arrives; nothing after the point may run until then.
    await new Promise(() => {});
  };
}
