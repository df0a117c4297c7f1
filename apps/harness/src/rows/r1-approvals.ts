import { randomUUID } from "node:crypto";
import type { FaultPoint } from "@evenshare/application";
import { untilAnswered } from "../product/until-answered";
import { readTruth, type Truth, waitUntilQuiet } from "../truth/truth";
import { fundMilestones } from "../world/milestones";
import type { World } from "../world/open-world";
import { addSecondPerson } from "../world/second-person";
import { startWithFault, waitUntilCrashed } from "./crash";

export interface ApprovalOutcome {
  readonly truth: Truth;
  readonly kills: number;
  /** How each request ended, in the table. */
  readonly statuses: readonly string[];
}

/** Where the API is killed, once while somebody asks and once while somebody approves. */
const points: readonly FaultPoint[] = ["locks_held", "before_commit", "after_commit_before_reply"];
const held = 100_000n;
const part = 12_345n;

/**
 * The API dies while a release is asked for, and again while a second person approves it, at each point: what was asked
 * for is asked for once, what was approved goes once, and every click is answered in the end.
 */
export async function crashBetweenAskingAndApproving(world: World): Promise<ApprovalOutcome> {
  const { product, brand, book } = world;
  const milestones = await fundMilestones(world, points.length, held);
  const second = await addSecondPerson(world);
  const limit = (amount: bigint | null, seen: bigint | null) =>
    brand.trpc.approvals.setLimit.mutate({ commandKey: randomUUID(), currency: "GBP", amount, seen });
  await limit(0n, null);

  const crashWhile = async <T>(point: FaultPoint, send: () => Promise<T>): Promise<T> => {
    await startWithFault(product, "api", point);
    const answer = untilAnswered(send);
    await waitUntilCrashed(product, "api", point);
    await product.stack.restart("api", {});
    return answer;
  };
  const ids: string[] = [];
  for (const [index, point] of points.entries()) {
    const id = milestones[index] ?? "";
    const ask = { commandKey: randomUUID(), id, amount: part, currency: "GBP", expectedHeld: held } as const;
    const { approvalId } = await crashWhile(point, () => brand.trpc.milestones.releasePart.mutate(ask));
    if (approvalId === null) throw new Error("nobody was asked");
    ids.push(approvalId);
    const approve = { commandKey: randomUUID(), id: approvalId };
    const { releaseId } = await crashWhile(point, () => second.trpc.approvals.approve.mutate(approve));
    book.note({ milestoneId: id, amount: part, releaseId });
  }
  await limit(null, 0n);
  await waitUntilQuiet(product);
  const { rows } = await product.database.query<{ status: string }>(
    "select status from approval_request where milestone_id = any($1)",
    [milestones],
  );
  return {
    truth: await readTruth(world),
    kills: points.length * 2,
    statuses: rows.map(({ status }) => status),
  };
}
