import type { TenantTransaction } from "@evenshare/database";

/** Shows the transaction what is one person's own: their notifications, their choices, their quiet hours. */
export async function actAsPerson(tx: TenantTransaction, userId: string): Promise<void> {
  await tx.$executeRaw`select set_config('app.person_id', ${userId}, true)`;
}
