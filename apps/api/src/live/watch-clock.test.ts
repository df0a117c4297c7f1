import { expect, test, vi } from "vitest";
import { watchClock } from "./watch-clock";

test("a clock that is moved is noticed once; one that runs on is not", () => {
  vi.useFakeTimers();
  try {
    let offset = 0;
    let jumps = 0;
    const machine = { now: () => new Date() };
    const clock = { now: () => new Date(machine.now().getTime() + offset) };
    const watching = watchClock(clock, machine, () => {
      jumps += 1;
    });
    vi.advanceTimersByTime(5_000);
    expect(jumps).toBe(0);
    offset = 14 * 86_400_000;
    vi.advanceTimersByTime(5_000);
    expect(jumps).toBe(1);
    watching.close();
    offset = 0;
    vi.advanceTimersByTime(5_000);
    expect(jumps).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});
