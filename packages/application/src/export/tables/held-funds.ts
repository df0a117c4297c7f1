import { ok, type views } from "@evenshare/domain";
import { z } from "zod";
import { getHeldFunds } from "../../query/get-held-funds";
import { at, defineExport, type ExportColumn, figure, onePage } from "../table-export";

type Row = views.HeldFundsView["milestones"][number];
type Figure = Exclude<keyof views.MoneySplit, "currency">;

const amount = (header: string, of: Figure): ExportColumn<Row> => ({
  header,
  cell: ({ money }) => figure(money[of], money.currency),
});

export const heldFundsTable = defineExport<Record<string, never>, Row>({
  name: "held-funds",
  permission: "partnership.read",
  filter: z.strictObject({}),
  async page(deps, scope) {
    const heldFunds = await getHeldFunds(deps, scope, {});
    return heldFunds.ok ? ok(onePage(heldFunds.value.milestones)) : heldFunds;
  },
  columns: [
    { header: "Milestone", cell: ({ title }) => title },
    { header: "Milestone: partner", cell: ({ counterparty }) => counterparty.name },
    { header: "Milestone: partnership", cell: ({ partnershipTitle }) => partnershipTitle },
    { header: "State", cell: ({ state }) => state },
    { header: "Releases", cell: ({ reviewEndsAt }) => at(reviewEndsAt) },
    amount("Funded", "funded"),
    amount("Released", "released"),
    amount("of which on the way", "inFlight"),
    amount("Returned", "refunded"),
    amount("Held", "held"),
    amount("Fee beside it, not yet earned", "feeHeld"),
    amount("Agreed but not funded", "toFund"),
    amount("At the bank", "paidOut"),
    { header: "Currency", cell: ({ money }) => money.currency },
    { header: "Id", cell: ({ id }) => id },
  ],
});
