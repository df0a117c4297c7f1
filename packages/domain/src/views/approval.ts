import { z } from "zod";
import { approvalKinds } from "../approval/kind";
import { approvalStatuses } from "../approval/state";
import { currencyCode } from "../money/currency";
import { id } from "./shapes";

/** What is carried out once a second person says yes. */
export const approvalSteps = ["accept", "release_part", "set_limit", "remove_limit"] as const;

export const approvalActions = ["approve", "decline", "withdraw"] as const;
export type ApprovalAction = (typeof approvalActions)[number];

/** A request for a second person, as members of its organization see it. Amounts in minor units of `currency`. */
export const approvalRow = z.strictObject({
  id,
  kind: z.enum(approvalKinds),
  step: z.enum(approvalSteps),
  status: z.enum(approvalStatuses),
  currency: currencyCode,
  /** What goes at once; for a limit, the limit that is asked for (zero when it is to be removed). */
  amount: z.bigint(),
  /** What goes by itself as soon as it is funded. */
  later: z.bigint(),
  /** The limit that asks for a second person; for a limit, the one that stands. Null: none. */
  limit: z.bigint().nullable(),
  milestone: z
    .strictObject({ id, title: z.string(), partnershipTitle: z.string(), counterpartyName: z.string() })
    .nullable(),
  timeZone: z.string(),
  makerName: z.string(),
  /** Whether the reader asked. */
  mine: z.boolean(),
  createdAt: z.date(),
  expiresAt: z.date(),
  settledAt: z.date().nullable(),
  decidedByName: z.string().nullable(),
  reason: z.string().nullable(),
  /** What the reader may do about it now. */
  actions: z.array(z.enum(approvalActions)),
});
export type ApprovalRow = z.infer<typeof approvalRow>;

/** The rule of an organization, and who there is to follow it. */
export const approvalLimitsView = z.strictObject({
  /** None: nobody needs a second person. */
  limits: z.array(z.strictObject({ currency: currencyCode, amount: z.bigint() })),
  /** Currencies of the organization's agreements that have no limit of their own. */
  otherCurrencies: z.array(currencyCode),
  /** How many members may release and approve, and how many may change the rule. */
  approvers: z.number().int(),
  owners: z.number().int(),
  canSet: z.boolean(),
  /** Changes of the rule that wait for a second owner. */
  waiting: z.array(approvalRow),
});
export type ApprovalLimitsView = z.infer<typeof approvalLimitsView>;
