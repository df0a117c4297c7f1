import type { views } from "@evenshare/domain";
import { act, cleanup, render, renderHook, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { ImportState } from "../src/revenue/import-state";
import { LineTable } from "../src/revenue/line-table";
import { RevenueSums } from "../src/revenue/revenue-sums";
import { useRevenueFile } from "../src/revenue/use-revenue-file";
import { wrapperOf } from "./fake-server";

afterEach(cleanup);

const wrapper = wrapperOf({});
const line = (change: Partial<views.RevenueLineView>): views.RevenueLineView => ({
  eventId: "A-1",
  occurredAt: new Date("2026-06-01T11:00:00Z"),
  type: "sale",
  item: "Cup",
  quantity: 2n,
  gross: 1_200n,
  tax: 0n,
  fees: 0n,
  shipping: 0n,
  currency: "GBP",
  originalId: null,
  description: "",
  source: "Shop",
  ...change,
});
const imported = (change: Partial<views.RevenueImportView>): views.RevenueImportView => ({
  id: "00000000-0000-4000-8000-000000000001",
  fileName: "sales.csv",
  source: "Shop",
  status: "done",
  bytesTotal: 4_000_000,
  bytesRead: 4_000_000,
  rowsRead: 10,
  rowsNew: 6,
  rowsKnown: 2,
  rowsSkipped: 1,
  rowsFaulty: 1,
  problem: null,
  createdAt: new Date("2026-06-01T11:00:00Z"),
  createdBy: "Rita",
  finishedAt: null,
  revertedAt: null,
  revertedBy: null,
  ...change,
});

describe("the lines", () => {
  it("F61: tell a return by word and minus, and name only the parts there are", () => {
    const lines = [
      line({ tax: 200n, fees: 36n }),
      line({ eventId: "A-2", type: "return", originalId: "A-1", tax: 200n, quantity: null }),
    ];
    render(<LineTable lines={lines} timeZone="Europe/London" />, { wrapper });
    const [sale, refund] = screen.getAllByRole("row").slice(1);
    expect(sale?.textContent).toContain("Mon 1 Jun 2026, 12:00 London");
    expect(sale?.textContent).toMatch(/2£12\.00tax £2\.00fees £0\.36$/);
    expect(refund?.textContent).toContain("Return");
    expect(refund?.textContent).toMatch(/A-2of A-1−£12\.00tax −£2\.00$/);
  });

  it("F61: come to what was sold, what came back and what is left, each currency by itself", () => {
    const sums: views.RevenueSummary["sums"] = [
      { currency: "GBP", sales: 2, returns: 1, gross: 2_400n, returned: 1_000n },
      { currency: "JPY", sales: 1, returns: 0, gross: 500n, returned: 0n },
    ];
    render(<RevenueSums sums={sums} narrowed={false} />, { wrapper });
    expect(screen.getByText("£14.00")).toBeTruthy();
    expect(screen.getByText("2 sales")).toBeTruthy();
    expect(screen.getByText("1 return")).toBeTruthy();
    expect(screen.getAllByText("JP¥500")).toHaveLength(2);
  });
});

describe("an import", () => {
  it("F62: that is being read shows how far by bytes, and that nothing counts yet", () => {
    render(<ImportState imported={imported({ status: "reading", bytesRead: 1_000_000 })} />, { wrapper });
    const bar = screen.getByRole("progressbar", { name: "Reading the file" });
    expect([bar.getAttribute("aria-valuenow"), bar.getAttribute("aria-valuemax")]).toEqual(["1", "4"]);
    expect(screen.getByText("1 of 4 MB")).toBeTruthy();
    expect(screen.getByText(/None of its rows counts until all are read/)).toBeTruthy();
  });

  it.each([
    [imported({}), "Its rows count, but not all could be read"],
    [imported({ rowsFaulty: 0 }), "All rows were read and count"],
    [imported({ status: "failed", problem: "Line 3 is not UTF-8" }), "Line 3 is not UTF-8."],
    [imported({ status: "reverted", revertedBy: "Rita" }), "This import was taken back"],
  ])("F62 F63: that has ended says what counts of it (%#)", (view, words) => {
    render(<ImportState imported={view} />, { wrapper });
    expect(screen.getByText(words, { exact: false })).toBeTruthy();
    const counts = within(screen.getByLabelText("What became of the rows")).getAllByRole("definition");
    expect(counts.map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(["10", "6", "2", "1"]),
    );
  });
});

describe("a file to import", () => {
  it.each([
    [new File(["PK"], "sales.XLSX"), /spreadsheet program’s own file/],
    [new File([], "sales.csv"), /It is empty/],
  ])("F62: that cannot be one is refused before anything is sent (%#)", (file, words) => {
    const { result } = renderHook(() => useRevenueFile());
    act(() => result.current.choose([file]));
    expect(result.current.file).toMatchObject({ state: "failed", fileId: null });
    expect(result.current.file?.error).toMatch(words);
    act(() => result.current.remove());
    expect(result.current.file).toBeNull();
  });
});
