import type { TenantTransaction } from "@evenshare/database";
import { issuerCodeFrom } from "@evenshare/domain";
import { z } from "zod";

const firsts = z.tuple([z.object({ first: z.number().int() })]);

/** The letters and digits that begin an issuer's numbers: made of its name once, and kept. */
export async function issuerCode(tx: TenantTransaction, organizationId: string): Promise<string> {
  const known = await tx.statementIssuer.findUnique({ where: { organizationId } });
  if (known !== null) return known.code;
  const { name } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  await tx.statementIssuer.createMany({
    data: [{ organizationId, code: issuerCodeFrom(name) }],
    skipDuplicates: true,
  });
  return (await tx.statementIssuer.findUniqueOrThrow({ where: { organizationId } })).code;
}

/** The first of so many numbers of a year. Until the transaction ends nobody else takes any, so that none is left out. */
export async function takeNumbers(
  tx: TenantTransaction,
  organizationId: string,
  year: number,
  howMany: number,
): Promise<number> {
  const [{ first }] = firsts.parse(
    await tx.$queryRaw`select app.take_statement_numbers(${organizationId}::uuid, ${year}::int, ${howMany}::int) as first`,
  );
  return first;
}
