import { views } from "@evenshare/domain";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";
import { verbs } from "../verbs";

export const heldFundsRouter = t.router({
  get: memberProcedure("partnership.read")
    .output(views.heldFundsView)
    .query(({ ctx }) => run(ctx, verbs.getHeldFunds, {})),
});
