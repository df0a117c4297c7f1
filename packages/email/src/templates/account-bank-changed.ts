import { z } from "zod";
import { accountFact } from "./account";
import { defineTemplate } from "./define-template";
import { name, passage } from "./fields";
import { onboardingPage } from "./pages";

/** Payouts go to another bank account from now on: whoever did not do this must hear of it at once. */
export const accountBankChanged = defineTemplate({
  template: "account.bank_changed",
  kind: "money",
  data: z.object({ producerName: name, bankBefore: passage, bankAfter: passage }),
  producer: (facts) => ({
    subject: "Your bank details were changed",
    preview: "If it was not you, act at once.",
    status: { tone: "risk", word: "Bank details changed" },
    heading: "Your payouts go to another bank account",
    lead: ["The bank details of your Stripe account were changed."],
    facts: [accountFact(facts)],
    quotes: [
      { label: "Before", lines: facts.bankBefore },
      { label: "Now", lines: facts.bankAfter },
    ],
    next: [
      "If it was you, there is nothing to do. A payout that is already on its way goes where it was sent.",
      "If it was not you, put the bank account right in Stripe's dashboard at once and change your password.",
    ],
    button: { label: "Check your payout account", path: onboardingPage },
  }),
});
