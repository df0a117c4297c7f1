import { describe, expect, it, vi } from "vitest";
import { createFaultPoints } from "./fault-points";

describe("fault points", () => {
  it("do nothing when none is named", async () => {
    const kill = vi.spyOn(process, "kill");
    await createFaultPoints(undefined)("before_commit");
    await createFaultPoints("locks_held")("before_commit");
    expect(kill).not.toHaveBeenCalled();
  });

  it("kill the process at the named point and let nothing after it run", async () => {
    const kill = vi.spyOn(process, "kill").mockReturnValue(true);
    const passed = createFaultPoints("before_commit")("before_commit").then(() => "passed");
    expect(kill).toHaveBeenCalledWith(process.pid, "SIGKILL");
    expect(await Promise.race([passed, Promise.resolve("stopped")])).toBe("stopped");
    kill.mockRestore();
  });
});
