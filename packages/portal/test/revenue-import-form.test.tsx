import { onlineRetailMapping, views } from "@evenshare/domain";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { ImportForm } from "../src/revenue/import-form";
import { type Answers, wrapperOf } from "./fake-server";

afterEach(cleanup);

const fileId = "00000000-0000-4000-8000-000000000001";
const header = ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice"];
const fields = ["536365", "85123A", "HEART HOLDER", "6", "2010-12-01 08:26", "2.55"];
const facts = {
  eventId: "536365-85123A",
  occurredAt: new Date("2010-12-01T08:26:00Z"),
  type: "sale",
  item: "85123A",
  quantity: 6n,
  gross: 1530n,
  tax: 0n,
  fees: 0n,
  shipping: 0n,
  currency: "GBP",
  originalId: null,
  description: "HEART HOLDER",
} as const;

/** A file of one row that the mapping makes a sale of, unless it reads other dates. */
function inspect(input: unknown): views.InspectedRevenue {
  const { mapping } = views.inspectRevenueInput.parse(input);
  const faults = [{ column: "InvoiceDate", what: "is no time written that way" }];
  const read = mapping?.date.form === "YYYY-MM-DD";
  const outcome = read ? ({ kind: "line", facts } as const) : ({ kind: "faulty", faults } as const);
  const rows = [{ line: 2, fields, outcome: mapping ? outcome : null }];
  return { delimiter: ",", header, problem: null, rows };
}

function open(change: Answers = {}) {
  const started: unknown[] = [];
  const known: views.RevenueMappingsView = {
    mappings: [
      { id: null, name: "Example", mapping: onlineRetailMapping },
      { id: fileId, name: "Other shop", mapping: { ...onlineRetailMapping, item: "Article" } },
    ],
    sources: ["Online shop", "Market stall"],
  };
  const answers: Answers = {
    "revenue.mappings": () => known,
    "revenue.summary": () => ({ timeZone: "Europe/London", sources: known.sources, sums: [] }),
    "revenue.inspect": inspect,
    "revenue.startImport": (input) => {
      started.push(input);
      return { id: fileId };
    },
    ...change,
  };
  render(<ImportForm fileId={fileId} />, { wrapper: wrapperOf(answers) });
  return started;
}

const pick = (label: string, option: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: option } });
const startFrom = async (index: string) => {
  await screen.findByLabelText("Start from");
  pick("Start from", index);
};
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

describe("the import of a file", () => {
  it("F62: shows each row beside what it would become, anew when the mapping changes", async () => {
    open();
    await screen.findByText("The first row as it stands in the file.");
    await startFrom("0");
    await screen.findByText("The first row: 1 would count, 0 left out, 0 faulty.");
    expect(screen.getByText("£15.30")).toBeTruthy();
    expect(screen.getByText("Wed 1 Dec 2010, 08:26 London")).toBeTruthy();
    press("Look at every field");
    pick("Dates are written", "DD/MM/YYYY");
    await screen.findByText("The first row: 0 would count, 0 left out, 1 faulty.");
    expect(screen.getByText("is no time written that way", { exact: false }).textContent).toBe(
      "InvoiceDate is no time written that way",
    );
  });

  it("F62: says beside each field what is missing, and stops saying it once it is there", async () => {
    const started = open();
    await screen.findByLabelText("Start from");
    press("Import");
    const summary = await screen.findByRole("alert");
    expect(summary.textContent).toContain("No column is chosen for the date.");
    expect(summary.textContent).toContain("The source is empty.");
    expect(screen.getByLabelText("Date").getAttribute("aria-invalid")).toBe("true");
    pick("Date", "InvoiceDate");
    expect(screen.getByLabelText("Date").getAttribute("aria-invalid")).toBeNull();
    expect(started).toEqual([]);
  });

  it("F62: marks the columns of a saved mapping that the file lacks, and imports nothing by it", async () => {
    const started = open();
    await startFrom("1");
    expect(await screen.findByText("This file has no column “Article”.")).toBeTruthy();
    fireEvent.change(screen.getByLabelText("Source"), { target: { value: "Online shop" } });
    press("Import");
    await screen.findByText("This file lacks columns that the mapping reads. They are marked below.");
    expect(started).toEqual([]);
    pick("Item", "StockCode");
    press("Import");
    await waitFor(() => expect(started).toHaveLength(1));
  });

  it("F62: sends the mapping as it was filled in, and under which name it is kept", async () => {
    const started = open();
    await startFrom("0");
    fireEvent.change(screen.getByLabelText("Source"), { target: { value: " Online shop " } });
    fireEvent.change(screen.getByLabelText(/^Save the mapping as/), { target: { value: "Our till" } });
    await screen.findByText("The first row: 1 would count, 0 left out, 0 faulty.");
    press("Import");
    await waitFor(() => expect(started).toHaveLength(1));
    expect(started[0]).toMatchObject({
      fileId,
      source: "Online shop",
      mapping: onlineRetailMapping,
      saveMappingAs: "Our till",
    });
  });

  it("F62: begins with a saved mapping that reads the file as it is", async () => {
    const saved = { id: fileId, name: "Our till", mapping: onlineRetailMapping };
    open({ "revenue.mappings": () => ({ mappings: [saved], sources: ["Online shop"] }) });
    await screen.findByText("The first row: 1 would count, 0 left out, 0 faulty.");
    expect(screen.getByLabelText("Start from")).toHaveProperty("value", "0");
    expect(screen.getByLabelText("Source")).toHaveProperty("value", "Online shop");
    expect(screen.queryByLabelText("Dates are written")).toBeNull();
  });

  it("F62: says why a file cannot be read at all, and offers nothing to fill in", async () => {
    const problem = { line: 1, what: "the header names “Price” twice" };
    open({ "revenue.inspect": () => ({ delimiter: ",", header: [], problem, rows: [] }) });
    await screen.findByText("Line 1: the header names “Price” twice");
    expect(screen.queryByLabelText("Start from")).toBeNull();
  });
});
