import { type MilestoneState, milestoneState, type views } from "@evenshare/domain";
import { z } from "zod";
import { listMilestones } from "../../query/list-milestones";
import { at, defineExport, type ExportColumn, exportPageSize, figure } from "../table-export";

/** `states` is a list with commas, as an address holds it. */
const filter = z.strictObject({
  partnershipId: z.uuid().optional(),
  states: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(milestoneState).max(20))
    .optional(),
});

type Row = views.MilestoneRow;
type Figure = Exclude<keyof views.MoneySplit, "currency">;

const amount = (header: string, of: Figure): ExportColumn<Row> => ({
  header,
  cell: ({ money }) => figure(money[of], money.currency),
});

interface Filter {
  readonly partnershipId?: string | undefined;
  readonly states?: MilestoneState[] | undefined;
}

export const milestonesTable = defineExport<Filter, Row>({
  name: "milestones",
  permission: "partnership.read",
  filter,
  page: (deps, scope, wanted, cursor) =>
    listMilestones(deps, scope, { ...wanted, cursor, limit: exportPageSize }),
  columns: [
    { header: "Milestone", cell: ({ title }) => title },
    { header: "Partner", cell: ({ counterparty }) => counterparty.name },
    { header: "Partner: partnership", cell: ({ partnershipTitle }) => partnershipTitle },
    { header: "State", cell: ({ state }) => state },
    { header: "Date: releases", cell: ({ reviewEndsAt }) => at(reviewEndsAt) },
    { header: "Date: due", cell: ({ dueOn }) => dueOn },
    { header: "Your step", cell: ({ nextAction }) => nextAction },
    amount("Money: to fund", "toFund"),
    amount("Money: held", "held"),
    amount("Money: returned", "refunded"),
    amount("Money: released", "released"),
    amount("Money: on the way", "inFlight"),
    amount("Money: at the bank", "paidOut"),
    amount("Amount", "committed"),
    { header: "Currency", cell: ({ money }) => money.currency },
    { header: "Changed", cell: ({ updatedAt }) => at(updatedAt) },
    { header: "Id", cell: ({ id }) => id },
  ],
});
