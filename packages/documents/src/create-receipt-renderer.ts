import type { RenderReceipt } from "@evenshare/application";
import { receiptWords } from "./receipt-words";
import { openTypesetter } from "./typesetter";

/** Opens the fonts once. A receipt is drawn at once, from its facts alone: nothing is fetched, nothing depends on the clock. */
export function createReceiptRenderer(): RenderReceipt {
  const typeset = openTypesetter("receipt.typ");
  return (facts) => typeset(receiptWords(facts), facts.issuedAt);
}
