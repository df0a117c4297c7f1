import { describe, expect, it } from "vitest";
import { matchScreens, type ScreenRoute, startAhead } from "./screen-route";

function screens(log: string[]): ScreenRoute[] {
  const screen = (path: string, children?: ScreenRoute[]): ScreenRoute => ({
    path,
    load: async () => {
      log.push(`load ${path}`);
      return () => null;
    },
    readAhead: async (params) => void log.push(`read ${path} ${JSON.stringify(params)}`),
    ...(children && { children }),
  });
  return [screen(""), screen("partnerships/new"), screen("partnerships/:id", [screen(""), screen("audit")])];
}

describe("screens", () => {
  it("finds a screen and the part of it that an address names", () => {
    const paths = (address: string) => matchScreens(screens([]), address).map(({ screen }) => screen.path);
    expect(paths("/")).toEqual([""]);
    expect(paths("/partnerships/new")).toEqual(["partnerships/new"]);
    expect(paths("/partnerships/7/audit")).toEqual(["partnerships/:id", "audit"]);
    expect(paths("/elsewhere")).toEqual([]);
  });

  it("starts to load and to read before anything is drawn", () => {
    const log: string[] = [];
    startAhead(screens(log), "/partnerships/7");
    expect(log).toEqual([
      "load partnerships/:id",
      'read partnerships/:id {"id":"7"}',
      "load ",
      'read  {"id":"7"}',
    ]);
  });
});
