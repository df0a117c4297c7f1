import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What axe finds wrong with a page by WCAG 2.2 AA, or by its colours alone: one line per rule and place.
 * The portals have no frames, so that axe runs in the page itself and not, frame by frame, beside a second page.
 */
export async function findBarriers(page: Page, extent: "all" | "colours"): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const asked = extent === "all" ? axe.withTags(tags) : axe.withRules(["color-contrast"]);
  const { violations } = await asked.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${firstLines(failureSummary)}`),
  );
}

function firstLines(summary: string | undefined): string {
  return (summary ?? "").split("\n").slice(1, 3).join(" ").trim();
}

/** How many pixels a page is wider than its window; 0 is right. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
