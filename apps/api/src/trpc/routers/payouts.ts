import { listPayouts } from "@evenshare/application";
import { views } from "@evenshare/domain";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

export const payoutsRouter = t.router({
  list: memberProcedure("partnership.read", "producer")
    .input(views.pageRequest)
    .output(views.page(views.payoutRow))
    .query(({ ctx, input }) => run(ctx, listPayouts, input)),
});
