import { randomUUID } from "node:crypto";
import type pg from "pg";
import { z } from "zod";
import type { Product } from "../product/open-product";
import { openProduct } from "../product/open-product";
import { waitUntilQuiet } from "../truth/truth";
import { fundMilestones } from "../world/milestones";
import { openWorld, type World } from "../world/open-world";
import { openPortalLine, type PortalLine } from "./portal-line";

const held = 90_000_000n;
/** Each client goes round so many: a milestone has a few releases, not hundreds, and few of them on their way at once. */
export const milestonesOfClient = 12;

/** Everything that both ways of writing a release need to know of a milestone. */
export interface Lane {
  readonly milestoneId: string;
  readonly partnershipId: string;
  readonly fundingId: string;
}

/** The running product without its worker, and milestones from which parts can be let go. */
export interface ReleasePlace {
  readonly product: Product;
  readonly world: World;
  /** The next of a client's milestones, in turn. */
  laneOf(client: number): Lane;
  readonly brandUserId: string;
  readonly line: PortalLine;
  /** Lets a part of the client's next milestone go over HTTP, as a person does. */
  release(client: number): Promise<void>;
  /** Does at once, in the books, what the worker would do meanwhile, so that nothing piles up. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const laneRow = z.object({ milestoneId: z.string(), partnershipId: z.string(), fundingId: z.string() });

export async function openReleasePlace(clients: number): Promise<ReleasePlace> {
  const product = await openProduct();
  const world = await openWorld(product);
  const ids = await fundMilestones(world, clients * milestonesOfClient, held);
  await waitUntilQuiet(product);
  await product.stack.kill("worker");
  const { database } = product;
  await database.query("vacuum analyze");
  const lanes = await Promise.all(ids.map((id) => readLane(database, id)));
  const left = new Map(ids.map((id) => [id, held]));
  const turns = Array.from({ length: clients }, () => 0);
  const laneOf = (client: number): Lane => {
    const turn = turns[client] ?? 0;
    turns[client] = (turn + 1) % milestonesOfClient;
    const lane = lanes[client * milestonesOfClient + turn];
    if (lane === undefined) throw new Error("there are fewer milestones than clients");
    return lane;
  };
  const { urls } = product.stack;
  const line = openPortalLine(urls.brandApi, urls.brand, world.brand.cookie);
  const { rows: people } = await database.query<{ id: string }>(
    "select user_id as id from member where organization_id = $1",
    [world.brandId],
  );
  return {
    product,
    world,
    laneOf,
    brandUserId: people[0]?.id ?? "",
    line,
    async release(client) {
      const { milestoneId } = laneOf(client);
      const expectedHeld = left.get(milestoneId) ?? 0n;
      const input = {
        commandKey: randomUUID(),
        id: milestoneId,
        amount: 100n,
        currency: "GBP",
        expectedHeld,
      };
      const answer = await line.mutate("milestones.releasePart", input);
      if (answer.status !== 200) throw new Error(`a release answered ${answer.status}: ${answer.text}`);
      left.set(milestoneId, expectedHeld - 100n);
    },
    async settle() {
      await database.query("update transfer set status = 'confirmed' where status <> 'confirmed'");
      await database.query("update operation set status = 'done' where status = 'pending'");
      // Tables that grow a thousandfold in seconds keep plans that were made for a few rows; in operation autovacuum is in time.
      await database.query("analyze");
      await database.query("delete from graphile_worker._private_jobs");
    },
    async close() {
      line.close();
      await product.close();
    },
  };
}

async function readLane(database: pg.Pool, milestoneId: string): Promise<Lane> {
  const { rows } = await database.query(
    `select m.id as "milestoneId", m.partnership_id as "partnershipId", f.id as "fundingId"
     from milestone m join funding f on f.milestone_id = m.id where m.id = $1`,
    [milestoneId],
  );
  return laneRow.parse(rows[0]);
}
