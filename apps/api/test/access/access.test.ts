import { randomUUID } from "node:crypto";
import { isAllowed, type OrganizationKind, roles } from "@evenshare/domain";
import { drainOperations } from "@evenshare/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser } from "../api";
import { type Answer, call } from "./call";
import { listProcedures } from "./list-procedures";
import { agreed, command, submitted } from "./milestones";
import type { ProcedureRule } from "./procedure-rule";
import { procedureRules } from "./procedures";
import { buildWorld, type Outsider, type World } from "./world";

const procedures = listProcedures();
let world: World;

beforeAll(async () => {
  world = await buildWorld();
  // Something held, something released and paid out, so that every list has something to show.
  await agreed(world);
  const id = await submitted(world);
  const part = { ...command(), id, amount: 4_000n, currency: "GBP", expectedHeld: 10_000n } as const;
  await world.brand.as.owner.trpc.milestones.releasePart.mutate(part);
  await drainOperations(world.deps);
});
afterAll(() => world.close());

type Input = Record<string, unknown> | undefined;

/** The input again as a new click, so that no stored answer of an earlier one is given. */
function anew(input: Input): Input {
  return input !== undefined && "commandKey" in input ? { ...input, ...command() } : input;
}

const partyOf = (side: OrganizationKind) => world[side];
const otherSide = (side: OrganizationKind): OrganizationKind => (side === "brand" ? "producer" : "brand");

describe("the list of procedures", () => {
  it("R11: has a rule for every procedure of the router, and no rule for another", () => {
    expect(procedures.map(({ path }) => path).sort()).toEqual(Object.keys(procedureRules).sort());
  });

  it.each(procedures)("R11: $path declares who may call it", ({ access }) => {
    expect(access).toBeDefined();
  });
});

