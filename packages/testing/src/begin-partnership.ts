import { randomUUID } from "node:crypto";
import {
  type Deps,
  describeStart,
  proposeFirstVersion,
  runCommand,
  type Scope,
} from "@evenshare/application";
import { dayIn, type MilestoneTerms, ok, type Result, views } from "@evenshare/domain";

interface Beginning {
  readonly title: string;
  readonly terms: Omit<MilestoneTerms, "feeBp">;
}

/**
 * A partnership between two organizations, as an accepted invitation leaves it, without the invitation: tests begin here.
 * The brand's trail has a `partnership.start`, and the producer a mail.
 */
export function beginPartnership(
  deps: Deps,
  brand: Scope,
  producer: Scope,
  { title, terms: chosen }: Beginning,
): Promise<Result<{ id: string }>> {
  const input = { commandKey: randomUUID(), id: producer.organizationId };
  return runCommand(deps, brand, input, {
    name: "partnership.start",
    permission: "partnership.create",
    input: views.invitationCommandInput,
    answer: views.waitingInvitationInput,
    async carryOut(tx, { id: producerId }, now) {
      const id = deps.newId();
      await tx.$executeRaw`select app.start_partnership(
        ${id}::uuid, ${producerId}::uuid, ${title}, ${now.toISOString()}::timestamptz)`;
      const terms: MilestoneTerms = { ...chosen, feeBp: deps.settings.platformFeeBp };
      const startsOn = dayIn(terms.timeZone, now);
      const proposer = { userId: brand.userId, name: brand.userName };
      await proposeFirstVersion(tx, id, { terms, startsOn, proposer }, now);
      const names = await tx.organization.findMany({
        where: { id: { in: [brand.organizationId, producerId] } },
      });
      const nameOf = (wanted: string) => names.find((organization) => organization.id === wanted)?.name ?? "";
      const [brandName, producerName] = [nameOf(brand.organizationId), nameOf(producerId)];
      return ok({
        answer: { id },
        audit: [
          {
            action: "partnership.start",
            subjectType: "partnership",
            subjectId: id,
            partnershipId: id,
            before: {},
            after: describeStart({ title, producer: producerName, startsOn, terms }),
            reason: null,
          },
        ],
        messages: [
          {
            id: deps.newId(),
            template: "partnership.started",
            toOrganizationId: producerId,
            toRoles: ["owner", "approver"],
            data: { partnershipId: id, partnershipTitle: title, brandName, producerName },
          },
        ],
        live: [{ organizations: [brand.organizationId, producerId], topic: "partnership", id }],
      });
    },
  });
}
