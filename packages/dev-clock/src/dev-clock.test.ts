import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DevClock, MemoryClock } from "./index";

const noon = new Date("2026-11-22T12:00:00.000Z");
const dayMs = 86_400_000;
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dev-clock-"));
  file = join(folder, "state", "clock.json");
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: noon });
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

describe("DevClock", () => {
  it("shows system time while there is no file", () => {
    const clock = new DevClock(file);
    expect(clock.now()).toEqual(noon);
    expect(clock.state()).toEqual({ offsetMs: 0, frozenAt: null });
    expect(existsSync(file)).toBe(false);
  });

  it("runs on with its offset after an advance", () => {
    const clock = new DevClock(file);
    expect(clock.advanceBy(14 * dayMs)).toEqual(new Date("2026-12-06T12:00:00.000Z"));
    vi.advanceTimersByTime(1500);
    expect(clock.now()).toEqual(new Date("2026-12-06T12:00:01.500Z"));
  });

  it("stands still when frozen, moves when told, and resumes without a jump", () => {
    const clock = new DevClock(file);
    clock.freeze(new Date("2027-01-01T00:00:00.000Z"));
    vi.advanceTimersByTime(60_000);
    expect(clock.now().toISOString()).toBe("2027-01-01T00:00:00.000Z");
    expect(clock.advanceBy(1000).toISOString()).toBe("2027-01-01T00:00:01.000Z");
    expect(clock.setTo(new Date("2027-02-01T00:00:00.000Z")).toISOString()).toBe("2027-02-01T00:00:00.000Z");
    expect(clock.resume().toISOString()).toBe("2027-02-01T00:00:00.000Z");
    vi.advanceTimersByTime(250);
    expect(clock.now().toISOString()).toBe("2027-02-01T00:00:00.250Z");
  });

  it("freezes where it is when no instant is given", () => {
    const clock = new DevClock(file);
    clock.advanceBy(5000);
    expect(clock.freeze().toISOString()).toBe("2026-11-22T12:00:05.000Z");
    expect(clock.state().frozenAt).toBe("2026-11-22T12:00:05.000Z");
  });

  it("shows another process's change within 100 ms, and never undoes it by moving", () => {
    const here = new DevClock(file);
    const there = new DevClock(file);
    there.advanceBy(dayMs);
    expect(here.now()).toEqual(noon);
    expect(here.advanceBy(dayMs)).toEqual(new Date("2026-11-24T12:00:00.000Z"));
    vi.advanceTimersByTime(100);
    expect(there.now()).toEqual(new Date("2026-11-24T12:00:00.100Z"));
  });

  it("leaves one whole file and nothing beside it", () => {
    const clock = new DevClock(file);
    clock.advanceBy(1);
    clock.freeze();
    expect(readdirSync(join(folder, "state"))).toEqual(["clock.json"]);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
      offsetMs: 1,
      frozenAt: "2026-11-22T12:00:00.001Z",
    });
  });

  it.each(["", "nonsense", "[]", '{"offsetMs":"1","frozenAt":null}', '{"offsetMs":0,"frozenAt":"soon"}'])(
    "names a damaged file instead of guessing the time: %j",
    (text) => {
      new DevClock(file).freeze();
      writeFileSync(file, text);
      expect(() => new DevClock(file)).toThrow(file);
    },
  );

  it("refuses fractions of a millisecond and instants that are none", () => {
    const clock = new DevClock(file);
    expect(() => clock.advanceBy(0.5)).toThrow(RangeError);
    expect(() => clock.setTo(new Date("never"))).toThrow(RangeError);
    expect(existsSync(file)).toBe(false);
  });
});

describe("MemoryClock", () => {
  it("starts frozen and obeys the same verbs", () => {
    const clock = new MemoryClock(noon);
    vi.advanceTimersByTime(1000);
    expect(clock.now()).toEqual(noon);
    expect(clock.advanceBy(1000).toISOString()).toBe("2026-11-22T12:00:01.000Z");
    clock.resume();
    vi.advanceTimersByTime(1000);
    expect(clock.now().toISOString()).toBe("2026-11-22T12:00:02.000Z");
    expect(clock.freeze(noon)).toEqual(noon);
    expect(clock.state()).toEqual({ offsetMs: 0, frozenAt: noon.toISOString() });
    expect(clock.setTo(new Date(0))).toEqual(new Date(0));
  });
});
