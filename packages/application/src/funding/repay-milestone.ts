import { type Failure, ok, openRepayment, type Result, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import type { Deps } from "../deps";
import { changeAsPerson } from "../milestone/change-as-person";
import type { Verb } from "../verb";
import { closeOpenFundings } from "./close-open-fundings";
import { ensureCheckout } from "./ensure-checkout";

const answer = z.object({ fundingId: z.uuid() });
type Page = { fundingId: string; checkoutUrl: string };

/**
 * The brand repays what its bank took back after it had been released, over the provider's hosted page. All of it: the
 * server says how much.
 */
export const repayMilestone: Verb<z.input<typeof views.milestoneCommandInput>, Page> = async (
  deps,
  scope,
  input,
) => {
  const opened = await open(deps, scope, input);
  if (opened.ok) return withPage(deps, scope.organizationId, opened.value.fundingId);
  if (opened.failure.code !== "funding.another_open") return opened;
  const closed = await closeOpenFundings(deps, scope.organizationId, input.id);
  if (!closed.ok) return closed;
  const again = await open(deps, scope, input);
  return again.ok ? withPage(deps, scope.organizationId, again.value.fundingId) : again;
};

const open: Verb<z.input<typeof views.milestoneCommandInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  changeAsPerson(deps, scope, input, {
    name: "milestone.repay",
    permission: "milestone.fund",
    input: views.milestoneCommandInput,
    answer,
    decide: (snapshot, _, context) => openRepayment(snapshot, context),
    answerFrom({ newFunding }) {
      if (newFunding === undefined) throw new Error("a repayment was opened without a row");
      return { fundingId: newFunding.id };
    },
  });

async function withPage(
  deps: Deps,
  organizationId: string,
  fundingId: string,
): Promise<Result<Page, Failure>> {
  const page = await ensureCheckout(deps, organizationId, fundingId);
  if (!page.ok) return page;
  return page.value === null
    ? refuse({ code: "funding.closed" })
    : ok({ fundingId, checkoutUrl: page.value });
}
