import { getOpenPeriod, getStatement, issueStatements, listStatements } from "@evenshare/application";
import { views } from "@evenshare/domain";
import { z } from "zod";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

export const statementsRouter = t.router({
  list: memberProcedure("statement.read")
    .input(views.listStatementsInput)
    .output(views.page(views.statementRow))
    .query(({ ctx, input }) => run(ctx, listStatements, input)),

  get: memberProcedure("statement.read")
    .input(z.strictObject({ id: views.id }))
    .output(views.statementView)
    .query(({ ctx, input }) => run(ctx, getStatement, input)),

  openPeriod: memberProcedure("statement.read")
    .input(views.openPeriodInput)
    .output(views.openPeriodView)
    .query(({ ctx, input }) => run(ctx, getOpenPeriod, input)),

  issue: memberProcedure("statement.issue", "brand")
    .input(views.issueStatementsInput)
    .output(views.issuedStatements)
    .mutation(({ ctx, input }) => run(ctx, issueStatements, input)),
});
