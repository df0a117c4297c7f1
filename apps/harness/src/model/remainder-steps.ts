import { agreeRemainder, declineRemainder, offerRemainder, withdrawRemainder } from "@evenshare/application";
import { command, doWork, modelCurrency, type RealMilestone, view } from "./real-milestone";
import type { Offer } from "./reference";
import * as remainder from "./remainder";
import type { Step } from "./steps";

/** What people may do about money that is to go back to the brand. */

export const offerReturn = (by: Offer["by"], amount: bigint): Step => ({
  name: `the ${by} offers that ${amount} go back`,
  allowed: (at) => remainder.mayOffer(at, amount),
  expect: (at) => remainder.offer(at, by, amount),
  async carryOut(real) {
    const { money } = await view(real);
    return offerRemainder(real.world.deps, real.partnership[by], {
      ...command(real),
      kind: "return",
      amount,
      currency: modelCurrency,
      targetId: null,
      expectedHeld: money.held,
    });
  },
});

/** The money is sent at once: a bank that takes a payment back meanwhile has tests of its own. */
export const agreeReturn = (by: Offer["by"]): Step => ({
  name: `the ${by} agrees`,
  allowed: (at) => remainder.mayAgree(at, by),
  expect(at) {
    remainder.agree(at);
    remainder.workAndRefund(at);
  },
  async carryOut(real) {
    const agreed = await agreeRemainder(real.world.deps, real.partnership[by], await offerOf(real));
    if (agreed.ok) await doWork(real);
    return agreed;
  },
});

export const declineReturn = (by: Offer["by"]): Step => ({
  name: `the ${by} declines`,
  allowed: (at) => at.offer !== null && at.offer.by !== by,
  expect: (at) => {
    at.offer = null;
  },
  async carryOut(real) {
    const offer = await offerOf(real);
    return declineRemainder(real.world.deps, real.partnership[by], { ...offer, reason: "No." });
  },
});

export const withdrawReturn = (by: Offer["by"]): Step => ({
  name: `the ${by} withdraws`,
  allowed: (at) => at.offer?.by === by,
  expect: (at) => {
    at.offer = null;
  },
  carryOut: async (real) => withdrawRemainder(real.world.deps, real.partnership[by], await offerOf(real)),
});

/** The offer that is open; where none is, one that does not exist. */
async function offerOf(real: RealMilestone) {
  const { offer } = await view(real);
  return { ...command(real), offerId: offer?.id ?? real.id };
}
