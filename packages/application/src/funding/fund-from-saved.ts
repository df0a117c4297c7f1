import { ok, openFunding, type Result, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import type { Deps } from "../deps";
import { changeAsPerson } from "../milestone/change-as-person";
import { milestonesOf } from "../tenancy";
import type { Verb } from "../verb";
import { closeOpenFundings } from "./close-open-fundings";
import { syncFunding } from "./sync-funding";

const answer = z.object({ fundingId: z.uuid() });
type Input = z.input<typeof views.fundFromSavedInput>;

/**
 * The brand funds a milestone by one click with a saved method, within the limit set for it. Answers what came of the
 * charge; one whose end is not known yet stays open and is looked up, never made again as another.
 *
 * Refused with `payment.declined` and the bank's reason when nothing was charged, and with
 * `payment_method.limit_exceeded` beyond the method's limit of this month.
 */
export const fundFromSaved: Verb<Input, views.SavedFundingAnswer> = async (deps, scope, input) => {
  const opened = await open(deps, scope, input);
  if (opened.ok) return charge(deps, scope.organizationId, opened.value.fundingId);
  if (opened.failure.code !== "funding.another_open") return opened;
  const closed = await closeOpenFundings(deps, scope.organizationId, input.id);
  if (!closed.ok) return closed;
  const again = await open(deps, scope, input);
  return again.ok ? charge(deps, scope.organizationId, again.value.fundingId) : again;
};

const open: Verb<Input, z.infer<typeof answer>> = (deps, scope, input) =>
  changeAsPerson(deps, scope, input, {
    name: "milestone.fund_from_saved",
    permission: "milestone.fund",
    input: views.fundFromSavedInput,
    answer,
    decide(snapshot, { methodId, ...funding }, context) {
      const opened = openFunding(snapshot, funding, context);
      if (!opened.ok) return opened;
      const { newFunding, audit, ...change } = opened.value;
      return ok({
        ...change,
        audit: { ...audit, after: { ...audit.after, methodId } },
        newFunding: { ...newFunding, methodId },
      });
    },
    answerFrom({ newFunding }) {
      if (newFunding === undefined) throw new Error("a funding was opened without a row");
      return { fundingId: newFunding.id };
    },
  });

async function charge(
  deps: Deps,
  organizationId: string,
  fundingId: string,
): Promise<Result<views.SavedFundingAnswer>> {
  const standing = await syncFunding(deps, organizationId, fundingId);
  const funding = await deps.database.inTenant(organizationId, (tx) =>
    tx.funding.findUniqueOrThrow({ where: { id: fundingId, milestone: milestonesOf(organizationId) } }),
  );
  if (standing === "ended")
    return refuse({ code: "payment.declined", details: { reason: funding.failureReason ?? "" } });
  if (standing === "succeeded") return ok({ fundingId, outcome: "held", checkoutUrl: null });
  if (standing === "processing") return ok({ fundingId, outcome: "processing", checkoutUrl: null });
  return funding.checkoutUrl === null
    ? ok({ fundingId, outcome: "waiting", checkoutUrl: null })
    : ok({ fundingId, outcome: "authenticate", checkoutUrl: funding.checkoutUrl });
}
