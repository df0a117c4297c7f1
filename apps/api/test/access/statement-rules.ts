import { command } from "./milestones";
import type { ProcedureRule } from "./procedure-rule";
import { activeShare } from "./share-rules";
import type { World } from "./world";

const issuing = async (world: World) => ({
  ...command(),
  agreementId: await activeShare(world),
  period: "2020-01",
});

/** A statement of a fresh agreement, as its payee finds it. */
export async function issuedStatement(world: World): Promise<string> {
  const input = await issuing(world);
  await world.brand.as.owner.trpc.statements.issue.mutate(input);
  const { agreementId } = input;
  const { items } = await world.producer.as.owner.trpc.statements.list.query({ agreementId });
  const [statement] = items;
  if (statement === undefined) throw new Error("no statement was issued");
  return statement.id;
}

/** Statements of revenue shares. */
export const statementRules: Readonly<Record<string, ProcedureRule>> = {
  "statements.list": {
    side: "producer",
    input: async (world) => {
      await issuedStatement(world);
      return {};
    },
    shows: true,
  },
  "statements.get": {
    side: "producer",
    input: async (world) => ({ id: await issuedStatement(world) }),
    subject: "id",
    shows: true,
  },
  "statements.openPeriod": {
    side: "producer",
    input: async (world) => ({ agreementId: await activeShare(world) }),
    subject: "agreementId",
    shows: true,
  },
  "statements.issue": { side: "brand", input: issuing, subject: "agreementId" },
};
