import { views } from "@evenshare/domain";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";
import { verbs } from "../verbs";

export const payoutsRouter = t.router({
  list: memberProcedure("partnership.read", "producer")
    .input(views.pageRequest)
    .output(views.page(views.payoutRow))
    .query(({ ctx, input }) => run(ctx, verbs.listPayouts, input)),
});
