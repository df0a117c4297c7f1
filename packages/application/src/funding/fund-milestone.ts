import { type Failure, ok, openFunding, type Result, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import type { Deps } from "../deps";
import { changeAsPerson } from "../milestone/change-as-person";
import type { Verb } from "../verb";
import { closeOpenFundings } from "./close-open-fundings";
import { ensureCheckout } from "./ensure-checkout";

const answer = z.object({ fundingId: z.uuid() });

/**
 * The brand funds a milestone, or a part of it, over the provider's hosted page. Answers the page's address; the money
 * is held when the provider confirms the charge. An earlier page that was left open is closed first.
 *
 * When the provider cannot be reached the funding stays open and `payment.unavailable` is answered: the same command
 * again goes on where it stopped.
 */
export const fundMilestone: Verb<
  z.input<typeof views.fundMilestoneInput>,
  { fundingId: string; checkoutUrl: string }
> = async (deps, scope, input) => {
  const opened = await open(deps, scope, input);
  if (opened.ok) return withPage(deps, scope.organizationId, opened.value.fundingId);
  if (opened.failure.code !== "funding.another_open") return opened;
  const closed = await closeOpenFundings(deps, scope.organizationId, input.id);
  if (!closed.ok) return closed;
  const again = await open(deps, scope, input);
  return again.ok ? withPage(deps, scope.organizationId, again.value.fundingId) : again;
};

const open: Verb<z.input<typeof views.fundMilestoneInput>, z.infer<typeof answer>> = (deps, scope, input) =>
  changeAsPerson(deps, scope, input, {
    name: "milestone.fund",
    permission: "milestone.fund",
    input: views.fundMilestoneInput,
    answer,
    decide: (snapshot, funding, context) => openFunding(snapshot, funding, context),
    answerFrom({ newFunding }) {
      if (newFunding === undefined) throw new Error("a funding was opened without a row");
      return { fundingId: newFunding.id };
    },
  });

async function withPage(
  deps: Deps,
  organizationId: string,
  fundingId: string,
): Promise<Result<{ fundingId: string; checkoutUrl: string }, Failure>> {
  const page = await ensureCheckout(deps, organizationId, fundingId);
  if (!page.ok) return page;
  return page.value === null
    ? refuse({ code: "funding.closed" })
    : ok({ fundingId, checkoutUrl: page.value });
}
