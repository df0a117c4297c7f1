import { ok, type views } from "@evenshare/domain";
import { z } from "zod";
import { listPartnerships } from "../../query/list-partnerships";
import { at, defineExport, exportPageSize, figure } from "../table-export";

interface Row {
  readonly partnership: views.PartnershipRow;
  /** Null while nothing was agreed in any currency. */
  readonly money: views.MoneySplit | null;
}

/** A partnership in several currencies takes a line for each. */
export const partnershipsTable = defineExport<Record<string, never>, Row>({
  name: "partnerships",
  permission: "partnership.read",
  filter: z.strictObject({}),
  async page(deps, scope, _filter, cursor) {
    const listed = await listPartnerships(deps, scope, { cursor, limit: exportPageSize });
    if (!listed.ok) return listed;
    const { items, nextCursor } = listed.value;
    const rows = items.flatMap((partnership): Row[] =>
      partnership.money.length === 0
        ? [{ partnership, money: null }]
        : partnership.money.map((money) => ({ partnership, money })),
    );
    return ok({ items: rows, nextCursor });
  },
  columns: [
    { header: "Partner", cell: ({ partnership }) => partnership.counterparty.name },
    { header: "Partner: partnership", cell: ({ partnership }) => partnership.title },
    { header: "Agreement", cell: ({ partnership }) => partnership.agreementStatus },
    {
      header: "Open milestones",
      cell: ({ partnership }) => ({ figure: String(partnership.openMilestones) }),
    },
    { header: "Next date", cell: ({ partnership }) => at(partnership.nextDate) },
    { header: "Held", cell: ({ money }) => money && figure(money.held, money.currency) },
    { header: "Currency", cell: ({ money }) => money?.currency ?? null },
    { header: "Started", cell: ({ partnership }) => at(partnership.startedAt) },
    { header: "Id", cell: ({ partnership }) => partnership.id },
  ],
});
