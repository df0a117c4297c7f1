import { currencyCode, isAllowed, ok, views } from "@evenshare/domain";
import { z } from "zod";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";

const input = z.strictObject({});
const spentRows = z.array(z.object({ id: z.uuid(), spent: z.bigint() }));

/** The brand's saved cards and bank accounts, newest first, with what may be charged to each and what was. */
export const listPaymentMethods: Verb<z.input<typeof input>, views.PaymentMethodsView> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "payment_method.read",
    input,
    async read(tx) {
      const { organizationId } = scope;
      const now = deps.clock.now().toISOString();
      const { timeZone } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
      const rows = await tx.paymentMethod.findMany({
        where: { organizationId, removedAt: null },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      });
      const spent = spentRows.parse(
        await tx.$queryRaw`select id, app.method_spent(id, ${now}::timestamptz) as spent from payment_method
          where organization_id = ${organizationId}::uuid and removed_at is null`,
      );
      return ok({
        timeZone,
        canManage: isAllowed("payment_method.manage", scope.kind, scope.role),
        methods: rows.map((row) => ({
          id: row.id,
          kind: z.enum(views.paymentMethodKinds).parse(row.kind),
          label: row.label,
          last4: row.last4,
          expires:
            row.expMonth === null || row.expYear === null ? null : { month: row.expMonth, year: row.expYear },
          limit:
            row.limitAmount === null
              ? null
              : { amount: row.limitAmount, currency: currencyCode.parse(row.limitCurrency) },
          spent: spent.find(({ id }) => id === row.id)?.spent ?? 0n,
          savedAt: row.createdAt,
          savedBy: row.createdByName,
        })),
      });
    },
  });
