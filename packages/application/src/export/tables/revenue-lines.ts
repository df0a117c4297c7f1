import { views } from "@evenshare/domain";
import { listLines } from "../../revenue/list-lines";
import { at, defineExport, exportPageSize, figure } from "../table-export";

/** The sales and returns that count. */
export const revenueLinesTable = defineExport<views.RevenueFilter, views.RevenueLineView>({
  name: "revenue-lines",
  permission: "revenue.read",
  filter: views.revenueFilter,
  page: (deps, scope, wanted, cursor) => listLines(deps, scope, { ...wanted, cursor, limit: exportPageSize }),
  columns: [
    { header: "When", cell: ({ occurredAt }) => at(occurredAt) },
    { header: "Item", cell: ({ item }) => item },
    { header: "Item: description", cell: ({ description }) => description },
    { header: "Source", cell: ({ source }) => source },
    { header: "Kind", cell: ({ type }) => type },
    { header: "Quantity", cell: ({ quantity }) => quantity?.toString() ?? null },
    { header: "Gross", cell: ({ gross, currency }) => figure(gross, currency) },
    { header: "Gross: tax", cell: ({ tax, currency }) => figure(tax, currency) },
    { header: "Gross: fees", cell: ({ fees, currency }) => figure(fees, currency) },
    { header: "Gross: shipping", cell: ({ shipping, currency }) => figure(shipping, currency) },
    { header: "Currency", cell: ({ currency }) => currency },
    { header: "Id", cell: ({ eventId }) => eventId },
    { header: "Id: returned sale", cell: ({ originalId }) => originalId },
  ],
});
