import { ok, type Result, refuse } from "@evenshare/domain";
import type { Deps } from "../deps";
import { describeStart, proposeFirstVersion } from "../partnership/first-version";
import type { Scope } from "../scope";
import { answerInPlace } from "./answer-in-place";
import type { FoundInvitation } from "./find-invitation";

/** The partnership begins that an invitation proposes, for the producer organization its reader acts for. */
export async function beginInvited(
  deps: Deps,
  scope: Scope,
  find: () => Promise<Result<FoundInvitation>>,
): Promise<Result<{ partnershipId: string }>> {
  const { organizationId: producerId } = scope;
  const { name: producerName } = await deps.database.inTenant(producerId, (tx) =>
    tx.organization.findUniqueOrThrow({ where: { id: producerId } }),
  );
  return answerInPlace(
    deps,
    scope,
    { find, kind: "partner", portal: scope.kind, actingFor: producerId, answer: "accepted" },
    async (tx, { id, organization: brand, title, terms, startsOn, email }, now) => {
      if (title === null || terms === null || startsOn === null) {
        throw new Error(`invitation ${id} says nothing about a partnership`);
      }
      const partnershipId = deps.newId();
      await tx.$executeRaw`select app.start_partnership(
        ${partnershipId}::uuid, ${producerId}::uuid, ${title}, ${now.toISOString()}::timestamptz)`;
      const { inviterId, inviterName } = await tx.invitation.findUniqueOrThrow({ where: { id } });
      const proposer = { userId: inviterId, name: inviterName };
      await proposeFirstVersion(tx, partnershipId, { terms, startsOn, proposer }, now);
      const names = { partnershipTitle: title, brandName: brand.name, producerName };
      const started = (toOrganizationId: string) => ({
        id: deps.newId(),
        template: "partnership.started" as const,
        toOrganizationId,
        toRoles: ["owner", "approver"] as const,
        fromOrganizationId: producerId,
        data: { partnershipId, ...names },
      });
      return ok({
        answer: { partnershipId },
        partnershipId,
        record: {
          audit: [
            {
              action: "invitation.accept",
              subjectType: "invitation",
              subjectId: id,
              partnershipId,
              before: { email, status: "pending" },
              after: {
                email,
                status: "accepted",
                ...describeStart({ title, producer: producerName, startsOn, terms }),
              },
              reason: null,
            },
          ],
          messages: [started(brand.id), started(producerId)],
          live: [
            { organizations: [brand.id, producerId], topic: "partnership", id: partnershipId },
            { organizations: [brand.id], topic: "organization", id: brand.id },
          ],
        },
      });
    },
    ({ partnershipId }) =>
      partnershipId === null ? refuse({ code: "invitation.used" }) : ok({ partnershipId }),
  );
}
