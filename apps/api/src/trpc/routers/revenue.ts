import {
  getImport,
  inspectFile,
  listFaults,
  listImports,
  listLines,
  listMappings,
  revertImport,
  startImport,
  summarizeLines,
} from "@evenshare/application";
import { views } from "@evenshare/domain";
import { z } from "zod";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

const named = z.strictObject({ id: views.id });

export const revenueRouter = t.router({
  mappings: memberProcedure("revenue.read", "brand")
    .output(views.revenueMappingsView)
    .query(({ ctx }) => run(ctx, listMappings, {})),

  inspect: memberProcedure("revenue.import", "brand")
    .input(views.inspectRevenueInput)
    .output(views.inspectedRevenue)
    .query(({ ctx, input }) => run(ctx, inspectFile, input)),

  startImport: memberProcedure("revenue.import", "brand")
    .input(views.startRevenueImportInput)
    .output(named)
    .mutation(({ ctx, input }) => run(ctx, startImport, input)),

  revertImport: memberProcedure("revenue.import", "brand")
    .input(views.revertRevenueImportInput)
    .output(named)
    .mutation(({ ctx, input }) => run(ctx, revertImport, input)),

  imports: memberProcedure("revenue.read", "brand")
    .input(views.pageRequest)
    .output(views.page(views.revenueImportView))
    .query(({ ctx, input }) => run(ctx, listImports, input)),

  getImport: memberProcedure("revenue.read", "brand")
    .input(named)
    .output(views.revenueImportView)
    .query(({ ctx, input }) => run(ctx, getImport, input)),

  faults: memberProcedure("revenue.read", "brand")
    .input(views.listRevenueFaultsInput)
    .output(views.page(views.revenueFaultView))
    .query(({ ctx, input }) => run(ctx, listFaults, input)),

  lines: memberProcedure("revenue.read", "brand")
    .input(views.listRevenueInput)
    .output(views.page(views.revenueLineView))
    .query(({ ctx, input }) => run(ctx, listLines, input)),

  summary: memberProcedure("revenue.read", "brand")
    .input(views.revenueFilter)
    .output(views.revenueSummary)
    .query(({ ctx, input }) => run(ctx, summarizeLines, input)),
});
