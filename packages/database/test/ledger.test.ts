import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { entryOf, heldPostings, openWorld, postAs, seedPartnership, type Tenants, type World } from "./world";

let world: World;
let tenants: Tenants;
beforeAll(async () => {
  world = await openWorld();
  tenants = await seedPartnership(world);
});
afterAll(() => world.close());

async function balanceOf(milestoneId: string): Promise<bigint> {
  const { rows } = await world.admin.query<{ balance: string }>(
    `select b.balance::text from ledger_balance b join ledger_account a on a.id = b.account_id
     where a.kind = 'milestone_held' and a.owner_id = $1`,
    [milestoneId],
  );
  return BigInt(rows[0]?.balance ?? "0");
}

async function findings(): Promise<string[]> {
  const { rows } = await world.admin.query<{ invariant: string }>(
    "select invariant from app.ledger_findings()",
  );
  return rows.map(({ invariant }) => invariant);
}

describe("posting", () => {
  test("C41: an entry that does not balance is refused, and nothing of it stays", async () => {
    const milestone = randomUUID();
    const [debit] = heldPostings(milestone, 100n);
    if (debit === undefined) throw new Error("no posting");
    const entry = entryOf(tenants, [debit]);
    await expect(postAs(world, tenants.brandId, entry)).rejects.toThrow("does not balance");
    const { rowCount } = await world.admin.query("select 1 from ledger_entry where id = $1", [entry.id]);
    expect(rowCount).toBe(0);
  });

  test("C41: an entry that balances only across currencies is refused", async () => {
    const milestone = randomUUID();
    const [debit, credit] = heldPostings(milestone, 100n);
    if (debit === undefined || credit === undefined) throw new Error("no posting");
    const entry = entryOf(tenants, [debit, { ...credit, account: { ...credit.account, currency: "EUR" } }]);
    await expect(postAs(world, tenants.brandId, entry)).rejects.toThrow("does not balance");
  });

  test("C41: whoever writes postings, they balance, belong to what is there, and none comes later", async () => {
    const milestone = randomUUID();
    const entry = entryOf(tenants, heldPostings(milestone, 100n));
    await postAs(world, tenants.brandId, entry);
    const { rows } = await world.admin.query<{ account: string }>(
      "select account_id as account from ledger_posting where entry_id = $1 order by position",
      [entry.id],
    );
    const accounts = rows.map(({ account }) => account);
    const write = (id: string, lines: string) =>
      world.admin.query(
        `with entry as (insert into ledger_entry (id, kind, source_key, at) values ($1, 'by.hand', gen_random_uuid(), now())
           on conflict (id) do nothing)
         insert into ledger_posting (entry_id, position, account_id, amount) values ${lines}`,
        [id, ...accounts],
      );
    const added = "($1, 3, $2, 100), ($1, 4, $3, -100)";
    await expect(write(entry.id, added)).rejects.toMatchObject({ code: "EV002" });
    const uneven = "($1, 1, $2, 100), ($1, 2, $3, -99)";
    await expect(write(randomUUID(), uneven)).rejects.toMatchObject({ code: "EV003" });
    const nowhere = "($1, 1, $2, 100), ($1, 2, -$3::bigint, -100)";
    await expect(write(randomUUID(), nowhere)).rejects.toMatchObject({ code: "23503" });
    await expect(
      world.admin.query(
        "insert into ledger_posting (entry_id, position, account_id, amount) values ($1, 1, $2, 100), ($1, 2, $3, -100)",
        [randomUUID(), ...accounts],
      ),
    ).rejects.toMatchObject({ code: "23503" });
    expect(await findings()).toEqual([]);
  });

  test("C41: an entry without postings is refused", async () => {
    const entry = entryOf(tenants, []);
    await expect(postAs(world, tenants.brandId, entry)).rejects.toMatchObject({ code: "EV003" });
    const { rowCount } = await world.admin.query("select 1 from ledger_entry where id = $1", [entry.id]);
    expect(rowCount).toBe(0);
  });

  test("F60: lines of one entry on one account count together, and what is too much says so and leaves nothing", async () => {
    const milestone = randomUUID();
    const [debit, credit] = heldPostings(milestone, 100n);
    if (debit === undefined || credit === undefined) throw new Error("no posting");
    const less = [
      { ...debit, amount: -30n },
      { ...credit, amount: 30n },
    ];
    expect(await postAs(world, tenants.brandId, entryOf(tenants, [...less, debit, credit]))).toBe(true);
    expect(await balanceOf(milestone)).toBe(70n);
    const entry = entryOf(tenants, heldPostings(milestone, -71n));
    await expect(postAs(world, tenants.brandId, entry)).rejects.toMatchObject({ code: "EV005" });
    const { rowCount } = await world.admin.query("select 1 from ledger_entry where id = $1", [entry.id]);
    expect(rowCount).toBe(0);
    expect(await balanceOf(milestone)).toBe(70n);
  });

  test("F91 C22: the same source posted again posts nothing", async () => {
    const milestone = randomUUID();
    const entry = entryOf(tenants, heldPostings(milestone, 100n));
    expect(await postAs(world, tenants.brandId, entry)).toBe(true);
    expect(await postAs(world, tenants.brandId, { ...entry, id: randomUUID() })).toBe(false);
    expect(await balanceOf(milestone)).toBe(100n);
  });

  test("F91: the same source posted fifty times at once posts once", async () => {
    const milestone = randomUUID();
    const entry = entryOf(tenants, heldPostings(milestone, 100n));
    const posted = await Promise.all(
      Array.from({ length: 50 }, () => postAs(world, tenants.brandId, { ...entry, id: randomUUID() })),
    );
    expect(posted.filter(Boolean)).toHaveLength(1);
    expect(await balanceOf(milestone)).toBe(100n);
  });

  test("F60: a milestone's held account never goes below zero, however many draw on it at once", async () => {
    const milestone = randomUUID();
    await postAs(world, tenants.brandId, entryOf(tenants, heldPostings(milestone, 1_000n)));
    const draws = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        postAs(world, tenants.brandId, entryOf(tenants, heldPostings(milestone, -100n))),
      ),
    );
    expect(draws.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    expect(await balanceOf(milestone)).toBe(0n);
  });

  test("F2: an entry for another tenant's partnership is refused", async () => {
    const stranger = await seedPartnership(world);
    const entry = entryOf(tenants, heldPostings(randomUUID(), 100n));
    await expect(postAs(world, stranger.brandId, entry)).rejects.toThrow("another tenant");
  });
});

