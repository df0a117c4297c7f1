import type { TenantTransaction } from "@evenshare/database";
import {
  deadlineKinds,
  fundingPurposes,
  isAllowed,
  milestoneEvent,
  milestoneState,
  releaseTriggers,
  sum,
  views,
} from "@evenshare/domain";
import { z } from "zod";
import type { Scope } from "../scope";
import type { LoadedPartnership } from "./load-partnerships";

/** All that hangs on one milestone: criteria, steps, submissions, requests for changes, money in and out, deadlines. */
export async function readMilestoneDetails(tx: TenantTransaction, id: string) {
  return tx.milestone.findUniqueOrThrow({
    where: { id },
    select: {
      criteria: { orderBy: { position: "asc" } },
      transitions: { orderBy: { position: "asc" } },
      submissions: {
        orderBy: { version: "desc" },
        include: { criteria: true, files: { orderBy: { position: "asc" }, include: { file: true } } },
      },
      revisions: { orderBy: { round: "desc" }, include: { failed: true } },
      fundings: {
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        include: { returns: true, receipt: true },
      },
      releases: {
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        include: { transfers: true, payoutLines: { include: { payout: true } } },
      },
      refunds: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], include: { funding: true } },
      rolledOut: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], include: { to: true } },
      rolledIn: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], include: { from: true } },
      deadlines: { where: { status: "pending" }, orderBy: [{ dueAt: "asc" }, { kind: "asc" }] },
    },
  });
}

export type MilestoneDetails = Awaited<ReturnType<typeof readMilestoneDetails>>;
type View = views.MilestoneView;

const actorKind = z.enum(["person", "clock", "provider"]);

export function timelineOf(
  { transitions }: MilestoneDetails,
  { brand }: LoadedPartnership,
): View["timeline"] {
  return transitions.map((step) => ({
    id: step.id,
    at: step.at,
    event: milestoneEvent.parse(step.event),
    from: milestoneState.parse(step.fromState),
    to: milestoneState.parse(step.toState),
    actorName: step.actorKind === "person" ? step.actorName : null,
    actorKind: actorKind.parse(step.actorKind),
    side: sideOf(step.actorOrganizationId, brand.id),
    amount: step.amount,
    reason: step.reason,
  }));
}

export function submissionsOf({ submissions }: MilestoneDetails): View["submissions"] {
  return submissions.map((submission) => ({
    id: submission.id,
    version: submission.version,
    submittedAt: submission.submittedAt,
    submittedBy: submission.submittedByName,
    note: submission.note,
    links: submission.links,
    files: submission.files.map(({ file }) => fileView(file)),
    criteria: submission.criteria.map(({ criterionId, met, note }) => ({ criterionId, met, note })),
  }));
}

export function revisionsOf({ revisions }: MilestoneDetails): View["revisions"] {
  return revisions.map((revision) => ({
    id: revision.id,
    round: revision.round,
    submissionVersion: revision.submissionVersion,
    requestedAt: revision.requestedAt,
    requestedBy: revision.requestedByName,
    note: revision.note,
    failed: revision.failed.map(({ criterionId, comment }) => ({ criterionId, comment })),
  }));
}

/** The payments; the receipts are for those who see to the brand's money. */
export function fundingsOf({ fundings }: MilestoneDetails, { kind, role }: Scope): View["fundings"] {
  const mayRead = isAllowed("receipt.read", kind, role);
  return fundings.map((funding) => ({
    id: funding.id,
    at: funding.createdAt,
    amount: funding.amount,
    fee: funding.fee,
    charged: funding.amount + funding.fee,
    status: z.enum(views.fundingStatuses).parse(funding.status),
    purpose: z.enum(fundingPurposes).parse(funding.purpose),
    paidWith:
      funding.paidWithLabel === null
        ? null
        : { label: funding.paidWithLabel, last4: funding.paidWithLast4 ?? "" },
    expectedAt: funding.status === "processing" ? funding.expectedAt : null,
    returned: sum(
      funding.returns.filter(({ status }) => status !== "restored").map(({ amount, fee }) => amount + fee),
    ),
    failureReason: funding.failureReason,
    receiptNumber: mayRead ? (funding.receipt?.number ?? null) : null,
  }));
}

export function releasesOf({ releases }: MilestoneDetails): View["releases"] {
  return releases.map(describeRelease);
}

export function describeRelease(release: MilestoneDetails["releases"][number]): View["releases"][number] {
  return {
    id: release.id,
    at: release.createdAt,
    trigger: z.enum(releaseTriggers).parse(release.trigger),
    gross: release.gross,
    fee: release.fee,
    net: release.net,
    transferStatus: worstStatus(release.transfers.map(({ status }) => status)),
    blockedReason: release.transfers.find(({ status }) => status === "blocked")?.blockedReason ?? null,
    payout: latestPayout(release.payoutLines.map(({ payout }) => payout)),
  };
}

export function upcomingOf({ deadlines }: MilestoneDetails): View["upcoming"] {
  return deadlines.map(({ dueAt, kind }) => ({ at: dueAt, kind: z.enum(deadlineKinds).parse(kind) }));
}

function fileView(file: MilestoneDetails["submissions"][number]["files"][number]["file"]): views.FileView {
  if (file.sha256 === null) throw new Error(`file ${file.id} was attached before it was complete`);
  const { id, name, contentType, sha256 } = file;
  return { id, name, contentType, size: Number(file.size), sha256, href: `/api/files/${id}` };
}

function sideOf(actorOrganizationId: string | null, brandId: string): View["timeline"][number]["side"] {
  if (actorOrganizationId === null) return null;
  return actorOrganizationId === brandId ? "brand" : "producer";
}

/** Worst first: what is stuck must not hide behind what went through. */
const badStatuses = ["blocked", "unknown", "pending"] as const;

function worstStatus(statuses: readonly string[]): View["releases"][number]["transferStatus"] {
  return badStatuses.find((bad) => statuses.includes(bad)) ?? "confirmed";
}

type PayoutFacts = MilestoneDetails["releases"][number]["payoutLines"][number]["payout"];

function latestPayout(payouts: readonly PayoutFacts[]): View["releases"][number]["payout"] {
  const latest = [...payouts].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime()).at(-1);
  if (latest === undefined) return null;
  const { id, status, expectedAt, paidAt } = latest;
  return { id, status: z.enum(views.payoutStatuses).parse(status), expectedAt, paidAt };
}
