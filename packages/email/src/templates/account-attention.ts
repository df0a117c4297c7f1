import { z } from "zod";
import { accountFact } from "./account";
import { defineTemplate } from "./define-template";
import { deadlineFact } from "./facts";
import { deadlineFields, name, optional, passage } from "./fields";
import { onboardingPage } from "./pages";
import { explainPayeeBlock } from "./payee-block";

const data = z.object({
  producerName: name,
  timeZone: deadlineFields.timeZone,
  /** The block of the account; absent while it can still be paid. */
  reason: optional(passage),
  /** Why what was given did not do, in the provider's words. */
  note: optional(passage),
  /** Until when what is asked for must have come. */
  dueAt: optional(deadlineFields.dueAt),
});

/** The producer's account cannot be paid any more, or will not be for long. */
export const accountAttention = defineTemplate({
  template: "account.attention",
  kind: "money",
  data,
  producer: (facts) => {
    const block = facts.reason && explainPayeeBlock(facts.reason);
    return {
      subject: block ? "Your payouts are paused" : "Stripe needs something from you",
      preview: block ? block.ownFix : "Your payouts go on meanwhile. See what is asked for.",
      status: { tone: "risk", word: block ? "Paused" : "Needs you" },
      heading: block ? "Your payouts are paused" : "Stripe needs something from you",
      lead: block
        ? [block.own, "Money that is held for you stays held; a release waits."]
        : ["You can be paid meanwhile. If nothing comes in time, Stripe pauses your payouts."],
      facts: [
        accountFact(facts),
        ...(facts.dueAt ? [deadlineFact("Needed by", { dueAt: facts.dueAt, timeZone: facts.timeZone })] : []),
      ],
      ...(facts.note ? { quotes: [{ label: "What Stripe says", lines: facts.note }] } : {}),
      next: [block ? block.ownFix : "Give Stripe what it asks for; the page lists it."],
      button: { label: "See what is needed", path: onboardingPage },
      ...(block ? { saysWhoHolds: true } : {}),
    };
  },
});
