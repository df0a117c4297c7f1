import type { Role, views } from "@evenshare/domain";
import { cleanup, render, screen } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { afterEach, describe, expect, it } from "vitest";
import { SessionGate } from "../src/app/session";
import { ImportScreen } from "../src/revenue/import-screen";
import { LinesTab } from "../src/revenue/lines-tab";
import { NewImportScreen } from "../src/revenue/new-import-screen";
import { RevenueScreen } from "../src/revenue/revenue-screen";
import { wrapperOf } from "./fake-server";

afterEach(cleanup);

const id = "00000000-0000-4000-8000-000000000001";
const imported: views.RevenueImportView = {
  id,
  fileName: "sales.csv",
  source: "Shop",
  status: "done",
  bytesTotal: 100,
  bytesRead: 100,
  rowsRead: 1,
  rowsNew: 1,
  rowsKnown: 0,
  rowsSkipped: 0,
  rowsFaulty: 0,
  problem: null,
  createdAt: new Date("2026-06-01T11:00:00Z"),
  createdBy: "Rita",
  finishedAt: new Date("2026-06-01T11:00:01Z"),
  revertedAt: null,
  revertedBy: null,
};

/** The revenue screens at an address, as a member with `role` has them. */
function open(address: string, role: Role) {
  const organization = { id, name: "Gasthaus Group", kind: "brand" } as const;
  const session: views.SessionView = {
    user: { id: "rita", name: "Rita", email: "rita@example.test", emailVerified: true },
    portal: "brand",
    active: { organization, role },
    organizations: [{ organization, role }],
    elsewhere: [],
    now: new Date("2026-06-01T12:00:00Z"),
  };
  const answers = {
    "session.me": () => session,
    "revenue.summary": () => ({ timeZone: "Europe/London", sources: [], sums: [] }),
    "revenue.getImport": () => imported,
  };
  render(
    <SessionGate waiting={null} outside={() => null} failed={() => null}>
      <Routes>
        <Route path="revenue" element={<RevenueScreen />}>
          <Route index element={<LinesTab />} />
        </Route>
        <Route path="revenue/imports/new" element={<NewImportScreen />} />
        <Route path="revenue/imports/:id" element={<ImportScreen />} />
      </Routes>
    </SessionGate>,
    { wrapper: wrapperOf(answers, address) },
  );
}

describe("the screens of revenue", () => {
  it.each(["owner", "finance"] as const)("F4 F62: offer the import and its way back to %s", async (role) => {
    open("/revenue", role);
    await screen.findByText("No sales yet");
    expect(screen.getAllByRole("link", { name: "Import a file" })).toHaveLength(2);
    cleanup();
    open(`/revenue/imports/${id}`, role);
    await screen.findByRole("heading", { name: "sales.csv" });
    expect(screen.getByRole("button", { name: "Take back" })).toBeTruthy();
  });

  it.each(["approver", "contributor", "viewer"] as const)("F4 F62: only show to %s", async (role) => {
    open("/revenue", role);
    await screen.findByText(/^Owners and finance of your organization import the sales/);
    expect(screen.queryByRole("link", { name: "Import a file" })).toBeNull();
    cleanup();
    open(`/revenue/imports/${id}`, role);
    await screen.findByRole("heading", { name: "sales.csv" });
    expect(screen.getByRole("link", { name: "See its lines" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Take back" })).toBeNull();
    cleanup();
    open("/revenue/imports/new", role);
    await screen.findByText("Your role does not import files");
    expect(screen.queryByText("1. The file")).toBeNull();
  });
});
