import {
  getReconciliation,
  getTrialBalance,
  listReconciliation,
  requestReconciliation,
} from "@evenshare/application";
import { views } from "@evenshare/domain";
import { z } from "zod";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

export const reconciliationRouter = t.router({
  get: memberProcedure("reconciliation.read")
    .output(views.reconciliationView)
    .query(({ ctx }) => run(ctx, getReconciliation, {})),

  list: memberProcedure("reconciliation.read")
    .input(views.listReconciliationInput)
    .output(views.page(views.reconciliationRow))
    .query(({ ctx, input }) => run(ctx, listReconciliation, input)),

  request: memberProcedure("reconciliation.run")
    .input(views.requestReconciliationInput)
    .output(z.strictObject({ askedAt: z.iso.datetime() }))
    .mutation(({ ctx, input }) => run(ctx, requestReconciliation, input)),

  trialBalance: memberProcedure("reconciliation.read")
    .input(views.trialBalanceInput)
    .output(views.trialBalanceView)
    .query(({ ctx, input }) => run(ctx, getTrialBalance, input)),
});
