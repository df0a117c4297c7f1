import type { TenantTransaction } from "@evenshare/database";
import { type PayeeAccount, payeeBlocks, requirementUrgencies } from "@evenshare/domain";
import { z } from "zod";

const stored = z.object({
  payable: z.boolean(),
  block: z.enum(payeeBlocks).nullable(),
  requirements: z.array(
    z.object({
      field: z.string(),
      urgency: z.enum(requirementUrgencies),
      reason: z.string().nullable(),
    }),
  ),
  dueAt: z.date().nullable(),
  banks: z.array(z.object({ currency: z.string(), label: z.string(), isDefault: z.boolean() })),
});

type Row = NonNullable<Awaited<ReturnType<TenantTransaction["payeeAccount"]["findUnique"]>>>;

/** What is known of an account, from its row. */
export function readStoredAccount(row: Row): PayeeAccount {
  return stored.parse(row);
}
