import { getHeldFunds } from "@evenshare/application";
import { views } from "@evenshare/domain";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

export const heldFundsRouter = t.router({
  get: memberProcedure("partnership.read")
    .output(views.heldFundsView)
    .query(({ ctx }) => run(ctx, getHeldFunds, {})),
});
