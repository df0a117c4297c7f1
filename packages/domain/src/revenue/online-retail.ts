import type { RevenueMapping } from "./mapping";

/**
 * The mapping for files as the retailer of the public "Online Retail" data set writes them (Chen, Sain and Guo, 2012):
 * one line for each product of an invoice, prices in pounds, local time in London. Returns carry a negative quantity and
 * no pointer to the sale; an invoice may hold a product twice, and no line has an id. Invoices that begin with `A` correct
 * bad debts and are no sales.
 */
export const onlineRetailMapping: RevenueMapping = {
  delimiter: ",",
  decimalMark: ".",
  date: { column: "InvoiceDate", form: "YYYY-MM-DD", timeZone: "Europe/London" },
  eventId: { columns: ["InvoiceNo", "StockCode"], numberRepeats: true },
  item: "StockCode",
  quantity: "Quantity",
  returns: { by: "negative", column: "Quantity" },
  gross: { from: "product", columns: ["Quantity", "UnitPrice"] },
  tax: null,
  fees: null,
  shipping: null,
  currency: { from: "file", code: "GBP" },
  original: null,
  description: "Description",
  skip: [{ column: "InvoiceNo", test: "begins_with", value: "A" }],
};
