import { ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import { latestAgreement, loadPartnerships } from "../query/load-partnerships";
import type { Verb } from "../verb";

const answer = z.object({ version: z.number().int() });

/**
 * The producer accepts exactly the version of the agreement that it read. From then on milestones can be agreed.
 *
 * Refused with `agreement.version_changed` when another version stands now, `agreement.already_accepted` when somebody
 * was first, and `permission.denied` for the brand, which proposed it.
 */
export const acceptAgreement: Verb<z.input<typeof views.acceptAgreementInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  runCommand(deps, scope, input, {
    name: "agreement.accept",
    permission: "agreement.accept",
    input: views.acceptAgreementInput,
    answer,
    async carryOut(tx, { partnershipId, version }, now) {
      const partnership = (await loadPartnerships(tx, scope, [partnershipId])).get(partnershipId);
      if (partnership === undefined) return refuse({ code: "partnership.not_found" });
      if (scope.kind !== "producer") {
        return refuse({
          code: "permission.denied",
          details: { permission: "agreement.accept", side: scope.kind },
        });
      }
      const { version: current } = latestAgreement(partnership);
      if (current !== version) {
        const details = { expected: String(version), actual: String(current) };
        return refuse({ code: "agreement.version_changed", field: "version", details });
      }
      // Only one of several at once finds it still proposed.
      const accepted = await tx.agreementVersion.updateMany({
        where: { partnershipId, version, status: "proposed" },
        data: {
          status: "accepted",
          acceptedAt: now,
          acceptedByUserId: scope.userId,
          acceptedByName: scope.userName,
        },
      });
      if (accepted.count === 0) return refuse({ code: "agreement.already_accepted", field: "version" });
      const { title, brand, producer } = partnership;
      return ok({
        answer: { version },
        audit: [
          {
            action: "agreement.accept",
            subjectType: "agreement",
            subjectId: `${partnershipId}:${version}`,
            partnershipId,
            before: { status: "proposed" },
            after: { status: "accepted", version: String(version) },
            reason: null,
          },
        ],
        messages: [
          {
            id: deps.newId(),
            template: "agreement.accepted",
            toOrganizationId: brand.id,
            toRoles: ["owner", "approver", "contributor"],
            data: {
              partnershipId,
              partnershipTitle: title,
              brandName: brand.name,
              producerName: producer.name,
              version: String(version),
            },
          },
        ],
        live: [{ organizations: [brand.id, producer.id], topic: "partnership", id: partnershipId }],
      });
    },
  });
