import type { CardInput } from "../payments/payment-methods";

export type CheckoutForm = CardInput & { email: string };

/** Reads the fields of the payment form; `form` is null when something is missing, and `problems` says what. */
export function readCheckoutForm(
  entered: URLSearchParams,
  knownEmail: string | null,
): { form: CheckoutForm | null; problems: Record<string, string> } {
  const email = entered.get("email")?.trim() || knownEmail || "";
  const number = (entered.get("number") ?? "").replace(/[\s-]/g, "");
  const expiry = /^(\d{1,2})\s*\/\s*(\d{2}|\d{4})$/.exec((entered.get("exp") ?? "").trim());
  const problems: Record<string, string> = {};
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) problems["email"] = "Enter an email address.";
  if (!/^\d{12,19}$/.test(number)) problems["number"] = "Enter the card number.";
  const month = Number(expiry?.[1] ?? 0);
  const year = Number(expiry?.[2] ?? 0);
  if (month < 1 || month > 12) problems["exp"] = "Enter month and year, such as 12/34.";
  if (!/^\d{3,4}$/.test(entered.get("cvc") ?? ""))
    problems["cvc"] = "Enter the three or four digits on the card.";
  if (Object.keys(problems).length > 0) return { form: null, problems };
  const name = entered.get("name")?.trim() || null;
  return {
    form: { email, number, expMonth: month, expYear: year < 100 ? 2000 + year : year, name },
    problems,
  };
}
