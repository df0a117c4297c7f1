import { randomUUID } from "node:crypto";
import { command } from "./milestones";
import type { ProcedureRule } from "./procedure-rule";
import type { World } from "./world";

const ownerOf = ({ brand }: World) => brand.as.owner.trpc.mailDomain;

/** The brand has no mail domain any more. */
async function without(world: World): Promise<void> {
  const { mailDomain } = await ownerOf(world).get.query();
  if (mailDomain !== null) await ownerOf(world).remove.mutate({ ...command(), id: mailDomain.id });
}

/** The brand's mail domain, made new. */
async function afresh(world: World) {
  await without(world);
  const domain = `${world.nameMarker}-${randomUUID().slice(0, 8)}.example`;
  const { id } = await ownerOf(world).set.mutate({ ...command(), domain });
  return { ...command(), id };
}

/** The domain an organization sends mails from. */
export const mailDomainRules: Readonly<Record<string, ProcedureRule>> = {
  "mailDomain.get": {
    side: "brand",
    input: async (world) => {
      await afresh(world);
      return undefined;
    },
  },
  "mailDomain.set": {
    side: "brand",
    input: async (world) => {
      await without(world);
      return { ...command(), domain: `${randomUUID().slice(0, 8)}.example` };
    },
  },
  "mailDomain.check": { side: "brand", input: afresh, subject: "id" },
  "mailDomain.remove": { side: "brand", input: afresh, subject: "id" },
};
