import type { Payment } from "../payments/hosted-payment";

type Problems = Record<string, string>;

/**
 * Reads the fields of the payment form; `payment` is null when something is missing, and `problems` says what.
 * `method` chooses between card and bank account where the session offers both.
 */
export function readCheckoutForm(
  entered: URLSearchParams,
  knownEmail: string | null,
  types: string[],
): { payment: Payment | null; problems: Problems } {
  const email = entered.get("email")?.trim() || knownEmail || "";
  const problems: Problems = {};
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) problems["email"] = "Enter an email address.";
  const payer = { email, name: entered.get("name")?.trim() || null };
  const payment =
    chosenMethod(entered, types) === "us_bank_account"
      ? readBank(entered, payer, problems)
      : readCard(entered, payer, problems);
  return { payment: Object.keys(problems).length > 0 ? null : payment, problems };
}

/**
 * The method the payer has chosen; the first one offered until he has. Who fills in only the bank account means it,
 * whatever is ticked.
 */
export function chosenMethod(entered: URLSearchParams | undefined, types: string[]): string {
  const has = (name: string) => (entered?.get(name) ?? "") !== "";
  if (types.includes("us_bank_account") && has("account_number") && !has("number")) return "us_bank_account";
  const chosen = entered?.get("method") ?? "";
  return types.includes(chosen) ? chosen : (types[0] ?? "card");
}

function readCard(
  entered: URLSearchParams,
  payer: { email: string; name: string | null },
  problems: Problems,
): Payment {
  const number = (entered.get("number") ?? "").replace(/[\s-]/g, "");
  const expiry = /^(\d{1,2})\s*\/\s*(\d{2}|\d{4})$/.exec((entered.get("exp") ?? "").trim());
  if (!/^\d{12,19}$/.test(number)) problems["number"] = "Enter the card number.";
  const month = Number(expiry?.[1] ?? 0);
  const year = Number(expiry?.[2] ?? 0);
  if (month < 1 || month > 12) problems["exp"] = "Enter month and year, such as 12/34.";
  if (!/^\d{3,4}$/.test(entered.get("cvc") ?? ""))
    problems["cvc"] = "Enter the three or four digits on the card.";
  return { type: "card", ...payer, number, expMonth: month, expYear: year < 100 ? 2000 + year : year };
}

function readBank(
  entered: URLSearchParams,
  payer: { email: string; name: string | null },
  problems: Problems,
): Payment {
  const digits = (name: string) => (entered.get(name) ?? "").replace(/[\s-]/g, "");
  const routingNumber = digits("routing_number");
  const accountNumber = digits("account_number");
  if (!/^\d{9}$/.test(routingNumber)) problems["routing_number"] = "Enter the nine digits of the bank.";
  if (!/^\d{4,17}$/.test(accountNumber)) problems["account_number"] = "Enter the account number.";
  if (payer.name === null) problems["name"] = "Enter the name of the account holder.";
  const holderType = entered.get("account_holder_type") === "individual" ? "individual" : "company";
  return { type: "us_bank_account", ...payer, routingNumber, accountNumber, holderType };
}
