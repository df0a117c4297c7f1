import { views } from "@evenshare/domain";
import { z } from "zod";
import { listReconciliation } from "../../reconciliation/list-reconciliation";
import { at, defineExport, exportPageSize, figure } from "../table-export";

const filter = z.strictObject({ show: z.enum(views.reconciliationFilters).default("all") });

export const reconciliationTable = defineExport<z.infer<typeof filter>, views.ReconciliationRow>({
  name: "reconciliation",
  permission: "reconciliation.read",
  filter,
  page: (deps, scope, { show }, cursor) =>
    listReconciliation(deps, scope, { show, cursor, limit: exportPageSize }),
  columns: [
    { header: "Movement", cell: ({ family }) => family },
    { header: "Movement: milestone", cell: ({ milestoneTitle }) => milestoneTitle },
    { header: "Movement: partner", cell: ({ counterpartyName }) => counterpartyName },
    { header: "Date", cell: (row) => at(row.at) },
    { header: "Evenshare", cell: ({ amount, currency }) => figure(amount, currency) },
    { header: "Currency", cell: ({ currency }) => currency },
    {
      header: "Stripe",
      cell: ({ providerAmount, providerCurrency, currency }) =>
        figure(providerAmount, providerCurrency ?? currency),
    },
    { header: "Stripe: currency", cell: ({ providerCurrency }) => providerCurrency },
    { header: "Stripe: reference", cell: ({ reference }) => reference },
    { header: "Stripe: booking", cell: ({ transactionId }) => transactionId },
    { header: "Result", cell: ({ status }) => status },
    { header: "Result: difference", cell: ({ difference }) => difference },
    { header: "Result: since", cell: ({ since }) => at(since) },
    { header: "Id", cell: ({ id }) => id },
  ],
});
