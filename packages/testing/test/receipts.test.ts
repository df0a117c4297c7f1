import { randomUUID } from "node:crypto";
import { carryOutOperation, fundMilestone, getMilestone, getReceipt } from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { roles } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { addMember, createBrand, drainOperations, must, type StartedPartnership, senderParts } from "../src";
import { agreedMilestone, fund, payablePartnership, payPage, useMoneyWorld } from "./support/money-world";

const world = useMoneyWorld();

async function fundingsOf(scope: StartedPartnership["brand"], id: string) {
  const { fundings } = must(await getMilestone(world().deps, scope, { id }));
  return fundings.sort((a, b) => Number((a.receiptNumber ?? 0n) - (b.receiptNumber ?? 0n)));
}

describe("receipts", () => {
  it("C36: are there for every payment that went through, counted per brand without a gap, and for no other", async () => {
    const { deps } = world();
    const partnership = await payablePartnership(world());
    const id = await agreedMilestone(world(), partnership);
    await fund(world(), partnership, id, 10_000n);
    const abandoned = { commandKey: randomUUID(), id, amount: 5_000n, currency: "GBP" } as const;
    must(await fundMilestone(deps, partnership.brand, abandoned));
    await fund(world(), partnership, id, 20_000n);
    await drainOperations(deps);

    const fundings = await fundingsOf(partnership.brand, id);
    expect(fundings.map(({ status, amount, receiptNumber }) => [status, amount, receiptNumber])).toEqual([
      ["opened", 5_000n, null],
      ["succeeded", 10_000n, 1n],
      ["succeeded", 20_000n, 2n],
    ]);
    const [, first] = fundings;
    const { producer } = partnership;
    expect(must(await getReceipt(deps, partnership.brand, { fundingId: first?.id ?? "" }))).toMatchObject({
      number: 1n,
      producerName: `producer ${producer.organizationId.slice(0, 8)}`,
      milestoneTitle: "Rough cut",
      partnershipTitle: "Harvest box",
      timeZone: "Europe/London",
      amount: 10_000n,
      fee: 250n,
      currency: "GBP",
      issuedAt: first?.at,
      paidWith: first?.paidWith,
      reference: expect.stringMatching(/^pi_/),
    });

    const other = await payablePartnership(world());
    const theirs = await agreedMilestone(world(), other);
    await fund(world(), other, theirs, 10_000n);
    expect((await fundingsOf(other.brand, theirs))[0]?.receiptNumber).toBe(1n);
  });

  it("C36: of payments that go through at once have each a number of their own", async () => {
    const { deps } = world();
    const partnership = await payablePartnership(world());
    const ids: string[] = [];
    for (let index = 0; index < 4; index += 1) {
      const id = await agreedMilestone(world(), partnership);
      const input = { commandKey: randomUUID(), id, amount: 10_000n, currency: "GBP" } as const;
      await payPage(must(await fundMilestone(deps, partnership.brand, input)).checkoutUrl);
      ids.push(id);
    }
    const mailer = {
      render: () => Promise.reject(new Error("no mail is rendered here")),
      send: () => Promise.reject(new Error("no mail is sent here")),
    };
    const due = await deps.database.findDueOperations(50);
    await Promise.all(
      due.map(async (operationId) => {
        const operation = await deps.database.claimOperation(operationId, 30);
        if (operation?.kind === "funding.sync")
          await carryOutOperation({ ...deps, ...senderParts, mailer }, operation);
      }),
    );
    const numbers: (bigint | null | undefined)[] = [];
    for (const id of ids) numbers.push((await fundingsOf(partnership.brand, id))[0]?.receiptNumber);
    expect(numbers.sort()).toEqual([1n, 2n, 3n, 4n]);
  });

  it("C36: say what was, whatever is renamed later, and are never rewritten", async () => {
    const { deps, databaseUrl } = world();
    const partnership = await payablePartnership(world());
    const id = await agreedMilestone(world(), partnership);
    await fund(world(), partnership, id, 10_000n);
    const fundingId = (await fundingsOf(partnership.brand, id))[0]?.id ?? "";
    const before = must(await getReceipt(deps, partnership.brand, { fundingId }));
    await withAdmin(databaseUrl, (client) =>
      client.query("update organization set name = 'Renamed' where id = $1", [
        partnership.brand.organizationId,
      ]),
    );
    expect(must(await getReceipt(deps, partnership.brand, { fundingId }))).toEqual(before);
    for (const rewrite of ["update receipt set number = 9", "delete from receipt"]) {
      await expect(withAdmin(databaseUrl, (client) => client.query(rewrite))).rejects.toThrow("append-only");
    }
  });

  it("F4 F2: are for the brand's owner, finance and approver, and do not exist for anybody else", async () => {
    const { deps } = world();
    const partnership = await payablePartnership(world());
    const id = await agreedMilestone(world(), partnership);
    await fund(world(), partnership, id, 10_000n);
    const fundingId = (await fundingsOf(partnership.brand, id))[0]?.id ?? "";
    const missing = { ok: false, failure: { code: "receipt.not_found" } };
    for (const role of roles) {
      const may = ["owner", "finance", "approver"].includes(role);
      const member = await addMember(deps, partnership.brand, role);
      expect(await getReceipt(deps, member, { fundingId }), role).toMatchObject(may ? { ok: true } : missing);
      expect((await fundingsOf(member, id))[0]?.receiptNumber, role).toBe(may ? 1n : null);
      const theirs = await addMember(deps, partnership.producer, role);
      expect(await getReceipt(deps, theirs, { fundingId }), role).toMatchObject(missing);
      expect((await fundingsOf(theirs, id))[0]?.receiptNumber, role).toBeNull();
    }
    expect(await getReceipt(deps, await createBrand(deps), { fundingId })).toMatchObject(missing);
    expect(await getReceipt(deps, partnership.brand, { fundingId: randomUUID() })).toMatchObject(missing);
    const seen = await deps.database.inTenant((await createBrand(deps)).organizationId, (tx) =>
      tx.receipt.count(),
    );
    expect(seen).toBe(0);
  });
});
