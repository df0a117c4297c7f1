import { randomUUID } from "node:crypto";
import { invitePartner } from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { feeInForce } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { createBrand, must, testTerms } from "../src";
import { auditOf } from "./support/behind-the-scopes";
import { useTestWorld } from "./support/harness";

const world = useTestWorld();
const by = { who: "ada@shell", fallback: 250 };

/** Proposes an agreement to a producer by invitation; answers the invitation's id. */
async function propose(): Promise<string> {
  const { deps } = world();
  const email = `${randomUUID()}@example.test`;
  const input = { commandKey: randomUUID(), email, title: "Harvest box", terms: testTerms };
  return must(await invitePartner(deps, await createBrand(deps), input)).id;
}

async function feeOf(invitation: string): Promise<number> {
  return withAdmin(world().databaseUrl, async (client) => {
    const { rows } = await client.query<{ fee: number }>(
      "select (terms ->> 'feeBp')::int as fee from invitation where id = $1",
      [invitation],
    );
    return rows[0]?.fee ?? 0;
  });
}

describe("the fee the operator sets", () => {
  it("is in what is proposed from its day on, and in nothing that was proposed before", async () => {
    const { deps, clock } = world();
    const before = await propose();
    await deps.database.setPlatformFee({ basisPoints: 300, fromDay: "2026-11-25" }, by, clock.now());
    clock.setTo(new Date("2026-11-24T23:59:59.999Z"));
    expect(await feeOf(await propose())).toBe(250);
    clock.setTo(new Date("2026-11-25T00:00:00.000Z"));
    expect(await feeOf(await propose())).toBe(300);
    expect(await feeOf(before)).toBe(250);
  });

  it("F136: is kept with who and when, audited, and never rewritten", async () => {
    const { deps, clock, databaseUrl } = world();
    await deps.database.setPlatformFee({ basisPoints: 400, fromDay: "2027-01-01" }, by, clock.now());
    const [last] = (await deps.database.listPlatformFees()).slice(-1);
    expect(last).toEqual({ basisPoints: 400, fromDay: "2027-01-01", setAt: clock.now(), setBy: "ada@shell" });
    const audits = await withAdmin(databaseUrl, async (client) => {
      const { rows } = await client.query<{ number: string }>(
        "select max(number)::text as number from platform_fee",
      );
      return auditOf(world(), rows[0]?.number ?? "");
    });
    expect(audits).toMatchObject([
      {
        action: "platform.set_fee",
        actor_name: "ada@shell",
        organization_id: null,
        before: { feeBp: "300" },
        after: { feeBp: "400", from: "2027-01-01" },
      },
    ]);
    for (const rewrite of ["update platform_fee set basis_points = 0", "delete from platform_fee"]) {
      await expect(withAdmin(databaseUrl, (client) => client.query(rewrite))).rejects.toThrow("append-only");
    }
  });

  it("is found in the database as the rule finds it, whatever was set in whichever order", async () => {
    const { deps, clock, databaseUrl } = world();
    const days = ["2027-02-03", "2027-02-01", "2027-02-03", "2027-02-02"];
    for (const [index, fromDay] of days.entries()) {
      await deps.database.setPlatformFee({ basisPoints: 10 + index, fromDay }, by, clock.now());
    }
    const fees = await deps.database.listPlatformFees();
    for (const day of ["2027-01-31", "2027-02-01", "2027-02-02", "2027-02-03", "2027-03-01"]) {
      const stored = await withAdmin(databaseUrl, async (client) => {
        const { rows } = await client.query<{ fee: number }>("select app.platform_fee_at($1) as fee", [
          `${day}T12:00:00Z`,
        ]);
        return rows[0]?.fee;
      });
      expect(stored).toBe(feeInForce(fees, day)?.basisPoints);
    }
  });
});
