import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { demoPassword } from "@evenshare/dev";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findBarriers, overflowOf } from "../src/portal/check-page";
import { type OpenedPortal, openPage, openPortal, signIn, waitUntilShown } from "../src/portal/open-portal";
import { findPlaces, type Places, type SeededPage, seededPages } from "../src/portal/seeded-pages";

const world = inject("world");
/** Another theme changes nothing but colours, so each width is looked at whole once. */
const looks = [
  { theme: "light", width: 1440, extent: "all" },
  { theme: "dark", width: 1440, extent: "colours" },
  { theme: "dark", width: 360, extent: "all" },
  { theme: "light", width: 360, extent: "colours" },
] as const;

let browser: Browser;
let places: Places;
/** Of one context, and those of its pages that nobody looks at now. */
interface Visitor {
  readonly context: BrowserContext;
  readonly free: OpenedPortal[];
}
const visitors = new Map<string, Promise<Visitor>>();

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  places = await findPlaces(world);
});

afterAll(async () => {
  await browser.close();
});

/** One browser per visitor: signing in is not what is looked at here. */
function visitorOf({ portal, email }: SeededPage): Promise<Visitor> {
  const key = `${portal} ${email}`;
  const known = visitors.get(key);
  if (known !== undefined) return known;
  const arriving = arrive(portal, email);
  visitors.set(key, arriving);
  return arriving;
}

async function arrive(portal: SeededPage["portal"], email: string | null): Promise<Visitor> {
  const opened = await openPortal(browser, world[portal]);
  if (email !== null) await signIn(opened.page, email, demoPassword);
  return { context: opened.context, free: [opened] };
}

/** A page of the visitor's that nobody else looks at meanwhile. */
async function withPage(seeded: SeededPage, look: (opened: OpenedPortal) => Promise<void>): Promise<void> {
  const { context, free } = await visitorOf(seeded);
  const opened = free.pop() ?? (await openPage(context));
  await look(opened);
  free.push(opened);
}

async function lookAt(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const { theme, width, extent } of looks) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    // Colours change over a moment; what is looked at is how they end.
    await page.waitForFunction(() =>
      document.getAnimations().every(({ playState }) => playState !== "running"),
    );
    const overflow = await overflowOf(page);
    const found = await findBarriers(page, extent);
    if (overflow > 0) found.push(`${overflow} px wider than the window`);
    problems.push(...found.map((line) => `${theme} ${width}: ${line}`));
  }
  return problems;
}

describe.each(["brand", "producer"] as const)("in the %s portal", (portal) => {
  const pages = seededPages.filter((page) => page.portal === portal);

  // Two at a time (`maxConcurrency`): a page is waited for while another is looked at.
  test.concurrent.each(pages)(
    "$name ($email) has no barrier, no overflow, no error",
    { timeout: 120_000 },
    (seeded) =>
      withPage(seeded, async ({ page, trouble }) => {
        const before = trouble.found.length;
        await page.setViewportSize({ width: 1440, height: 900 });
        await page.goto(seeded.path(places));
        await waitUntilShown(page);
        expect(await lookAt(page)).toEqual([]);
        // The browser itself notes each answer that is not a success; some pages are about just that.
        const complaints = trouble.found.slice(before).filter((line) => !line.includes("status of 40"));
        expect(complaints).toEqual([]);
      }),
  );
});

const vitals = { lcp: 0, shift: 0 };

test.each([
  ["brand", "maggie@gasthaus.example"],
  ["producer", "anton@wiesenfarm.example"],
] as const)("P9: the home page of the %s portal does not shift; its paint is recorded", (portal, email) =>
  withPage({ name: "home", portal, email, path: () => "/" }, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.addInitScript(() => {
      const seen = { lcp: 0, shift: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.lcp = entry.startTime;
      }).observe({ type: "largest-contentful-paint", buffered: true });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if ("value" in entry && typeof entry.value === "number") seen.shift += entry.value;
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto("/");
    await waitUntilShown(page);
    const seen = await page.evaluate((zero) => Object.assign(zero, Reflect.get(window, "seen")), vitals);
    const file = join(import.meta.dirname, `../.test-results/home-${portal}.json`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(
      file,
      `${JSON.stringify({ largestContentfulPaintMs: seen.lcp, layoutShift: seen.shift })}\n`,
    );
    expect(seen.lcp).toBeGreaterThan(0);
    expect(seen.shift).toBeLessThan(0.01);
  }),
);
