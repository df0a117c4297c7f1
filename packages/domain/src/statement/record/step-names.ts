import type { StepCode } from "./record";

/** What the steps from receipts to payment are called, on paper and on screen, to the payee. */
export const stepNames: Readonly<Record<StepCode, string>> = {
  gross: "Gross receipts",
  returns: "Returns, refunds and chargebacks",
  deductions: "Deductions the agreement allows",
  net: "Net revenue",
  share: "Your share",
  "top-up": "Top-up to the floor",
  "reserve-taken": "Reserve taken",
  "reserve-released": "Reserve released",
  recouped: "Recouped from the advance",
  adjustments: "Adjustments",
  due: "Due before offset, fee and tax",
  "negative-offset": "Offset of an earlier negative balance",
  "platform-fee": "Platform fee",
  withholding: "Withholding tax",
  "net-due": "Net due",
  payable: "Payable",
  "carried-over": "Carried over",
};
