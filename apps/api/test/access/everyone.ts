import { isAllowed, type OrganizationKind, type Permission, roles } from "@evenshare/domain";
import { expect } from "vitest";
import type { Browser } from "../api";
import { read } from "./call";
import type { World } from "./world";

export const sides = ["brand", "producer"] as const;

/** Everyone who may ask for something in a world that is built before the first test. */
export function everyoneOf(worldNow: () => World) {
  const outsiders = (): readonly Browser[] =>
    sides.flatMap((side) => worldNow().outsiders[side].map(({ browser }) => browser));

  /** Asks as every role of both sides, as people without a place, and as outsiders. */
  const askEveryone = async (
    permission: Permission,
    rightfulSides: readonly OrganizationKind[],
    ask: (who: Browser) => Promise<Response>,
    outsidersGet: number,
  ): Promise<void> => {
    const world = worldNow();
    for (const side of rightfulSides) {
      for (const role of roles) {
        const answer = await read(await ask(world[side].as[role]));
        const allowed = isAllowed(permission, side, role);
        const expected = allowed ? { status: 200 } : { status: 403, failure: "permission.denied" };
        expect(answer, `${role} of the ${side}`).toMatchObject(expected);
      }
      expect(await read(await ask(world.anonymous[side]))).toMatchObject({
        status: 401,
        failure: "session.missing",
      });
      expect(await read(await ask(world.newcomers[side]))).toMatchObject({
        status: 403,
        failure: "organization.missing",
      });
    }
    for (const outsider of outsiders()) {
      const answer = await read(await ask(outsider));
      expect(answer.text).not.toContain(world.marker);
      expect(answer.status).toBe(outsidersGet);
    }
  };
  return { outsiders, askEveryone };
}
