import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { StatementDraftScreen } from "../src/statement/draft-screen";
import { StatementScreen } from "../src/statement/statement-screen";
import { StatementsScreen } from "../src/statement/statements-screen";
import { renderInPortal } from "./portal-around";
import { agreementId, openPeriodOf, recordOf, statementId, viewOf } from "./statement-scene";

afterEach(cleanup);

const textOf = (element: Element | null | undefined) =>
  element?.textContent?.replaceAll(/\s+/g, " ").trim() ?? "";

describe("the page of a statement", () => {
  const record = recordOf();
  const show = (side: "brand" | "producer") =>
    renderInPortal(<StatementScreen />, {
      side,
      at: `/statements/${statementId}`,
      path: "/statements/:id",
      answers: { "statements.get": () => viewOf(record) },
    });

  it("F74: is headed by its number and period, with when it is due and until when it can be disputed", async () => {
    show("producer");
    const heading = await screen.findByRole("heading", { level: 1 });
    expect(textOf(heading)).toBe("GASTHAUS-SH-1-2027-2 · January 2027");
    const dates = within(screen.getByRole("region", { name: "Dates and parties" }));
    for (const [term, day] of [
      ["Issued", "Mon 15 Feb 2027"],
      ["Due", "Mon 1 Mar 2027"],
      ["Can be disputed until", "Wed 17 Mar 2027"],
    ] as const)
      expect(textOf(dates.getByText(term).nextElementSibling)).toBe(day);
    expect(dates.getByRole("link", { name: "Harvest film income" }).getAttribute("href")).toBe(
      `/shares/${agreementId}`,
    );
  });

  it("F87: leads to the PDF, both CSV files and the JSON, and shows the hash of the record they are written from", async () => {
    show("brand");
    const files = within(await screen.findByRole("region", { name: "Files and proof" }));
    expect(files.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(
      ["statement.pdf", "lines.csv", "balance.csv", "statement.json"].map(
        (name) => `/api/statements/${statementId}/${name}`,
      ),
    );
    expect(textOf(files.getByText("ab".repeat(32)))).toBe("ab".repeat(32));
    files.getByText("It is the first statement of its agreement and payee.");
  });

  it("F87: shows the figures that the record has, also those that no number can hold", async () => {
    const huge = { minor: "9007199254740993001", decimal: "90071992547409930.01" };
    renderInPortal(<StatementScreen />, {
      at: `/statements/${statementId}`,
      path: "/statements/:id",
      answers: {
        "statements.get": () => ({
          ...viewOf(record),
          record: JSON.stringify({ ...record, summary: { ...record.summary, netRevenue: huge } }),
        }),
      },
    });
    expect((await screen.findAllByText("£90,071,992,547,409,930.01")).length).toBeGreaterThan(0);
  });
});

describe("the list of statements", () => {
  const [newer, older] = [
    viewOf(recordOf(), { id: "00000000-0000-4000-8000-00000000000b", number: "G-2027-2" }),
    viewOf(recordOf({ period: "2026-12" }), {
      id: "00000000-0000-4000-8000-00000000000a",
      number: "G-2027-1",
      payable: 0n,
      carriedOver: 4_321n,
    }),
  ];
  const rowOf = ({ record, sha256, ...row }: typeof newer) => row;

  it("F74: has each by its number, what became of its money, and leads to its page", async () => {
    renderInPortal(<StatementsScreen />, {
      answers: {
        "statements.list": () => ({ items: [rowOf(newer), rowOf(older)], nextCursor: null }),
      },
    });
    const rows = within(await screen.findByRole("table", { name: "Statements" }))
      .getAllByRole("row")
      .slice(1);
    expect(rows.map((row) => row.querySelector("a")?.getAttribute("href"))).toEqual([
      `/statements/${newer.id}`,
      `/statements/${older.id}`,
    ]);
    expect(textOf(rows[0])).toContain("Studio Ada");
    expect(textOf(rows[0])).toContain("due 1 Mar 2027");
    expect(textOf(rows[1])).toContain("£43.21carried over");
    expect(textOf(rows[1])).not.toContain("due ");
  });

  it("F74: goes on where its first page ends", async () => {
    renderInPortal(<StatementsScreen />, {
      side: "producer",
      answers: {
        "statements.list": (input) =>
          JSON.stringify(input ?? {}).includes("more")
            ? { items: [rowOf(older)], nextCursor: null }
            : { items: [rowOf(newer)], nextCursor: "more" },
      },
    });
    fireEvent.click(await screen.findByRole("button", { name: "Load more" }));
    await screen.findByText("G-2027-1");
    expect(screen.queryByRole("button", { name: "Load more" })).toBeNull();
  });

  it("F74: says how statements come to be while there are none", async () => {
    renderInPortal(<StatementsScreen />, {
      side: "producer",
      answers: { "statements.list": () => ({ items: [], nextCursor: null }) },
    });
    await screen.findByText("No statements yet");
  });
});

describe("a draft", () => {
  const record = recordOf({ changes: { issue: null } });
  const show = async (party: string) => {
    renderInPortal(<StatementDraftScreen />, {
      side: "producer",
      at: `/shares/${agreementId}/draft/${party}`,
      path: "/shares/:id/draft/:party",
      answers: {
        "statements.openPeriod": () =>
          openPeriodOf([{ party: "studio", payee: "Studio Ada", record }], { canIssue: false }),
      },
    });
    return screen.findByRole("heading", { level: 1 });
  };

  it("F74: is explained like a statement, has no number, and says that it can change", async () => {
    expect(textOf(await show("studio"))).toBe("Draft · January 2027");
    screen.getByText("These figures can still change");
    screen.getByRole("region", { name: "From receipts to payment" });
    expect(screen.queryByText(/GASTHAUS-SH-1/)).toBeNull();
    expect(screen.queryByRole("region", { name: "Files and proof" })).toBeNull();
  });

  it("F86: of somebody else is not there", async () => {
    expect(textOf(await show("label"))).toBe("Draft");
    screen.getByText("There is no such draft");
  });
});
