import { listPayouts, summarizePayouts } from "@evenshare/application";
import { views } from "@evenshare/domain";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

export const payoutsRouter = t.router({
  list: memberProcedure("partnership.read", "producer")
    .input(views.listMoneyLogInput)
    .output(views.page(views.payoutRow))
    .query(({ ctx, input }) => run(ctx, listPayouts, input)),

  summary: memberProcedure("partnership.read", "producer")
    .input(views.moneyLogFilter)
    .output(views.moneyLogSummary)
    .query(({ ctx, input }) => run(ctx, summarizePayouts, input)),
});
