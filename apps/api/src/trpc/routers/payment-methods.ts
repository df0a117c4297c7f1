import {
  limitPaymentMethod,
  listPaymentMethods,
  refreshSetup,
  removePaymentMethod,
  saveMethod,
} from "@evenshare/application";
import { views } from "@evenshare/domain";
import { z } from "zod";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

const named = z.strictObject({ id: views.id });

export const paymentMethodsRouter = t.router({
  list: memberProcedure("payment_method.read", "brand")
    .output(views.paymentMethodsView)
    .query(({ ctx }) => run(ctx, listPaymentMethods, {})),

  save: memberProcedure("payment_method.manage", "brand")
    .input(views.saveMethodInput)
    .output(z.strictObject({ url: z.string() }))
    .mutation(({ ctx, input }) => run(ctx, saveMethod, input)),

  refresh: memberProcedure("payment_method.manage", "brand")
    .input(named)
    .output(z.strictObject({ saved: z.boolean() }))
    .mutation(({ ctx, input }) => run(ctx, refreshSetup, input)),

  limit: memberProcedure("payment_method.manage", "brand")
    .input(views.limitMethodInput)
    .output(named)
    .mutation(({ ctx, input }) => run(ctx, limitPaymentMethod, input)),

  remove: memberProcedure("payment_method.manage", "brand")
    .input(views.methodInput)
    .output(named)
    .mutation(({ ctx, input }) => run(ctx, removePaymentMethod, input)),
});
