import { getPayeeAccount, onboardPayee, openDashboard } from "@evenshare/application";
import { views } from "@evenshare/domain";
import { z } from "zod";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

/** The producer's account at the payment provider. */
export const accountRouter = t.router({
  get: memberProcedure("partnership.read", "producer")
    .output(views.payeeAccountView)
    .query(({ ctx }) => run(ctx, getPayeeAccount, {})),

  onboard: memberProcedure("account.onboard", "producer")
    .input(z.strictObject({ commandKey: views.commandKey }))
    .output(z.strictObject({ url: z.string() }))
    .mutation(({ ctx, input }) => run(ctx, onboardPayee, input)),

  openDashboard: memberProcedure("account.onboard", "producer")
    .input(z.strictObject({ commandKey: views.commandKey }))
    .output(z.strictObject({ url: z.string() }))
    .mutation(({ ctx, input }) => run(ctx, openDashboard, input)),
});
