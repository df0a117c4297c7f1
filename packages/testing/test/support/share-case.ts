import { randomUUID } from "node:crypto";
import { acceptShare, getShare, type Scope } from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import type { ProposedTerms } from "@evenshare/domain";
import { afterAll, beforeAll } from "vitest";
import { createBrand, createTestWorld, must, startedPartnership, type TestWorld } from "../../src";

/** What makes a click one click. */
export const key = () => ({ commandKey: randomUUID() });

/** One database for the tests of a file, and what they do in it about revenue shares. */
export function useShares() {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createTestWorld();
  });
  afterAll(() => world.close());

  /** A brand with two producers, who have nothing to do with each other. */
  async function three() {
    const brand = await createBrand(world.deps);
    const [first, second] = [
      await startedPartnership(world.deps, { brand }),
      await startedPartnership(world.deps, { brand }),
    ];
    const payees = [
      { party: "studio", partnershipId: first.id },
      { party: "editor", partnershipId: second.id },
    ];
    const terms: Partial<ProposedTerms> = {
      parties: [
        { id: "studio", role: "payee" },
        { id: "editor", role: "payee" },
        { id: "brand", role: "payer" },
      ],
      share: {
        basis: "cumulative",
        method: "marginal",
        tiers: [{ upTo: null, ratesBp: { studio: 4_000, editor: 2_000, brand: 4_000 } }],
      },
      payees: {
        studio: { floor: { amount: "1234.56", basis: "earned" } },
        editor: {
          advance: { amount: "777.77", recoupRateBp: 5_000 },
          opening: { payable: "-333.33", reserveReleases: [] },
        },
      },
    };
    return { brand, studio: first.producer, editor: second.producer, payees, terms };
  }

  const view = async (scope: Scope, id: string) => must(await getShare(world.deps, scope, { id }));
  const accept = (scope: Scope, id: string, version = 1) =>
    acceptShare(world.deps, scope, { ...key(), id, version });

  async function itemsOf(id: string): Promise<string[]> {
    return withAdmin(world.databaseUrl, async (client) => {
      const { rows } = await client.query<{ item: string }>(
        "select item from share_item where agreement_id = $1 order by item",
        [id],
      );
      return rows.map(({ item }) => item);
    });
  }

  return { world: () => world, three, view, accept, itemsOf };
}
