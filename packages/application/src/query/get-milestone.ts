import { ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { describeApprovals } from "../approval/describe-approvals";
import { describeOffer, refundsOf, rollsOf } from "../remainder/describe";
import type { Verb } from "../verb";
import { loadMilestones } from "./load-milestones";
import {
  fundingsOf,
  readMilestoneDetails,
  releasesOf,
  revisionsOf,
  submissionsOf,
  timelineOf,
  upcomingOf,
} from "./milestone-details";
import { milestoneRow } from "./milestone-row";
import { runQuery } from "./run-query";

const input = z.strictObject({ id: views.id });

/** One milestone with everything that happened to it, and what the reader may do now. Refuses with `milestone.not_found`. */
export const getMilestone: Verb<z.input<typeof input>, views.MilestoneView> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "partnership.read",
    input,
    async read(tx, { id }) {
      const [milestone] = await loadMilestones(tx, scope, [id]);
      if (milestone === undefined) return refuse({ code: "milestone.not_found" });
      const details = await readMilestoneDetails(tx, id);
      const { partnership, agreement, waiting, offer } = milestone;
      const [approval = null] = await describeApprovals(tx, scope, waiting === null ? [] : [waiting]);
      const { reviewDays, includedRevisions, feeBp, feeBearer } = agreement.terms;
      return ok({
        ...milestoneRow(milestone, scope.organizationId),
        description: milestone.description,
        criteria: details.criteria.map(({ id, position, text }) => ({ id, position, text })),
        terms: { reviewDays, includedRevisions, feeBp, feeBearer, minimumStart: milestone.minimumStart },
        version: milestone.version,
        proposedBySide: milestone.proposedByOrganizationId === partnership.brand.id ? "brand" : "producer",
        revisionRound: milestone.revisionRound,
        submissions: submissionsOf(details),
        revisions: revisionsOf(details),
        fundings: fundingsOf(details, scope),
        releases: releasesOf(details),
        refunds: refundsOf(details),
        rolls: rollsOf(details),
        offer: offer === null ? null : await describeOffer(tx, offer, partnership),
        timeline: timelineOf(details, partnership),
        upcoming: upcomingOf(details),
        blockedReason: milestone.blockedReason,
        owed: milestone.debt.owed,
        toRepay: milestone.debt.toRepay,
        payee: milestone.payee,
        approval,
        actions: milestone.actions,
      });
    },
  });
