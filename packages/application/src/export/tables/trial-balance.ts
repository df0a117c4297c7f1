import { ok, type views } from "@evenshare/domain";
import { z } from "zod";
import { getTrialBalance } from "../../reconciliation/get-trial-balance";
import { at, defineExport, figure, onePage } from "../table-export";

const filter = z.strictObject({ asOf: z.iso.date("is no date").optional() });

interface Row {
  readonly total: views.AccountTotal;
  readonly at: Date;
}

export const trialBalanceTable = defineExport<z.infer<typeof filter>, Row>({
  name: "trial-balance",
  permission: "reconciliation.read",
  filter,
  async page(deps, scope, { asOf }) {
    const balance = await getTrialBalance(deps, scope, { asOf });
    if (!balance.ok) return balance;
    const { accounts, at } = balance.value;
    return ok(onePage(accounts.map((total) => ({ total, at }))));
  },
  columns: [
    { header: "Account", cell: ({ total }) => total.account },
    { header: "Debit", cell: ({ total }) => figure(total.debit, total.currency) },
    { header: "Credit", cell: ({ total }) => figure(total.credit, total.currency) },
    { header: "Currency", cell: ({ total }) => total.currency },
    { header: "As of", cell: (row) => at(row.at) },
  ],
});
