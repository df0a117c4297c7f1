import { ok, refuse, views } from "@evenshare/domain";
import type { z } from "zod";
import { describeStart, proposeFirstVersion } from "../partnership/first-version";
import type { Scope } from "../scope";
import { authorize, parseInput, type Verb } from "../verb";
import { acceptInPlace, type Invitee } from "./accept-in-place";

/**
 * A producer accepts a brand's invitation for the organization it acts for: the partnership begins, with the terms that
 * were proposed. They are accepted on their own, as always.
 *
 * Refused with `invitation.not_found`, `invitation.for_another`, `invitation.used`, `invitation.revoked`,
 * `invitation.replaced` and `invitation.expired`.
 */
export const acceptPartnerInvitation: Verb<
  z.input<typeof views.invitationLinkInput>,
  { partnershipId: string }
> = async (deps, scope, raw) => {
  const allowed = authorize(scope, "partnership.join");
  if (!allowed.ok) return allowed;
  const input = parseInput(views.invitationLinkInput, raw);
  if (!input.ok) return input;
  const { organizationId: producerId } = scope;
  const { name: producerName } = await deps.database.inTenant(producerId, (tx) =>
    tx.organization.findUniqueOrThrow({ where: { id: producerId } }),
  );
  return acceptInPlace(
    deps,
    inviteeOf(scope),
    { token: input.value.token, kind: "partner", portal: scope.kind, actingFor: producerId },
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
};

function inviteeOf({ userId, userName, userEmail, ip, requestId }: Scope): Invitee {
  return { userId, userName, userEmail, ip, requestId };
}
