import type { views } from "@evenshare/domain";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { ShareStatements } from "../src/statement/share-statements";
import { type Answers, Refusal, renderInPortal } from "./portal-around";
import { agreementId, openPeriodOf, recordOf } from "./statement-scene";

afterEach(cleanup);

const share: views.ShareView = {
  id: agreementId,
  code: "SH-1",
  title: "Harvest film income",
  state: "active",
  parties: [],
  currency: "GBP",
  effectiveFrom: "2026-12-01",
  waitsFor: [],
  waitsForYou: false,
  createdAt: new Date("2026-11-01T00:00:00Z"),
  you: "brand",
  versions: [],
  actions: [],
  nextBorder: "2027-02-01",
};

const studio = { party: "studio", payee: "Studio Ada", record: recordOf({ changes: { issue: null } }) };
const label = {
  party: "label",
  payee: "Lindgren Records",
  record: recordOf({ changes: { issue: null, payee: "label" } }),
};

function show(answers: Answers, given: Partial<views.ShareView> = {}, side: "brand" | "producer" = "brand") {
  renderInPortal(<ShareStatements share={{ ...share, ...given }} />, {
    side,
    answers: { "statements.list": () => ({ items: [], nextCursor: null }), ...answers },
  });
}

const draftsTable = () => screen.findByRole("table", { name: /^What the statements would say now/ });

describe("the open period of an agreement", () => {
  it("F86: has one draft for each payee to the brand, each leading to its explanation", async () => {
    show({ "statements.openPeriod": () => openPeriodOf([studio, label]) });
    const links = within(await draftsTable()).getAllByRole("link");
    expect(links.map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
      ["Studio Ada", `/shares/${agreementId}/draft/studio`],
      ["Lindgren Records", `/shares/${agreementId}/draft/label`],
    ]);
  });

  it("F86: has a payee's own draft to the payee, and nothing to issue", async () => {
    show(
      { "statements.openPeriod": () => openPeriodOf([studio], { canIssue: false }) },
      { you: "studio" },
      "producer",
    );
    expect(
      within(await draftsTable())
        .getAllByRole("link")
        .map((link) => link.textContent),
    ).toEqual(["Your draft"]);
    expect(screen.queryByRole("button", { name: "Issue statements" })).toBeNull();
    screen.getByText(/The brand issues the statements next/);
  });

  it("F74: says that lines came late, and cannot be issued before it is over", async () => {
    show({
      "statements.openPeriod": () => openPeriodOf([studio], { ended: false, canIssue: false, lateLines: 2 }),
    });
    await screen.findByText(/^2 lines of earlier periods came after those were issued/);
    screen.getByText(/Its statements can be issued when it is over/);
    expect(screen.queryByRole("button", { name: "Issue statements" })).toBeNull();
  });

  it("F74: says when statements begin while not everybody has accepted, without asking for them", async () => {
    const refused: string[] = [];
    const openPeriod = () => {
      refused.push("asked");
      throw new Refusal("share.not_active");
    };
    show({ "statements.openPeriod": openPeriod }, { state: "proposed" });
    await screen.findByText(/The first one begins on Tue 1 Dec 2026/);
    expect(refused).toEqual([]);
    cleanup();
    show({ "statements.openPeriod": openPeriod });
    await screen.findByText("Statements have not begun");
  });
});

describe("issuing statements", () => {
  async function ask(issue: (input: unknown) => unknown, period: () => string = () => "2027-01") {
    show({
      "statements.openPeriod": () => openPeriodOf([studio, label], { period: period() }),
      "statements.issue": issue,
    });
    fireEvent.click(await screen.findByRole("button", { name: "Issue statements" }));
    return within(await screen.findByRole("dialog"));
  }

  it("F74: says what each payee is told, and sends the period that was looked at", async () => {
    const sent: unknown[] = [];
    const dialog = await ask((input) => {
      sent.push(input);
      return { period: "2027-01", numbers: ["G-2027-2", "G-2027-3"] };
    });
    dialog.getByText(/It cannot be changed or taken back/);
    const rows = within(dialog.getByRole("table")).getAllByRole("row").slice(1);
    expect(rows.map((row) => row.querySelector("th")?.textContent)).toEqual([
      "Studio Ada",
      "Lindgren Records",
    ]);
    fireEvent.click(dialog.getByRole("button", { name: "Issue 2 statements" }));
    await screen.findByText("G-2027-2, G-2027-3");
    expect(sent).toMatchObject([{ agreementId, period: "2027-01" }]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("F74: says so when another period comes next, and does not issue that one unseen", async () => {
    let open = "2027-01";
    const dialog = await ask(
      () => {
        open = "2027-02";
        throw new Refusal("statement.other_period");
      },
      () => open,
    );
    fireEvent.click(dialog.getByRole("button", { name: "Issue 2 statements" }));
    await dialog.findByText(/Statements are issued in order/);
    await screen.findByText(/Open period: February 2027/);
    expect(dialog.getByRole("button", { name: "Issue 2 statements" })).toHaveProperty("disabled", true);
    expect(dialog.queryByRole("table")).toBeNull();
  });
});
