import { z } from "zod";
import { currencyCode } from "../money/currency";
import { maximumAmount } from "../money/money";
import { commandKey } from "./milestone";
import { id, pageBounds } from "./shapes";

/** `id` is the request's. */
export const approvalCommandInput = z.strictObject({ commandKey, id });
export const declineApprovalInput = approvalCommandInput.extend({
  reason: z.string().trim().min(1, "is missing").max(1_000, "has more than 1000 characters"),
});
export const listApprovalsInput = z.strictObject({
  show: z.enum(["waiting", "settled"]),
  ...pageBounds,
});

const limit = z
  .bigint()
  .nonnegative("must not be less than zero")
  .max(maximumAmount, "is larger than any amount accepted here");
/** Null removes the limit. `seen` is what stood on screen; another limit now is a conflict, not a surprise. */
export const setLimitInput = z.strictObject({
  commandKey,
  currency: currencyCode,
  amount: limit.nullable(),
  seen: limit.nullable(),
});
