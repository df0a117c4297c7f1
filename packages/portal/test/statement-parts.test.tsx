import { plainPayee } from "@evenshare/domain";
import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { StatementBody } from "../src/statement/statement-body";
import { voiceOf } from "../src/statement/voice";
import { renderInPortal } from "./portal-around";
import { agreementId, events, recordOf } from "./statement-scene";

afterEach(cleanup);

type Wish = Parameters<typeof recordOf>[0];

function show(wish?: Wish, side: "brand" | "producer" = "producer") {
  const record = recordOf(wish);
  renderInPortal(
    <StatementBody record={record} voice={voiceOf(side, "Studio Ada")} agreementId={agreementId} />,
    { side },
  );
  return record;
}

/** A part of the page by its heading. */
const part = (name: string) => within(screen.getByRole("region", { name }));
const textOf = (element: Element | null) => element?.textContent?.replaceAll(/\s+/g, " ").trim() ?? "";

/** What stands beside a term of a description list. */
function beside(region: ReturnType<typeof part>, term: string): string {
  return textOf(region.getByText(term, { selector: "dt" }).nextElementSibling);
}

/** The step with that name, with what it opens to. */
function step(name: string) {
  const list = part("From receipts to payment").getAllByRole("list")[0];
  const item = within(list ?? document.body)
    .getAllByText(name, { selector: "summary > span" })
    .map((label) => label.closest("li"))
    .find((one) => one !== null);
  if (item == null) throw new Error(`there is no step ${name}`);
  return within(item);
}

describe("a statement from gross to net", () => {
  it("F65: takes off what the agreement lists by name, and says what it was told and left in", () => {
    show();
    expect(textOf(step("Gross receipts").getByText("Gross receipts").closest("summary"))).toContain(
      "£3,000.00",
    );
    const deductions = step("Deductions the agreement allows");
    // A tenth of the sale less a tenth of the return; the fee of the sale is not on the list.
    expect(beside(deductions, "Taxes, taken off")).toBe("£260.00");
    expect(beside(deductions, "Payment fees, not on the list, not taken off")).toBe("£1.00");
    const net = step("Net revenue");
    expect(beside(net, "Gross receipts")).toBe("£3,000.00");
    expect(beside(net, "Returns, refunds and chargebacks")).toBe("−£400.00");
    expect(beside(net, "Deductions the agreement allows")).toBe("−£260.00");
    expect(textOf(net.getAllByText("Net revenue")[0]?.closest("summary") ?? null)).toContain("£2,340.00");
  });

  it("F65: names every figure of the bridge in the table behind the picture, in the record's order", () => {
    const { steps } = show();
    const table = part("From receipts to payment").getByRole("table", { hidden: true });
    const rows = within(table).getAllByRole("row", { hidden: true }).slice(1);
    expect(rows).toHaveLength(steps.length);
    expect(rows.map((row) => textOf(row.querySelector("th"))).slice(0, 5)).toEqual([
      "Gross receipts",
      "Returns, refunds and chargebacks",
      "Deductions the agreement allows",
      "Net revenue",
      "Your share",
    ]);
  });
});

describe("an amount that is asked about", () => {
  it("F73: opens to its rule, its inputs and the version of the agreement, at every step", () => {
    const { steps } = show();
    const opened = part("From receipts to payment")
      .getAllByText("By the agreement", { selector: "dt" })
      .map((term) => textOf(term.nextElementSibling));
    expect(opened).toHaveLength(steps.length);
    expect(new Set(opened)).toEqual(new Set(["SH-1, version 3, from Tue 1 Dec 2026"]));
    const reserve = step("Reserve taken");
    reserve.getByText(/^The agreed part of a positive share is held back/);
    expect(beside(reserve, "Part held back")).toBe("20%");
    expect(beside(reserve, "Your share")).toBe("£533.00");
  });

  it("F73: is a line with its rates tier by tier, its base and its exact share before rounding", () => {
    show();
    const [sale, back] = part("Lines")
      .getAllByText("How this was computed")
      .map((heading) => within(heading.closest("li") ?? document.body));
    if (sale === undefined || back === undefined) throw new Error("there are not two lines");
    // £3,600.00 were reached before; £1,400.00 fit below the step at £5,000.00 and the rest is above it.
    expect(beside(sale, "Base of the agreement")).toBe("from £3,600.00 to £6,300.00");
    expect(beside(sale, "Rates")).toBe("Tier 1: 20% of £1,400.00Tier 2: 25% of £1,300.00");
    expect(beside(sale, "Exact share")).toBe("60500 × £0.01, before rounding");
    expect(beside(back, "Return of")).toMatch(/^e1, /);
    expect(beside(back, "Rates")).toBe("Tier 1: 20%, as its original");
    back.getByText(/^A return takes back what its sale had earned/);
  });
});

