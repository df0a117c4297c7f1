import { currencyCode, holdsAct, isAllowed, ok, refuse, type views } from "@evenshare/domain";
import { z } from "zod";
import { runQuery } from "../query/run-query";
import { partnershipsOf } from "../tenancy";
import type { Verb } from "../verb";
import { describeApprovals } from "./describe-approvals";
import { readLimits } from "./limits";
import { readMembers } from "./read-scene";

const input = z.strictObject({});

/** The organization's rule for second persons, and how many there are to follow it. */
export const getLimits: Verb<z.input<typeof input>, views.ApprovalLimitsView> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "partnership.read",
    input,
    async read(tx) {
      if (scope.kind !== "brand") return refuse({ code: "approval.not_found" });
      const { organizationId, kind, role } = scope;
      const limits = await readLimits(tx, organizationId);
      const members = await readMembers(tx, organizationId);
      const agreements = await tx.agreementVersion.findMany({
        where: { partnership: partnershipsOf(organizationId) },
        distinct: ["currency"],
        select: { currency: true },
        orderBy: { currency: "asc" },
      });
      const waiting = await tx.approvalRequest.findMany({
        where: { organizationId, kind: "approval.set_limits", status: "waiting" },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      });
      return ok({
        limits: limits.map(({ currency, amount }) => ({ currency, amount })),
        otherCurrencies: agreements
          .map(({ currency }) => currencyCode.parse(currency))
          .filter((currency) => !limits.some((limit) => limit.currency === currency)),
        approvers: members.filter((member) => holdsAct("milestone.release", kind, member.role)).length,
        owners: members.filter((member) => holdsAct("approval.set_limits", kind, member.role)).length,
        canSet: isAllowed("approval.set_limits", kind, role),
        waiting: await describeApprovals(tx, scope, waiting),
      });
    },
  });
