export { createReceiptRenderer } from "./create-receipt-renderer";
export { createStatementFiles } from "./create-statement-files";
