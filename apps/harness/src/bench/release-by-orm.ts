import { randomUUID } from "node:crypto";
import type { openOwnerClient } from "@evenshare/database/testing";
import { loadByOrm, type OrmTransaction } from "./load-by-orm";
import type { Lane, ReleasePlace } from "./release-place";

type Orm = ReturnType<typeof openOwnerClient>;

/** The rows of a release, written the way an ORM invites one to: an interactive transaction, one call after the other. */
export function releaseByOrm(orm: Orm, place: ReleasePlace): (lane: Lane) => Promise<void> {
  const { world, brandUserId } = place;
  const brand = world.brandId;
  const producer = world.producerId;

  async function enqueue(
    tx: OrmTransaction,
    kind: string,
    subjectId: string,
    organizationId: string,
    now: Date,
  ) {
    const id = randomUUID();
    await tx.operation.create({
      data: { id, kind, subjectId, organizationId, status: "pending", createdAt: now, notBefore: now },
    });
    await tx.$executeRaw`select graphile_worker.add_job('operation', json_build_object('id', ${id}::text),
      job_key := ${`operation:${id}`}, max_attempts := 1::smallint)`;
  }

  async function post(tx: OrmTransaction, { milestoneId, partnershipId }: Lane, source: string, now: Date) {
    const entryId = randomUUID();
    await tx.ledgerEntry.create({
      data: {
        id: entryId,
        kind: "milestone.released",
        sourceKey: source,
        partnershipId,
        milestoneId,
        at: now,
      },
    });
    const lines = [
      ["milestone_held", milestoneId, 100n],
      ["milestone_fee_held", milestoneId, 5n],
      ["milestone_in_flight", milestoneId, -100n],
      ["platform_fees", "platform", -5n],
    ] as const;
    const moved: { readonly accountId: bigint; readonly kind: string; readonly amount: bigint }[] = [];
    for (const [kind, ownerId, amount] of lines) {
      const account = await tx.ledgerAccount.findUniqueOrThrow({
        where: { kind_ownerId_currency: { kind, ownerId, currency: "GBP" } },
      });
      moved.push({ accountId: account.id, kind, amount });
    }
    // In one statement, as the database wants the postings of an entry.
    await tx.ledgerPosting.createMany({
      data: moved.map(({ accountId, amount }, index) => ({
        entryId,
        position: index + 1,
        accountId,
        amount,
      })),
    });
    for (const { accountId, kind, amount } of moved) {
      if (kind !== "platform_fees")
        await tx.ledgerBalance.update({ where: { accountId }, data: { balance: { decrement: amount } } });
    }
  }

  return (lane) =>
    orm.$transaction(async (tx) => {
      const { milestoneId, partnershipId, fundingId } = lane;
      const now = new Date();
      const [key, releaseId, transferId] = [randomUUID(), randomUUID(), randomUUID()];
      const command = { organizationId: brand, key, name: "bench", inputHash: "bench", createdAt: now };
      await tx.command.create({ data: command });
      const { version } = await loadByOrm(tx, place, lane);
      await post(tx, lane, releaseId, now);
      await tx.milestone.update({
        where: { id: milestoneId, version },
        data: { version: { increment: 1 }, updatedAt: now },
      });
      await tx.milestoneTransition.create({
        data: {
          id: randomUUID(),
          partnershipId,
          milestoneId,
          at: now,
          event: "release_part",
          fromState: "funded",
          toState: "funded",
          actorKind: "person",
          actorUserId: brandUserId,
          actorName: "Ada",
          actorOrganizationId: brand,
          amount: 100n,
          commandKey: key,
        },
      });
      const amounts = { gross: 100n, fee: 5n, net: 100n, currency: "GBP" };
      await tx.release.create({
        data: { id: releaseId, partnershipId, milestoneId, trigger: "part", ...amounts, createdAt: now },
      });
      await tx.transfer.create({
        data: {
          id: transferId,
          partnershipId,
          milestoneId,
          releaseId,
          fundingId,
          organizationId: producer,
          amount: 100n,
          currency: "GBP",
          status: "pending",
          createdAt: now,
        },
      });
      await tx.funding.update({ where: { id: fundingId }, data: { drawn: { increment: 100n } } });
      await tx.auditEvent.create({
        data: {
          id: randomUUID(),
          at: now,
          organizationId: brand,
          partnershipId,
          action: "milestone.release_part",
          actorKind: "person",
          actorUserId: brandUserId,
          actorName: "Ada",
          subjectType: "milestone",
          subjectId: milestoneId,
          before: { held: "9000", state: "funded" },
          after: { held: "8900", released: "100", fee: "5" },
        },
      });
      const members = await tx.member.findMany({
        where: { organizationId: { in: [brand, producer] } },
        include: { user: true, organization: true },
      });
      for (const { user, organization, role } of members) {
        const mail = await tx.mail.create({
          data: {
            id: randomUUID(),
            messageId: randomUUID(),
            organizationId: organization.id,
            userId: user.id,
            template: "milestone.released",
            data: { amount: "100", net: "100", milestone: milestoneId },
            toName: user.name,
            toEmail: user.email,
            side: organization.kind,
            role,
            status: "queued",
            createdAt: now,
          },
        });
        await tx.notification.create({
          data: {
            id: randomUUID(),
            messageId: randomUUID(),
            organizationId: organization.id,
            userId: user.id,
            template: "milestone.released",
            data: { amount: "100", net: "100", milestone: milestoneId },
            createdAt: now,
            mailId: mail.id,
          },
        });
        await enqueue(tx, "mail.send", mail.id, organization.id, now);
      }
      await enqueue(tx, "transfer.create", transferId, brand, now);
      await tx.$executeRaw`select pg_notify('evenshare_live', '{}')`;
      await tx.command.update({
        where: { organizationId_key: { organizationId: brand, key } },
        data: { answer: { releaseId } },
      });
    });
}
