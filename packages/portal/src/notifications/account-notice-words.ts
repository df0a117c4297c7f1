import { blockedReasonWords } from "../milestone/blocked-reason";
import { dateFact, has, type Teller } from "./notice-facts";

const payoutAccount = "/onboarding";

/** What the payment provider says of a producer's payout account. */
export const accountTellers = {
  "account.ready": () => ({
    title: "You can be paid",
    line: "Stripe has confirmed your payout account. Whatever waited for it is taken up now.",
    href: payoutAccount,
  }),
  "account.attention": (facts, reading) => {
    const due = dateFact(facts, "dueAt", { ...reading, timeZone: facts["timeZone"] });
    const by = due === null ? "" : ` It is needed by ${due}.`;
    return has(facts, "reason")
      ? {
          title: "Your payouts are paused",
          line: `${blockedReasonWords(facts["reason"] ?? null, "producer", "")}${by}`,
          href: payoutAccount,
        }
      : {
          title: "Stripe needs something from you",
          line: `You can be paid meanwhile; if nothing comes in time, Stripe pauses your payouts.${by}`,
          href: payoutAccount,
        };
  },
  "account.bank_changed": () => ({
    title: "Your bank details were changed",
    line: "Payouts go to another bank account from now on. If it was not you, put it right at once.",
    href: payoutAccount,
  }),
} as const satisfies Record<string, Teller>;
