import type { openOwnerClient } from "@evenshare/database/testing";
import type { Lane, ReleasePlace } from "./release-place";

type Orm = ReturnType<typeof openOwnerClient>;
export type OrmTransaction = Parameters<Parameters<Orm["$transaction"]>[0]>[0];

/**
 * What a release may not be decided without, read the way an ORM invites one to: the lock, whether the person still may,
 * the milestone with its payments, the terms, the books, the payee and the rule about a second person. The transaction
 * runs past row-level security, which a release over HTTP does not.
 */
export async function loadByOrm(
  tx: OrmTransaction,
  { world, brandUserId }: ReleasePlace,
  { milestoneId, partnershipId }: Lane,
): Promise<{ readonly version: number }> {
  const { brandId: organizationId } = world;
  await tx.member.findFirstOrThrow({ where: { organizationId, userId: brandUserId } });
  await tx.$queryRaw`select id from milestone where id = ${milestoneId}::uuid for update`;
  const milestone = await tx.milestone.findUniqueOrThrow({
    where: { id: milestoneId },
    include: {
      partnership: { include: { parties: true } },
      fundings: { include: { returns: true } },
      holds: { where: { endedAt: null } },
    },
  });
  await tx.agreementVersion.findFirstOrThrow({
    where: { partnershipId, version: milestone.agreementVersion },
  });
  await tx.ledgerAccount.findMany({ where: { ownerId: milestoneId }, include: { balance: true } });
  await tx.release.aggregate({ where: { milestoneId }, _sum: { gross: true } });
  await tx.payeeAccount.findUnique({ where: { organizationId: world.producerId } });
  await tx.approvalLimit.findMany({ where: { organizationId } });
  return { version: milestone.version };
}
