import type { TenantTransaction } from "@evenshare/database";
import { ok, refuse, type views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { runQuery } from "./run-query";

const input = z.strictObject({});

/** The producer's own account at the payment provider: whether it can be paid, and what the provider still asks for. */
export const getPayeeAccount: Verb<z.input<typeof input>, views.PayeeAccountView> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "partnership.read",
    input,
    read: async (tx) =>
      scope.kind === "producer"
        ? ok(await readPayeeAccount(tx, scope.organizationId))
        : refuse({ code: "account.not_found" }),
  });

export async function readPayeeAccount(
  tx: TenantTransaction,
  organizationId: string,
): Promise<views.PayeeAccountView> {
  const account = await tx.payeeAccount.findUnique({ where: { organizationId } });
  if (account === null)
    return { status: "none", payable: false, requirements: [], bank: null, country: null };
  const { payable, requirements, bank, country } = account;
  return { status: statusOf(account), payable, requirements, bank, country };
}

function statusOf(account: { payable: boolean; block: string | null }): views.PayeeAccountView["status"] {
  if (account.payable) return "active";
  const restricted = account.block === "transfers_inactive" || account.block === "account_closed";
  return restricted ? "restricted" : "onboarding";
}
