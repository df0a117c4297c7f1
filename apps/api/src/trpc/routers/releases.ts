import { listReleases, summarizeReleases } from "@evenshare/application";
import { views } from "@evenshare/domain";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

export const releasesRouter = t.router({
  list: memberProcedure("partnership.read")
    .input(views.listMoneyLogInput)
    .output(views.page(views.releaseLogRow))
    .query(({ ctx, input }) => run(ctx, listReleases, input)),

  summary: memberProcedure("partnership.read")
    .input(views.moneyLogFilter)
    .output(views.moneyLogSummary)
    .query(({ ctx, input }) => run(ctx, summarizeReleases, input)),
});
