export { createReceiptRenderer } from "./create-receipt-renderer";
