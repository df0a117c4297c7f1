import { randomUUID } from "node:crypto";
import { agreed, command, takenBack } from "./milestones";
import { openedSetup, savedMethod } from "./payment-methods";
import type { ProcedureRule } from "./procedure-rule";
import type { World } from "./world";

const about = (prepare: (world: World) => Promise<string>) => async (world: World) => ({
  ...command(),
  id: await prepare(world),
});

/** Money that banks took back, holds, and saved payment methods. */
export const fundingRules: Readonly<Record<string, ProcedureRule>> = {
  "milestones.repay": { side: "brand", input: about(takenBack), subject: "id" },
  "milestones.fundFromSaved": {
    side: "brand",
    input: async (world) => ({
      ...command(),
      id: await agreed(world),
      amount: 1_000n,
      currency: "GBP",
      methodId: await savedMethod(world),
    }),
    subject: "id",
    nested: async (world) => {
      const right = { id: await agreed(world), amount: 1_000n, currency: "GBP" };
      return [
        { what: "a method that nobody has", input: { ...command(), ...right, methodId: randomUUID() } },
      ];
    },
  },
  "holds.list": {
    side: "producer",
    input: async (world) => ({ milestoneId: await takenBack(world) }),
    shows: true,
  },
  "holds.appeal": {
    side: "producer",
    input: async (world) => {
      const id = await takenBack(world);
      const { items } = await world.producer.as.owner.trpc.holds.list.query({ milestoneId: id });
      return { ...command(), id, holdId: items[0]?.id, note: `${world.marker} objects` };
    },
    subject: "id",
    nested: async (world) => {
      const id = await takenBack(world);
      return [
        { what: "a hold that nobody has", input: { ...command(), id, holdId: randomUUID(), note: "No" } },
      ];
    },
  },
  "paymentMethods.list": { side: "brand", input: async () => undefined },
  "paymentMethods.save": { side: "brand", input: async () => command() },
  "paymentMethods.refresh": {
    side: "brand",
    input: async (world) => ({ id: await openedSetup(world) }),
    subject: "id",
  },
  "paymentMethods.limit": {
    side: "brand",
    input: async (world) => ({ ...command(), id: await savedMethod(world), limit: null }),
    subject: "id",
  },
  "paymentMethods.remove": { side: "brand", input: about(savedMethod), subject: "id" },
};
