import { currencyCode, fundingPurposes, ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import type { ReceiptFacts } from "../ports";
import { runQuery } from "../query/run-query";
import { milestonesOf } from "../tenancy";
import type { Verb } from "../verb";

const input = z.strictObject({ fundingId: views.id });
const purpose = z.enum(fundingPurposes);

/**
 * What the receipt of a payment says, for the brand's people who see to its money. Refused with `receipt.not_found`, which
 * is also all that anybody else hears of it.
 */
export const getReceipt: Verb<z.input<typeof input>, ReceiptFacts> = async (deps, scope, raw) => {
  const found = await runQuery<z.infer<typeof input>, ReceiptFacts>(deps, scope, raw, {
    permission: "receipt.read",
    input,
    async read(tx, { fundingId }) {
      const receipt = await tx.receipt.findUnique({
        where: {
          fundingId,
          organizationId: scope.organizationId,
          funding: { milestone: milestonesOf(scope.organizationId) },
        },
        include: { funding: true },
      });
      if (receipt === null) return refuse({ code: "receipt.not_found" });
      const { funding, organizationId: _, ...kept } = receipt;
      return ok({
        ...kept,
        purpose: purpose.parse(funding.purpose),
        currency: currencyCode.parse(funding.currency),
        amount: funding.amount,
        fee: funding.fee,
        paidWith:
          funding.paidWithLabel === null
            ? null
            : { label: funding.paidWithLabel, last4: funding.paidWithLast4 ?? "" },
        reference: funding.providerPaymentId ?? funding.id,
      });
    },
  });
  if (found.ok || found.failure.code !== "permission.denied") return found;
  return refuse({ code: "receipt.not_found" });
};
