import { ok, type views } from "@evenshare/domain";
import { z } from "zod";
import { listPaymentMethods } from "../../payment-method/list-methods";
import { at, defineExport, figure, onePage } from "../table-export";

/** `2030-12`: the last month in which a card can be charged. */
function lastMonth({ expires }: views.PaymentMethodView): string | null {
  return expires === null ? null : `${expires.year}-${String(expires.month).padStart(2, "0")}`;
}

/** The brand's saved cards and bank accounts. Numbers are never known here but for their last four digits. */
export const paymentMethodsTable = defineExport<Record<string, never>, views.PaymentMethodView>({
  name: "payment-methods",
  permission: "payment_method.read",
  filter: z.strictObject({}),
  async page(deps, scope) {
    const methods = await listPaymentMethods(deps, scope, {});
    return methods.ok ? ok(onePage(methods.value.methods)) : methods;
  },
  columns: [
    { header: "Payment method", cell: ({ label }) => label },
    { header: "Payment method: ends in", cell: ({ last4 }) => last4 },
    { header: "Payment method: kind", cell: ({ kind }) => kind },
    { header: "Expires", cell: lastMonth },
    {
      header: "May be charged in a month",
      cell: ({ limit }) => limit && figure(limit.amount, limit.currency),
    },
    { header: "Charged this month", cell: ({ limit, spent }) => limit && figure(spent, limit.currency) },
    { header: "Currency", cell: ({ limit }) => limit?.currency ?? null },
    { header: "Saved", cell: ({ savedAt }) => at(savedAt) },
    { header: "Saved: by", cell: ({ savedBy }) => savedBy },
    { header: "Id", cell: ({ id }) => id },
  ],
});
