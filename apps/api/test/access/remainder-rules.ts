import { randomUUID } from "node:crypto";
import { agreed, amount, command, submitted } from "./milestones";
import type { ProcedureRule } from "./procedure-rule";
import type { World } from "./world";

/** All that is held of a submitted milestone, offered back to the brand. */
const back = { kind: "return", amount, currency: "GBP", targetId: null } as const;

/** An offer by an owner of one side about a fresh milestone, for the other side to answer. */
async function offered(world: World, by: "brand" | "producer") {
  const id = await submitted(world);
  const input = { ...command(), id, ...back, expectedHeld: amount };
  const { offerId } = await world[by].as.owner.trpc.milestones.offerRemainder.mutate(input);
  return { ...command(), id, offerId };
}

const nobodysOffer = async (world: World, by: "brand" | "producer") => [
  { what: "an offer that nobody made", input: { ...(await offered(world, by)), offerId: randomUUID() } },
];

/** Offers about held money. */
export const remainderRules: Readonly<Record<string, ProcedureRule>> = {
  "milestones.listRollTargets": {
    side: "brand",
    input: async (world) => {
      await agreed(world);
      return { id: await submitted(world) };
    },
    subject: "id",
    shows: true,
  },
  "milestones.quoteRemainder": {
    side: "producer",
    input: async (world) => ({ id: await submitted(world), ...back }),
    subject: "id",
  },
  "milestones.offerRemainder": {
    side: "brand",
    input: async (world) => ({ ...command(), id: await submitted(world), ...back, expectedHeld: amount }),
    subject: "id",
    nested: async (world) => {
      const roll = { kind: "roll", amount: 1_000n, currency: "GBP", targetId: randomUUID() };
      const id = await submitted(world);
      return [
        { what: "a milestone that nobody has", input: { ...command(), id, ...roll, expectedHeld: amount } },
      ];
    },
  },
  "milestones.agreeRemainder": {
    side: "brand",
    input: (world) => offered(world, "producer"),
    subject: "id",
    nested: (world) => nobodysOffer(world, "producer"),
  },
  "milestones.declineRemainder": {
    side: "producer",
    input: async (world) => ({ ...(await offered(world, "brand")), reason: "Not like this" }),
    subject: "id",
    nested: async (world) =>
      (await nobodysOffer(world, "brand")).map(({ what, input }) => ({
        what,
        input: { ...input, reason: "Not like this" },
      })),
  },
  "milestones.withdrawRemainder": {
    side: "producer",
    input: (world) => offered(world, "producer"),
    subject: "id",
    nested: (world) => nobodysOffer(world, "producer"),
  },
};
