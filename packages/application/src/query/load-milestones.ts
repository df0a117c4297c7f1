import type { TenantTransaction } from "@evenshare/database";
import {
  allowedActions,
  currencyCode,
  type MilestoneState,
  milestoneState,
  minimumToStart,
  nextAction,
  type PayeeBlock,
  payeeBlocks,
  splitMoney,
  type views,
} from "@evenshare/domain";
import { z } from "zod";
import type { ApprovalRecord } from "../approval/approval-record";
import { type LoadedOffer, readOffers } from "../remainder/read-offers";
import type { Scope } from "../scope";
import { milestonesOf } from "../tenancy";
import { type LoadedAgreement, type LoadedPartnership, loadPartnerships } from "./load-partnerships";
import { type Debt, readDebts } from "./read-debts";
import { type Figures, readFigures } from "./read-figures";

/** A milestone as one reader sees it: row, partnership, terms, money, and what the reader may do. */
export interface LoadedMilestone {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly state: MilestoneState;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly reviewEndsAt: Date | null;
  readonly dueOn: Date | null;
  readonly revisionRound: number;
  readonly blockedReason: string | null;
  readonly proposedByOrganizationId: string;
  readonly partnership: LoadedPartnership;
  readonly agreement: LoadedAgreement;
  readonly money: views.MoneySplit;
  readonly debt: Debt;
  /** How much must be funded before work may start. */
  readonly minimumStart: bigint;
  readonly payee: { readonly payable: boolean; readonly reason: PayeeBlock | null };
  /** The release that waits for a second person; the brand's own business, so never there for the producer. */
  readonly waiting: ApprovalRecord | null;
  /** The offer about the held money that waits for an answer. */
  readonly offer: LoadedOffer | null;
  readonly actions: views.MilestoneAction[];
  readonly nextAction: views.MilestoneAction | null;
}

type Reader = Pick<Scope, "organizationId" | "kind" | "role" | "userId">;

const noFigures: Figures = {
  held: 0n,
  feeHeld: 0n,
  inFlight: 0n,
  released: 0n,
  refunded: 0n,
  refunding: 0n,
  paidOut: 0n,
};

/** Loads milestones in the order of `ids`, in a number of statements that does not grow with them. */
export async function loadMilestones(
  tx: TenantTransaction,
  reader: Reader,
  ids: readonly string[],
): Promise<LoadedMilestone[]> {
  const rows = await tx.milestone.findMany({
    where: { ...milestonesOf(reader.organizationId), id: { in: [...ids] } },
  });
  const partnerships = await loadPartnerships(
    tx,
    reader,
    rows.map(({ partnershipId }) => partnershipId),
  );
  const figures = await readFigures(tx, ids);
  const debtOf = await readDebts(tx, ids);
  const payees = await loadPayees(
    tx,
    [...partnerships.values()].map(({ producer }) => producer.id),
  );
  const waiting = await loadWaiting(tx, reader, ids);
  const offers = await readOffers(tx, ids);
  const loaded = new Map(
    rows.map((row) => {
      const partnership = partnerships.get(row.partnershipId);
      if (partnership === undefined) throw new Error(`milestone ${row.id} has no partnership`);
      const payee = payees.get(partnership.producer.id) ?? { payable: false, reason: "no_account" };
      return [
        row.id,
        describeMilestone(reader, row, partnership, {
          figures: figures.get(row.id) ?? noFigures,
          debt: debtOf(row.id),
          payee,
          waiting: waiting.get(row.id) ?? null,
          offer: offers.get(row.id) ?? null,
        }),
      ];
    }),
  );
  return ids.flatMap((id) => loaded.get(id) ?? []);
}

type MilestoneRecord = Awaited<ReturnType<TenantTransaction["milestone"]["findMany"]>>[number];

function describeMilestone(
  reader: Reader,
  row: MilestoneRecord,
  partnership: LoadedPartnership,
  {
    figures,
    debt,
    payee,
    waiting,
    offer,
  }: Pick<LoadedMilestone, "debt" | "payee" | "waiting" | "offer"> & {
    readonly figures: Figures;
  },
): LoadedMilestone {
  const agreement = partnership.agreements.find(({ version }) => version === row.agreementVersion);
  if (agreement === undefined) throw new Error(`milestone ${row.id} has no agreement`);
  const state = milestoneState.parse(row.state);
  const money = splitMoney({ currency: currencyCode.parse(row.currency), amount: row.amount, ...figures });
  const terms = { ...agreement.terms, accepted: agreement.status === "accepted" };
  const minimumStart = minimumToStart({ amount: row.amount, isFirst: row.isFirst, terms }, money.refunded);
  const actions = allowedActions(reader, {
    state,
    drafted: row.proposedByOrganizationId === reader.organizationId,
    agreementAccepted: terms.accepted,
    funded: money.funded - money.refunded,
    held: money.held,
    toFund: money.toFund,
    toRepay: debt.toRepay,
    minimumStart,
    revisionRound: row.revisionRound,
    includedRevisions: terms.includedRevisions,
    payeePayable: payee.payable,
    offer: offer && (offer.organizationId === reader.organizationId ? "own_side" : "other_side"),
    waiting: waiting && (waiting.makerUserId === reader.userId ? "reader" : "somebody"),
  });
  return {
    ...row,
    state,
    partnership,
    agreement,
    money,
    debt,
    minimumStart,
    payee,
    waiting,
    offer,
    actions,
    nextAction: nextAction(actions),
  };
}

async function loadWaiting(
  tx: TenantTransaction,
  { kind, organizationId }: Reader,
  ids: readonly string[],
): Promise<Map<string, ApprovalRecord>> {
  if (kind !== "brand") return new Map();
  const rows = await tx.approvalRequest.findMany({
    where: { organizationId, milestoneId: { in: [...ids] }, status: "waiting" },
  });
  return new Map(rows.flatMap((row) => (row.milestoneId === null ? [] : [[row.milestoneId, row] as const])));
}

async function loadPayees(tx: TenantTransaction, organizationIds: readonly string[]) {
  const rows = await tx.payeeAccount.findMany({
    where: { organizationId: { in: [...new Set(organizationIds)] } },
  });
  return new Map(
    rows.map(({ organizationId, payable, block }): [string, LoadedMilestone["payee"]] => [
      organizationId,
      { payable, reason: payable ? null : z.enum(payeeBlocks).parse(block ?? "onboarding_incomplete") },
    ]),
  );
}