describe.each(procedures.filter(({ type }) => type !== "subscription"))("$path", ({ path, type, access }) => {
  const rule: ProcedureRule = procedureRules[path] ?? { side: "brand", input: async () => undefined };
  const { side, subject, nested } = rule;
  const isPublic = access?.kind === "public";

  async function ask(who: Browser, organizationId: string | null, input: Input): Promise<Answer> {
    const answer = await call(who, path, type, input);
    if (answer.status === 200 && organizationId !== null) await rule.settle?.(who, organizationId, world);
    return answer;
  }

  /** Its rightful caller: an owner, or for what is open to anyone a browser that nobody has signed in with. */
  const rightfully = (input: Input) => {
    const { as, organizationId } = partyOf(side);
    return isPublic ? ask(new Browser(world.api, side), null, input) : ask(as.owner, organizationId, input);
  };

  /** Everyone who must get nothing, in the portal of a side. */
  function outsidersOf(portal: OrganizationKind): readonly Outsider[] {
    if (!isPublic) return world.outsiders[portal];
    const hidden = [world.marker, world.nameMarker];
    return [{ browser: new Browser(world.api, portal), organizationId: null, hidden }];
  }

  if (!isPublic)
    it("R11 F4: answers the roles that hold its permission, and refuses the others with 403", async () => {
      const { as, organizationId } = partyOf(side);
      for (const role of roles) {
        const allowed = access?.kind !== "member" || isAllowed(access.permission, side, role);
        const answer = await ask(as[role], organizationId, await rule.input(world, role));
        const expected = allowed
          ? { status: 200, failure: null }
          : { status: 403, failure: "permission.denied" };
        expect(answer, `${role} of the ${side}`).toMatchObject(expected);
      }
    });

  if (!isPublic)
    it("R11: does not know the anonymous, nor a newcomer without an organization", async () => {
      const input = await rule.input(world);
      expect((await rightfully(input)).status).toBe(200);
      const anonymous = await ask(world.anonymous[side], null, anew(input));
      expect(anonymous).toMatchObject({ status: 401, failure: "session.missing" });
      if (access?.kind !== "member") return;
      const newcomer = await ask(world.newcomers[side], null, anew(input));
      expect(newcomer).toMatchObject({ status: 403, failure: "organization.missing" });
    });

  it("R11 F2: shows outsiders nothing of the partnership", async () => {
    const input = await rule.input(world);
    const right = await rightfully(input);
    expect(right.status, right.text).toBe(200);
    if (rule.shows) expect(right.text).toContain(world.marker);
    for (const portal of [side, otherSide(side)]) {
      for (const { browser, organizationId, hidden } of outsidersOf(portal)) {
        const foreign = await ask(browser, organizationId, anew(input));
        for (const text of hidden) expect(foreign.text, `in the ${portal} portal`).not.toContain(text);
      }
    }
  });

  if (subject !== undefined)
    it("R11 F2: for outsiders what is not theirs does not exist, like what nobody has", async () => {
      const input = await rule.input(world);
      expect((await rightfully(input)).status).toBe(200);
      const guess = () => ({ ...anew(input), [subject]: randomUUID() });
      for (const { browser, organizationId } of outsidersOf(side)) {
        const foreign = await ask(browser, organizationId, anew(input));
        expect(foreign.status, foreign.text).toBe(404);
        expect((await ask(browser, organizationId, guess())).failure).toBe(foreign.failure);
      }
      for (const { browser, organizationId } of outsidersOf(otherSide(side))) {
        const foreign = await ask(browser, organizationId, anew(input));
        expect([403, 404], foreign.text).toContain(foreign.status);
        expect((await ask(browser, organizationId, guess())).failure).toBe(foreign.failure);
      }
      expect((await rightfully(guess())).status).toBe(404);
    });

  if (access?.kind === "member" && access.portal !== undefined)
    it("R11 F1: does not exist in the other portal", async () => {
      const input = await rule.input(world);
      expect((await rightfully(input)).status).toBe(200);
      const { as, organizationId } = partyOf(otherSide(side));
      const elsewhere = await ask(as.owner, organizationId, anew(input));
      expect(elsewhere).toMatchObject({ status: 404, failure: "procedure.not_found" });
    });

  if (nested !== undefined)
    it("R11: refuses ids inside the input that belong elsewhere", async () => {
      for (const { what, input } of await nested(world)) {
        const answer = await call(partyOf(side).as.owner, path, type, input);
        expect([400, 404, 409], `${what}: ${answer.text}`).toContain(answer.status);
        expect(answer.failure, what).not.toBeNull();
      }
      expect((await rightfully(await rule.input(world))).status).toBe(200);
    });
});

describe("many at once", () => {
  it("R11: a batch answers each call for itself", async () => {
    const [outsider] = world.outsiders.brand;
    if (outsider === undefined) throw new Error("there is no outsider");
    const own = await outsider.browser.trpc.partnerships.list.query({});
    const ids = [own.items[0]?.id, world.partnershipId];
    const input = JSON.stringify(Object.fromEntries(ids.map((id, index) => [index, { json: { id } }])));
    const path = `/api/trpc/partnerships.get,partnerships.get?batch=1&input=${encodeURIComponent(input)}`;
    const answers: unknown = await (await outsider.browser.fetch(path)).json();
    const notFound = { error: { json: { data: { httpStatus: 404 } } } };
    expect(answers).toMatchObject([{ result: {} }, notFound]);
  });

  it("R11: a filter by another's partnership gives an outsider no row", async () => {
    const input = { partnershipId: world.partnershipId };
    expect((await call(world.brand.as.viewer, "milestones.list", "query", input)).text).toContain(
      world.marker,
    );
    for (const { browser } of [...world.outsiders.brand, ...world.outsiders.producer]) {
      const answer = await call(browser, "milestones.list", "query", input);
      expect(answer.text).not.toContain(world.marker);
      if (answer.status === 200) expect(answer.text).toContain('"items":[]');
    }
  });
});
