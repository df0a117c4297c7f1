import type Stripe from "stripe";
import { actingFor, type Context } from "../context";
import { emit } from "../events/emit";
import { flag, listParams, mergeMetadata, metadata, params, text } from "../http/params";
import { route } from "../http/route";
import { invalidRequest } from "../http/stripe-error";
import { listObjects, objectFromUrl, saveObject } from "../state/objects";
import { assess, withdraw } from "./assess";
import { addBankAccount, bankAccountInput, bankAccountsOf } from "./bank-accounts";
import { ownOrConnected } from "./visible-account";

function makeDefault(ctx: Context, chosen: Stripe.BankAccount): Stripe.BankAccount {
  for (const other of bankAccountsOf(ctx)) {
    if (other.currency !== chosen.currency || other.id === chosen.id) continue;
    saveObject(ctx, "bankAccounts", { ...other, default_for_currency: false });
  }
  return saveObject(ctx, "bankAccounts", { ...chosen, default_for_currency: true });
}

const url = "/v1/accounts/:account/external_accounts";

export const externalAccountRoutes = [
  route(
    "POST",
    url,
    params({
      external_account: bankAccountInput,
      default_for_currency: flag().optional(),
      metadata: metadata().optional(),
    }),
    (ctx, input, path) => {
      const account = ownOrConnected(ctx, path("account"));
      const acting = actingFor(ctx, account.id);
      const added = addBankAccount(ctx, account.id, input.external_account);
      const bank = saveObject(acting, "bankAccounts", {
        ...added,
        metadata: mergeMetadata({}, input.metadata),
      });
      const chosen = input.default_for_currency === true ? makeDefault(acting, bank) : bank;
      assess(ctx, account, account);
      return chosen;
    },
  ),
  route("GET", url, listParams({ object: text().optional() }), (ctx, input, path) => {
    const account = ownOrConnected(ctx, path("account"));
    const at = `/v1/accounts/${account.id}/external_accounts`;
    return listObjects(actingFor(ctx, account.id), "bankAccounts", at, input);
  }),
  route("GET", `${url}/:id`, params({}), (ctx, _input, path) =>
    objectFromUrl(actingFor(ctx, ownOrConnected(ctx, path("account")).id), "bankAccounts", path("id")),
  ),
  route(
    "POST",
    `${url}/:id`,
    params({
      default_for_currency: flag().optional(),
      metadata: metadata().optional(),
      account_holder_name: text().optional(),
    }),
    (ctx, input, path) => {
      const account = ownOrConnected(ctx, path("account"));
      const acting = actingFor(ctx, account.id);
      const before = objectFromUrl(acting, "bankAccounts", path("id"));
      const changed = saveObject(acting, "bankAccounts", {
        ...before,
        account_holder_name: input.account_holder_name ?? before.account_holder_name,
        metadata: mergeMetadata(before.metadata ?? {}, input.metadata),
      });
      const bank = input.default_for_currency === true ? makeDefault(acting, changed) : changed;
      emit(acting, "account.external_account.updated", bank, before);
      assess(ctx, account, account);
      return bank;
    },
  ),
  route("DELETE", `${url}/:id`, params({}), (ctx, _input, path) => {
    const account = ownOrConnected(ctx, path("account"));
    const acting = actingFor(ctx, account.id);
    const bank = objectFromUrl(acting, "bankAccounts", path("id"));
    const others = bankAccountsOf(acting).filter((other) => other.id !== bank.id);
    if (bank.default_for_currency === true && others.some((other) => other.currency === bank.currency)) {
      throw invalidRequest("You cannot delete the default external account for your default currency.");
    }
    ctx.store.delete("bankAccounts", bank.id);
    if (others.length === 0) withdraw(ctx, account.id, "external_account");
    emit(acting, "account.external_account.deleted", bank);
    assess(ctx, account, account);
    return { id: bank.id, object: "bank_account", deleted: true } satisfies Stripe.DeletedBankAccount;
  }),
];
