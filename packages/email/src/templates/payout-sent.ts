import { z } from "zod";
import { formatDay } from "../words/dates";
import { defineTemplate } from "./define-template";
import { day } from "./fields";
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

/** The payment provider has sent the money to the producer's bank. Sent is not yet paid. */
export const payoutSent = defineTemplate({
  template: "payout.sent",
  kind: "money",
  data: z.object({ ...payoutFields, expectedOn: day }),
  brand: (facts) => ({
    subject: `Payout to ${producerOf(facts)} is on its way: ${payoutSubject(facts)}`,
    preview: `Expected to arrive on ${formatDay(facts.expectedOn)}.`,
    status: { tone: "released", word: "On its way" },
    heading: `The payout to ${producerOf(facts)} is on its way`,
    lead: [`Stripe has sent what you released to the bank of ${producerOf(facts)}.`],
    figure: { label: "Sent", amount: writtenPayout(facts) },
    facts: [{ label: "Expected to arrive", value: formatDay(facts.expectedOn) }, ...aboutPayout(facts)],
    next: ["There is nothing for you to do. You get a mail when the bank has it, or does not take it."],
    button: payoutPageOfBrand(facts),
  }),
  producer: (facts) => ({
    subject: `On its way to your bank: ${payoutSubject(facts)}`,
    preview: `${writtenPayout(facts)} is expected on ${formatDay(facts.expectedOn)}.`,
    status: { tone: "released", word: "On its way" },
    heading: "Your money is on its way to your bank",
    lead: ["Stripe has sent your payout. It is paid once your bank has it; we tell you then."],
    figure: { label: "Sent to your bank", amount: writtenPayout(facts) },
    facts: [
      { label: "Expected to arrive", value: formatDay(facts.expectedOn) },
      ...bankFacts(facts),
      ...aboutPayout(facts),
    ],
    next: [
      "There is nothing for you to do. You get a mail when it has arrived, or if your bank does not take it.",
    ],
    button: { label: "See your payouts", path: payoutsPage },
  }),
});
