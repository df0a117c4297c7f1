/** How a test card behaves when it is charged. */
export type CardOutcome =
  | { kind: "pays"; bypassPending?: true; disputed?: DisputedAs }
  | { kind: "declines"; code: string; declineCode: string; message: string; onlyWhenCharged?: true }
  | { kind: "asks"; then: CardOutcome; when: AsksWhen };

/**
 * When a card asks for 3-D Secure: on every payment; on every payment until it has been set up for off-session use;
 * or only while the customer is there, because it was set up elsewhere.
 */
export type AsksWhen = "always" | "until_set_up" | "on_session";

/** A payment that is disputed as soon as it is made. */
export interface DisputedAs {
  kind: "chargeback" | "inquiry";
  reason: string;
}

export interface TestCard {
  number: string;
  token: string | null;
  brand: string;
  country: string;
  funding: "credit" | "debit";
  outcome: CardOutcome;
  /** What becomes of a refund to it; most succeed at once. */
  refund?: RefundOutcome;
}

export type RefundOutcome = "succeeds" | "succeeds_later" | "fails_later";

const pays: CardOutcome = { kind: "pays" };
const generic = "Your card was declined.";

const declines = (code: string, declineCode: string, message: string): CardOutcome => ({
  kind: "declines",
  code,
  declineCode,
  message,
});

const asks = (then: CardOutcome, when: AsksWhen = "always"): CardOutcome => ({ kind: "asks", then, when });

const disputed = (kind: DisputedAs["kind"], reason: string): CardOutcome => ({
  kind: "pays",
  disputed: { kind, reason },
});

const card = (
  number: string,
  token: string | null,
  outcome: CardOutcome,
  brand = "visa",
  country = "US",
  funding: "credit" | "debit" = "credit",
): TestCard => ({ number, token, brand, country, funding, outcome });

/** Stripe's documented test cards, as far as the sandbox knows them; any other number is refused. */
const testCards: TestCard[] = [
  card("4242424242424242", "pm_card_visa", pays),
  card("4000056655665556", "pm_card_visa_debit", pays, "visa", "US", "debit"),
  card("5555555555554444", "pm_card_mastercard", pays, "mastercard"),
  card("378282246310005", "pm_card_amex", pays, "amex"),
  card("4000008260000000", "pm_card_gb", pays, "visa", "GB"),
  card("4000002760000016", "pm_card_de", pays, "visa", "DE"),
  card("4000002500000003", "pm_card_fr", pays, "visa", "FR"),
  card("4000000000000077", "pm_card_bypassPending", { kind: "pays", bypassPending: true }),
  { ...card("4000000000007726", "pm_card_pendingRefund", pays), refund: "succeeds_later" },
  { ...card("4000000000005126", "pm_card_refundFail", pays), refund: "fails_later" },
  card("4000000000000259", "pm_card_createDispute", disputed("chargeback", "fraudulent")),
  card(
    "4000000000002685",
    "pm_card_createDisputeProductNotReceived",
    disputed("chargeback", "product_not_received"),
  ),
  card("4000000000001976", "pm_card_createDisputeInquiry", disputed("inquiry", "fraudulent")),
  card(
    "4000000000000002",
    "pm_card_visa_chargeDeclined",
    declines("card_declined", "generic_decline", generic),
  ),
  card(
    "4000000000009995",
    "pm_card_visa_chargeDeclinedInsufficientFunds",
    declines("card_declined", "insufficient_funds", "Your card has insufficient funds."),
  ),
  card(
    "4000000000009987",
    "pm_card_visa_chargeDeclinedLostCard",
    declines("card_declined", "lost_card", generic),
  ),
  card(
    "4000000000009979",
    "pm_card_visa_chargeDeclinedStolenCard",
    declines("card_declined", "stolen_card", generic),
  ),
  card(
    "4000000000000069",
    "pm_card_chargeDeclinedExpiredCard",
    declines("expired_card", "expired_card", "Your card has expired."),
  ),
  card(
    "4000000000000127",
    "pm_card_chargeDeclinedIncorrectCvc",
    declines("incorrect_cvc", "incorrect_cvc", "Your card's security code is incorrect."),
  ),
  card(
    "4000000000000119",
    "pm_card_chargeDeclinedProcessingError",
    declines(
      "processing_error",
      "processing_error",
      "An error occurred while processing your card. Try again in a little bit.",
    ),
  ),
  // Attaches to a customer like any card, and declines when it is charged.
  card("4000000000000341", "pm_card_chargeCustomerFail", {
    kind: "declines",
    code: "card_declined",
    declineCode: "generic_decline",
    message: generic,
    onlyWhenCharged: true,
  }),
  card("4000000000003220", "pm_card_threeDSecure2Required", asks(pays)),
  card("4000002760003184", "pm_card_authenticationRequired", asks(pays)),
  card("4000002500003155", "pm_card_authenticationRequiredOnSetup", asks(pays, "until_set_up")),
  card("4000003800000446", "pm_card_authenticationRequiredSetupForOffSession", asks(pays, "on_session")),
  card(
    "4000008260003178",
    "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds",
    asks(declines("card_declined", "insufficient_funds", "Your card has insufficient funds.")),
  ),
  card(
    "4000008400001629",
    "pm_card_threeDSecureRequiredChargeDeclined",
    asks(declines("card_declined", "generic_decline", generic)),
  ),
];

/** Other names the same tokens go by. */
const aliases: Record<string, string> = {
  pm_card_chargeDeclined: "pm_card_visa_chargeDeclined",
  pm_card_chargeDeclinedInsufficientFunds: "pm_card_visa_chargeDeclinedInsufficientFunds",
  pm_card_chargeDeclinedLostCard: "pm_card_visa_chargeDeclinedLostCard",
  pm_card_chargeDeclinedStolenCard: "pm_card_visa_chargeDeclinedStolenCard",
  pm_card_threeDSecureRequired: "pm_card_threeDSecure2Required",
};

export function cardByToken(token: string): TestCard | undefined {
  const name = aliases[token] ?? token;
  return testCards.find((known) => known.token === name);
}

export function cardByNumber(number: string): TestCard | undefined {
  return testCards.find((known) => known.number === number);
}

/** Whether the last digit of a card number proves the others (Luhn). */
export function passesLuhn(number: string): boolean {
  const digits = [...number].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return /^\d{12,19}$/.test(number) && sum % 10 === 0;
}
