import { randomUUID } from "node:crypto";
import {
  agreed,
  amount,
  command,
  criteriaOf,
  draft,
  drafted,
  funded,
  inProgress,
  proposed,
  submission,
  submitted,
  uploaded,
} from "./milestones";
import type { ProcedureRule } from "./procedure-rule";
import { newAddress } from "./team";
import { beginPartnership, terms, type World } from "./world";

const about = (prepare: (world: World) => Promise<string>) => async (world: World) => ({
  ...command(),
  id: await prepare(world),
});

async function partnerInvitation({ brand, marker }: World) {
  const input = { ...command(), email: newAddress(), title: `${marker} invited`, terms };
  const { id } = await brand.as.owner.trpc.partnerships.invite.mutate(input);
  return { ...command(), id };
}

/** Partnerships and milestones. */
export const workRules: Readonly<Record<string, ProcedureRule>> = {
  "home.brand": { side: "brand", input: async () => undefined, shows: true },
  "home.producer": { side: "producer", input: async () => undefined, shows: true },
  "partnerships.list": { side: "brand", input: async () => ({}), shows: true },
  "partnerships.get": {
    side: "producer",
    input: async ({ partnershipId: id }) => ({ id }),
    subject: "id",
    shows: true,
  },
  "partnerships.invite": {
    side: "brand",
    input: async () => ({ ...command(), email: newAddress(), title: "Side by side", terms }),
  },
  "partnerships.invitations": {
    side: "brand",
    input: async (world) => {
      await partnerInvitation(world);
      return undefined;
    },
    shows: true,
  },
  "partnerships.resendInvitation": { side: "brand", input: partnerInvitation, subject: "id" },
  "partnerships.revokeInvitation": { side: "brand", input: partnerInvitation, subject: "id" },
  "partnerships.acceptAgreement": {
    side: "producer",
    input: async ({ brand, producer, marker }) => {
      const [from, to] = [brand.as.owner, producer.as.owner];
      const partnershipId = await beginPartnership(from, to, producer.email, `${marker} again`);
      return { ...command(), partnershipId, version: 1 };
    },
    subject: "partnershipId",
  },
  "partnerships.audit": {
    side: "brand",
    input: async ({ partnershipId }) => ({ partnershipId }),
    subject: "partnershipId",
    shows: true,
  },
  "milestones.list": {
    side: "producer",
    input: async ({ partnershipId }) => ({ partnershipId }),
    shows: true,
  },
  "milestones.get": {
    side: "brand",
    input: async (world) => ({ id: await drafted(world) }),
    subject: "id",
    shows: true,
  },
  "milestones.draft": { side: "brand", input: async (world) => draft(world), subject: "partnershipId" },
  "milestones.edit": {
    side: "brand",
    input: async (world) => {
      const id = await drafted(world);
      const { partnershipId: _, ...content } = draft(world);
      return { ...content, id, version: 1 };
    },
    subject: "id",
  },
  "milestones.propose": { side: "brand", input: about(drafted), subject: "id" },
  "milestones.withdraw": { side: "brand", input: about(proposed), subject: "id" },
  "milestones.decline": {
    side: "producer",
    input: async (world) => ({ ...command(), id: await proposed(world), reason: "Too early" }),
    subject: "id",
  },
  "milestones.agree": {
    side: "producer",
    input: async (world) => {
      const id = await proposed(world);
      const { version } = await world.producer.as.owner.trpc.milestones.get.query({ id });
      return { ...command(), id, version };
    },
    subject: "id",
  },
  "milestones.quoteFunding": {
    side: "brand",
    input: async (world) => ({ id: await agreed(world), amount, currency: "GBP" }),
    subject: "id",
  },
  "milestones.fund": {
    side: "brand",
    input: async (world) => ({ ...command(), id: await agreed(world), amount, currency: "GBP" }),
    subject: "id",
  },
  "milestones.start": { side: "producer", input: about(funded), subject: "id" },
  "milestones.submit": {
    side: "producer",
    input: async (world) => submission(world, await inProgress(world)),
    subject: "id",
    nested: async (world) => {
      const right = await submission(world, await inProgress(world));
      const foreign = await uploaded(world, world.outsiders.producer[0]?.browser);
      const [stranger] = await criteriaOf(world, await drafted(world));
      const answers = right.criteria.map((answer, index) =>
        index === 0 ? { ...answer, criterionId: stranger } : answer,
      );
      return [
        { what: "another organization's file", input: { ...right, ...command(), fileIds: [foreign] } },
        { what: "a file that nobody has", input: { ...right, ...command(), fileIds: [randomUUID()] } },
        { what: "a criterion of another milestone", input: { ...right, ...command(), criteria: answers } },
      ];
    },
  },
  "milestones.requestRevision": {
    side: "brand",
    input: async (world) => {
      const id = await submitted(world);
      const failed = (await criteriaOf(world, id)).map((criterionId) => ({
        criterionId,
        comment: "Not yet",
      }));
      return { ...command(), id, note: "Please look again", failed };
    },
    subject: "id",
    nested: async (world) => {
      const id = await submitted(world);
      const [stranger] = await criteriaOf(world, await drafted(world));
      const failed = [{ criterionId: stranger, comment: "Not yet" }];
      return [{ what: "a criterion of another milestone", input: { ...command(), id, note: "", failed } }];
    },
  },
  "milestones.quoteRelease": {
    side: "brand",
    input: async (world) => ({ id: await submitted(world), amount }),
    subject: "id",
  },
  "milestones.accept": {
    side: "brand",
    input: async (world) => ({ ...command(), id: await submitted(world), expectedHeld: amount }),
    subject: "id",
  },
  "milestones.releasePart": {
    side: "brand",
    input: async (world) => ({
      ...command(),
      id: await submitted(world),
      amount: 4_000n,
      currency: "GBP",
      expectedHeld: amount,
    }),
    subject: "id",
  },
};
