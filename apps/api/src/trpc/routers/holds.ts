import { appealHold, listHolds } from "@evenshare/application";
import { views } from "@evenshare/domain";
import { z } from "zod";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

export const holdsRouter = t.router({
  list: memberProcedure("partnership.read")
    .input(views.listHoldsInput)
    .output(views.page(views.holdView))
    .query(({ ctx, input }) => run(ctx, listHolds, input)),

  appeal: memberProcedure("hold.appeal")
    .input(views.appealHoldInput)
    .output(z.strictObject({ holdId: views.id }))
    .mutation(({ ctx, input }) => run(ctx, appealHold, input)),
});
