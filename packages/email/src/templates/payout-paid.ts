import { z } from "zod";
import { defineTemplate } from "./define-template";
import { payoutsPage } from "./pages";
import {
  aboutPayout,
  bankFacts,
  payoutFields,
  payoutPageOfBrand,
  payoutSubject,
  producerOf,
  writtenPayout,
} from "./payout";

/** The bank has taken the payout. */
export const payoutPaid = defineTemplate({
  template: "payout.paid",
  kind: "money",
  data: z.object(payoutFields),
  brand: (facts) => ({
    subject: `Paid out to ${producerOf(facts)}: ${payoutSubject(facts)}`,
    preview: "The payout has arrived.",
    status: { tone: "released", word: "Paid" },
    heading: `The payout to ${producerOf(facts)} has arrived`,
    lead: [`Stripe reports that the bank of ${producerOf(facts)} has the money.`],
    figure: { label: "Paid", amount: writtenPayout(facts) },
    facts: aboutPayout(facts),
    next: ["There is nothing for you to do. The whole way of the money stands on the page."],
    button: payoutPageOfBrand(facts),
  }),
  producer: (facts) => ({
    subject: `Paid to your bank: ${payoutSubject(facts)}`,
    preview: `${writtenPayout(facts)} has arrived.`,
    status: { tone: "released", word: "Paid" },
    heading: "Your money has arrived",
    lead: ["Stripe reports that your bank has the payout. Some banks take until the next day to show it."],
    figure: { label: "Paid to your bank", amount: writtenPayout(facts) },
    facts: [...bankFacts(facts), ...aboutPayout(facts)],
    next: [
      facts.traceId === undefined
        ? "There is nothing for you to do. If it does not show within two working days, tell us."
        : "There is nothing for you to do. If it does not show within two working days, ask your bank with the trace number above.",
    ],
    button: { label: "See your payouts", path: payoutsPage },
  }),
});