describe("the record", () => {
  test.each(["ledger_entry", "ledger_posting", "ledger_account", "audit_event", "milestone_transition"])(
    "F136: %s cannot be changed, deleted or emptied, not even by the owner of the tables",
    async (table) => {
      const client = await world.admin.connect();
      try {
        if (table.startsWith("ledger_")) {
          await postAs(world, tenants.brandId, entryOf(tenants, heldPostings(randomUUID(), 100n)));
          await expect(client.query(`delete from ${table}`)).rejects.toThrow("append-only");
          const column = { ledger_entry: "kind", ledger_posting: "amount", ledger_account: "kind" }[table];
          await expect(client.query(`update ${table} set ${column} = ${column}`)).rejects.toThrow(
            "append-only",
          );
        }
        await expect(client.query(`truncate ${table} cascade`)).rejects.toThrow("append-only");
      } finally {
        client.release();
      }
    },
  );

  test("R12: the application's role reaches no ledger table directly", async () => {
    for (const table of [
      "ledger_entry",
      "ledger_posting",
      "ledger_account",
      "ledger_balance",
      "operation",
      "provider_event",
      "session",
    ]) {
      await expect(world.app.query(`select * from ${table}`)).rejects.toThrow("permission denied");
    }
  });
});

describe("the checks", () => {
  test("R10: a ledger that adds up has no finding", async () => {
    expect(await findings()).toEqual([]);
  });

  test("R10: a balance that is not the sum of its postings is found and named", async () => {
    const milestone = randomUUID();
    await postAs(world, tenants.brandId, entryOf(tenants, heldPostings(milestone, 100n)));
    const account = "(select id from ledger_account where owner_id = $1)";
    await world.admin.query(`update ledger_balance set balance = balance + 1 where account_id = ${account}`, [
      milestone,
    ]);
    expect(await findings()).toContain("balance_is_sum_of_postings");
    await world.admin.query(`update ledger_balance set balance = balance - 1 where account_id = ${account}`, [
      milestone,
    ]);
    expect(await findings()).toEqual([]);
  });

  test("R10: an entry without postings is found and named", async () => {
    const client = await world.admin.connect();
    try {
      await client.query("begin");
      await client.query(
        "insert into ledger_entry (id, kind, source_key, at) values ($1, 'payout.paid', 'bare', now())",
        [randomUUID()],
      );
      const { rows } = await client.query("select invariant from app.ledger_findings()");
      expect(rows).toEqual([{ invariant: "entries_have_postings" }]);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
});

test("R4: random postings leave the same balances as a reference in memory, and what is refused changes nothing", async () => {
  const operation = fc.record({
    milestone: fc.integer({ min: 0, max: 3 }),
    amount: fc.bigInt({ min: -300n, max: 300n }).filter((amount) => amount !== 0n),
    source: fc.integer({ min: 0, max: 40 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 40 }), async (operations) => {
      const milestones = Array.from({ length: 4 }, () => randomUUID());
      const run = randomUUID();
      const reference = new Map<string, bigint>();
      const seen = new Set<number>();
      for (const { milestone: index, amount, source } of operations) {
        const milestone = milestones[index] ?? "";
        const before = reference.get(milestone) ?? 0n;
        const entry = entryOf(tenants, heldPostings(milestone, amount), { sourceKey: `${run}:${source}` });
        const attempt = postAs(world, tenants.brandId, entry);
        if (seen.has(source)) {
          expect(await attempt).toBe(false);
        } else if (before + amount < 0n) {
          await expect(attempt).rejects.toThrow("below zero");
        } else {
          expect(await attempt).toBe(true);
          seen.add(source);
          reference.set(milestone, before + amount);
        }
        expect(await balanceOf(milestone)).toBe(reference.get(milestone) ?? 0n);
      }
      expect(await findings()).toEqual([]);
    }),
    { numRuns: 15 },
  );
}, 120_000);
