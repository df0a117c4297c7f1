// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { FormattingProvider } from "../format/formatting-context";
import { ShareBar, type ShareBarProps } from "./share-bar";

afterEach(cleanup);

function show(props: Partial<ShareBarProps>) {
  return render(
    <FormattingProvider locale="en-GB" timeZone="Europe/London">
      <ShareBar
        label="Episode 4"
        currency="GBP"
        segments={[
          { id: "h", label: "Held", amount: 200000n, tone: "held" },
          { id: "r", label: "Released", amount: 50000n, tone: "released" },
          { id: "f", label: "To fund", amount: 0n, tone: "open" },
        ]}
        {...props}
      />
    </FormattingProvider>,
  );
}

describe("ShareBar", () => {
  it("has a table behind it with every part, its share and the whole", () => {
    const { container } = show({});
    container.querySelector("details")?.setAttribute("open", "");
    const rows = within(screen.getByRole("table")).getAllByRole("row");
    expect(rows.map((row) => row.textContent)).toEqual([
      "PartAmountShare",
      "Released£500.0020%",
      "Held£2,000.0080%",
      "To fund£0.000%",
      "Whole£2,500.00100%",
    ]);
  });

  it("gives no room to a part of zero and all of it to the others", () => {
    const { container } = show({});
    const bar = [...container.querySelectorAll<HTMLElement>(".share-fill.min-w-1")];
    expect(bar.map((part) => [part.dataset.tone, part.style.flexGrow])).toEqual([
      ["released", "200"],
      ["held", "800"],
    ]);
  });

  it("shows an empty bar when there is nothing to divide", () => {
    const { container } = show({ segments: [{ id: "h", label: "Held", amount: 0n, tone: "held" }] });
    expect(container.querySelectorAll("summary .share-fill.grow[data-tone=open]")).toHaveLength(1);
  });

  it("says in words, within a list, what it draws", () => {
    show({ variant: "inline" });
    expect(screen.getByText("Episode 4: Released £500.00, Held £2,000.00, To fund £0.00")).toBeTruthy();
  });
});
