import type { Context } from "../context";
import { pageOf } from "../state/objects";
import type { ObjectTable } from "../state/tables";
import { StripeError } from "./stripe-error";

const tablesByPrefix: Record<string, ObjectTable> = {
  acct: "accounts",
  ba: "bankAccounts",
  ch: "charges",
  cs: "checkoutSessions",
  cus: "customers",
  du: "disputes",
  mandate: "mandates",
  pi: "paymentIntents",
  pm: "paymentMethods",
  po: "payouts",
  py: "charges",
  pyr: "refunds",
  re: "refunds",
  seti: "setupIntents",
  tr: "transfers",
  trr: "transferReversals",
  tu: "topups",
  txn: "balanceTransactions",
};

const deepest = 4;

/** A copy of an answer with the fields named by `expand[]` replaced by the objects they point to. */
export function expandAnswer(ctx: Context, answer: unknown, paths: string[] | undefined): unknown {
  if (paths === undefined || paths.length === 0) return answer;
  const copy: unknown = structuredClone(answer);
  for (const path of paths) {
    const steps = path.split(".");
    if (steps.length > deepest) {
      throw cannotExpand(`You cannot expand more than ${deepest} levels of a property. Property: ${path}`);
    }
    walk(ctx, copy, steps, path);
  }
  return copy;
}

function walk(ctx: Context, at: unknown, steps: string[], path: string): void {
  const [step, ...rest] = steps;
  if (step === undefined || at === null) return;
  if (Array.isArray(at)) {
    for (const item of at) walk(ctx, item, steps, path);
    return;
  }
  if (typeof at !== "object") throw cannotExpand(`This property cannot be expanded (${path}).`);
  const value: unknown = Reflect.get(at, step) ?? includable(ctx, at, step);
  const found = typeof value === "string" ? lookUp(ctx, step, value) : value;
  if (found === undefined || (typeof found !== "object" && found !== null))
    throw cannotExpand(`This property cannot be expanded (${path}).`);
  Reflect.set(at, step, found);
  walk(ctx, found, rest, path);
}

function lookUp(ctx: Context, step: string, id: string): unknown {
  const table = tablesByPrefix[id.split("_")[0] ?? ""];
  if (table === undefined || step === "id") return undefined;
  const row = ctx.store.get(table, id);
  return row === undefined ? undefined : structuredClone(row.object);
}

/** Fields that are left out unless asked for; null for one that is there but empty. */
function includable(ctx: Context, owner: object, step: string): unknown {
  const id: unknown = Reflect.get(owner, "id");
  const kind: unknown = Reflect.get(owner, "object");
  if (typeof id === "string" && kind === "charge" && step === "refunds") {
    const refunds = [...ctx.store.all("refunds")].map((row) => row.object);
    const own = refunds.filter((refund) => refund.charge === id).reverse();
    return structuredClone(pageOf(own, `/v1/charges/${id}/refunds`, {}, "refund"));
  }
  if (typeof id === "string" && kind === "checkout.session" && step === "line_items") {
    const items = ctx.store.get("sessionPlans", id)?.lineItems ?? [];
    return structuredClone(pageOf(items, `/v1/checkout/sessions/${id}/line_items`, {}, "item"));
  }
  return Reflect.has(owner, step) ? null : undefined;
}

function cannotExpand(message: string): StripeError {
  return new StripeError(400, { type: "invalid_request_error", message, param: "expand" });
}
