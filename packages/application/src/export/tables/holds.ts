import { views } from "@evenshare/domain";
import { z } from "zod";
import { listHolds } from "../../hold/list-holds";
import { at, defineExport, exportPageSize, figure } from "../table-export";

const filter = z.strictObject({ milestoneId: views.id.optional() });

/** Everything that is or was held back, with the terms of its card on the screen as columns. */
export const holdsTable = defineExport<z.infer<typeof filter>, views.HoldView>({
  name: "holds",
  permission: "partnership.read",
  filter,
  page: (deps, scope, wanted, cursor) => listHolds(deps, scope, { ...wanted, cursor, limit: exportPageSize }),
  columns: [
    { header: "Hold", cell: ({ reason }) => reason },
    { header: "Hold: in words", cell: ({ words }) => words },
    { header: "State", cell: ({ end }) => (end === null ? "on_hold" : "ended") },
    { header: "Milestone", cell: ({ milestoneTitle }) => milestoneTitle },
    { header: "Milestone: partner", cell: ({ counterparty }) => counterparty.name },
    { header: "Taken back", cell: ({ amount, currency }) => figure(amount, currency) },
    { header: "of what was held", cell: ({ fromHeld, currency }) => figure(fromHeld, currency) },
    { header: "after it was released", cell: ({ owed, currency }) => figure(owed, currency) },
    { header: "Currency", cell: ({ currency }) => currency },
    { header: "Placed by", cell: ({ ownerName }) => ownerName },
    { header: "Placed", cell: ({ placedAt }) => at(placedAt) },
    { header: "Rests on", cell: ({ evidence }) => evidence.join("; ") },
    {
      header: "What happens next: told again",
      cell: ({ end, nextAt }) => (end === null ? at(nextAt) : null),
    },
    { header: "Ended", cell: ({ end }) => at(end?.at ?? null) },
    { header: "Ended: reason", cell: ({ end }) => end?.reason ?? null },
    { header: "Objection", cell: ({ appeal }) => appeal?.note ?? null },
    { header: "Objection: by", cell: ({ appeal }) => appeal?.by ?? null },
    { header: "Objection: at", cell: ({ appeal }) => at(appeal?.at ?? null) },
    { header: "Answer", cell: ({ answer }) => answer?.answer ?? null },
    { header: "Answer: reason", cell: ({ answer }) => answer?.reason ?? null },
    { header: "Answer: at", cell: ({ answer }) => at(answer?.at ?? null) },
    { header: "Id", cell: ({ id }) => id },
  ],
});
