import type { TenantTransaction } from "@evenshare/database";
import { bankFor, ok, type PayeeAccount, type PayeeBank, refuse, type views } from "@evenshare/domain";
import { z } from "zod";
import { readStoredAccount } from "../account/stored-account";
import { partnershipsOf } from "../tenancy";
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
  const row = await tx.payeeAccount.findUnique({ where: { organizationId } });
  if (row === null) return notBegun;
  const account = readStoredAccount(row);
  return {
    status: statusOf(account, row.detailsSubmitted),
    payable: account.payable,
    requirements: account.requirements.map((requirement) => ({ ...requirement })),
    dueAt: account.dueAt,
    banks: await banksByCurrency(tx, organizationId, account.banks),
    country: row.country,
    hasDashboard: row.detailsSubmitted && row.providerAccountId !== null,
  };
}

const notBegun: views.PayeeAccountView = {
  status: "none",
  payable: false,
  requirements: [],
  dueAt: null,
  banks: [],
  country: null,
  hasDashboard: false,
};

function statusOf(account: PayeeAccount, detailsSubmitted: boolean): views.PayeeAccountView["status"] {
  if (account.payable) return "active";
  if (account.block === "disconnected") return "disconnected";
  if (account.block === "account_closed") return "closed";
  if (!detailsSubmitted) return "onboarding";
  const pressing = account.requirements.some(({ urgency }) => urgency === "overdue" || urgency === "due");
  const checking = account.requirements.some(({ urgency }) => urgency === "checking");
  return checking && !pressing ? "checking" : "restricted";
}

/** The currencies in which the producer has agreements, and those of its bank accounts: where each is paid to. */
async function banksByCurrency(
  tx: TenantTransaction,
  organizationId: string,
  banks: readonly PayeeBank[],
): Promise<views.PayeeAccountView["banks"]> {
  const agreed = await tx.agreementVersion.findMany({
    where: { status: "accepted", partnership: partnershipsOf(organizationId) },
    distinct: ["currency"],
    select: { currency: true },
  });
  const currencies = new Set([...agreed, ...banks].map(({ currency }) => currency));
  return [...currencies]
    .sort()
    .map((currency) => ({ currency, label: bankFor(banks, currency)?.label ?? null }));
}