describe("the balances of a statement", () => {
  const proofRows = () =>
    within(part("Balance proof").getByRole("table", { name: "The payable balance" }))
      .getAllByRole("row")
      .slice(1)
      .map((row) => [...row.children].map(textOf));

  it("F75: go from opening through every movement to closing, and closing opens the next", () => {
    const payee = { ...plainPayee, minimumPayout: 90_000n };
    show({ period: "2026-12", payee });
    expect(proofRows()[0]).toEqual(["Opening balance", "£0.00"]);
    expect(proofRows().at(-1)).toEqual(["Closing balance", "£720.00"]);
    part("Balance proof").getByText("The rows add up to the closing balance.");
    cleanup();
    show({ period: "2027-01", payee });
    expect(proofRows()[0]).toEqual(["Opening balance", "£720.00"]);
  });

  it("F75: say that too little is carried over, and with which month it can come", () => {
    show({ period: "2026-12", payee: { ...plainPayee, minimumPayout: 90_000n } });
    const summary = screen.getByText("Payable", { selector: "dl > div > dt" }).parentElement;
    expect(textOf(summary)).toContain(
      "£720.00 is carried over: less than the smallest payout of £900.00. It can be paid with January 2027 at the earliest.",
    );
  });

  it("F76: show the advance, what was recouped, what remains and how far it has come", () => {
    const { advance } = show();
    const account = part("Advance");
    account.getByText(`${(advance?.progressBp ?? 0) / 100}% of the advance is recouped.`);
    expect(beside(account, "Agreed")).toBe("£1,200.00");
    expect(beside(account, "Unrecouped before")).toBe("£912.00");
    expect(beside(account, "Recouped in this period")).toBe("£282.70");
    expect(beside(account, "Unrecouped after")).toBe("£629.30");
    account.getByText("Still to recoup", { selector: "span" });
  });

  it("F77: show the floor of the period, the top-up to it and what is still guaranteed", () => {
    show();
    const floor = part("Floor");
    floor.getByText("The share is below the floor of this period: the rest is topped up.");
    expect(beside(floor, "Floor of this period")).toBe("£600.00");
    expect(beside(floor, "Your share")).toBe("£533.00");
    expect(beside(floor, "Top-up")).toBe("£67.00");
    expect(beside(floor, "Still guaranteed later")).toBe("£1,200.00");
  });

  it("F78: show the base before, in and after the period, and the way to the next step", () => {
    show({ period: "2026-12" });
    const position = part("Tier position");
    expect(beside(position, "Base before")).toBe("£0.00");
    expect(beside(position, "In this period")).toBe("+£3,600.00");
    expect(beside(position, "Base after")).toBe("£3,600.00");
    expect(beside(position, "To the next step")).toBe("£1,400.00, then 25%");
    expect(textOf(position.getByText("here").closest("tr"))).toBe("Tier 1here£5,000.0020%");
  });

  it("F79: show the reserve by the period it was taken in: released, held and due next", () => {
    const { reserve } = show();
    const table = part("Reserve ageing").getByRole("table");
    const rows = within(table).getAllByRole("row").slice(1);
    expect(rows).toHaveLength((reserve?.ageing.length ?? 0) + 1);
    const cells = (index: number) => [...(rows[index]?.children ?? [])].map(textOf);
    // A fifth of £720.00 was taken in December; half of it has come back.
    expect(cells(0)).toEqual([
      "December 2026",
      "December 2026: Released £72.00, Held £72.00",
      "£144.00",
      "£72.00",
      "£72.00",
      "£72.00",
    ]);
    expect(cells(2)).toEqual(["All held", "", "", "", "£178.60", "£125.30"]);
  });
});

describe("who sees what of a split", () => {
  it("F86: a payee its own share beside each other's total, adding up to net revenue", () => {
    show();
    const rows = within(part("All parties").getByRole("table", { name: "Shares of all parties" }))
      .getAllByRole("row")
      .slice(1)
      .map((row) => [...row.children].map(textOf));
    expect(rows.map(([name]) => name)).toEqual(["You", "Lindgren Records", "Gasthaus Group", "Net revenue"]);
    const pence = rows.map(([, amount]) => BigInt((amount ?? "").replaceAll(/[^\d]/g, "")));
    expect((pence[0] ?? 0n) + (pence[1] ?? 0n) + (pence[2] ?? 0n)).toBe(pence[3]);
  });

  it("F86: the brand the same statement, with the payee by name", () => {
    show(undefined, "brand");
    expect(screen.queryAllByText("Your share")).toEqual([]);
    expect(screen.getAllByText("Share of Studio Ada").length).toBeGreaterThan(3);
  });
});

describe("the lines of a statement", () => {
  it("F73: are turned page by page, so that a long list can be read", async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...events[0],
      id: `s${String(index).padStart(2, "0")}`,
    }));
    const sales = many.flatMap((one) => (isSale(one) ? [one] : []));
    show({ period: "2026-12", events: sales });
    const lines = part("Lines");
    lines.getByText("1 to 25 of 60 lines");
    for (const turn of ["26 to 50 of 60 lines", "51 to 60 of 60 lines"]) {
      lines.getByRole("button", { name: "Next lines" }).click();
      await lines.findByText(turn);
    }
    expect(lines.getByRole("button", { name: "Next lines" })).toHaveProperty("disabled", true);
  });
});

function isSale(one: Partial<(typeof events)[number]>): one is (typeof events)[number] {
  return one.gross !== undefined;
}
