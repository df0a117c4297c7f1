import type { MovementsPage, MovementsRequest, ProviderOutcome } from "@evenshare/application";
import { isCurrencyCode } from "@evenshare/domain";
import { z } from "zod";
import { checkAnswer } from "../answers/check-answer";
import { attemptRead } from "../outcome/attempt";
import type { Rail } from "../rail";
import { readMovement, wireMovement } from "./movement";

const pageSize = 100;
const wirePage = z.object({ object: z.literal("list"), data: z.array(wireMovement), has_more: z.boolean() });

/**
 * One page of an account's movements, newest first, with what each of them is about. Movements in currencies that the
 * product does not offer are not ours and are left out.
 */
export function listMovements(
  { stripe }: Rail,
  { accountId, from, before, after }: MovementsRequest,
): Promise<ProviderOutcome<MovementsPage>> {
  return attemptRead(async () => {
    const answer = await stripe.balanceTransactions.list(
      {
        limit: pageSize,
        created: { gte: seconds(from), lt: seconds(before) },
        expand: ["data.source"],
        ...(after === null ? {} : { starting_after: after }),
      },
      accountId === null ? {} : { stripeAccount: accountId },
    );
    const { data, has_more } = checkAnswer(wirePage, answer);
    const last = data.at(-1)?.id ?? null;
    if (has_more && (last === null || last === after)) throw new Error("the list does not go on");
    const ours = data.filter(({ currency }) => isCurrencyCode(currency.toUpperCase()));
    return { movements: ours.map(readMovement), next: has_more ? last : null };
  });
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}
