import { isAllowed, ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { loadPartyBranding } from "./branding";
import { latestAgreement } from "./load-partnerships";
import { agreementStatus, loadPartnershipRows } from "./partnership-rows";
import { runQuery } from "./run-query";

const input = z.strictObject({ id: views.id });

/** One partnership with its agreement. Refuses with `partnership.not_found`. */
export const getPartnership: Verb<z.input<typeof input>, views.PartnershipView> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "partnership.read",
    input,
    async read(tx, { id }) {
      const [loaded] = await loadPartnershipRows(tx, scope, [id]);
      if (loaded === undefined) return refuse({ code: "partnership.not_found" });
      const { row, partnership } = loaded;
      const { version, status, terms, startsOn, proposedAt, proposedByName, acceptedAt, acceptedByName } =
        latestAgreement(partnership);
      const payee = await tx.payeeAccount.findUnique({ where: { organizationId: partnership.producer.id } });
      return ok({
        ...row,
        brand: partnership.brand,
        producer: partnership.producer,
        branding: await loadPartyBranding(tx, partnership),
        agreement: {
          version,
          status: agreementStatus.parse(status),
          terms,
          startsOn: startsOn.toISOString().slice(0, 10),
          proposedAt,
          proposedBy: proposedByName,
          acceptedAt,
          acceptedBy: acceptedByName,
        },
        // The brand proposes, the producer accepts: nobody agrees with themselves.
        canAccept:
          status === "proposed" &&
          scope.kind === "producer" &&
          isAllowed("agreement.accept", scope.kind, scope.role),
        canDraft: isAllowed("milestone.draft", scope.kind, scope.role),
        payeeReady: payee?.payable ?? false,
      });
    },
  });
