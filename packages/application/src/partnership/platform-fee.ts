import type { TenantTransaction } from "@evenshare/database";
import { z } from "zod";
import type { Settings } from "../deps";

const found = z.tuple([z.object({ fee: z.number().int().nullable() })]);

/** The platform's fee for an agreement that is proposed now, in basis points: the operator's, else the environment's. */
export async function platformFeeOn(
  tx: TenantTransaction,
  now: Date,
  { platformFeeBp }: Settings,
): Promise<number> {
  const rows = await tx.$queryRaw`select app.platform_fee_at(${now.toISOString()}::timestamptz) as fee`;
  return found.parse(rows)[0].fee ?? platformFeeBp;
}
