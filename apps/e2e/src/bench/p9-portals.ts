import { gzipSync } from "node:zlib";
import type { BenchRow } from "@evenshare/dev";
import { demoPassword, recordBenchmarks, tellRow } from "@evenshare/dev";
import { type Browser, chromium } from "playwright-core";
import { openPortal, signIn, waitUntilShown } from "../portal/open-portal";
import { startWorld } from "../world/start-world";
import type { WorldFacts } from "../world/world-facts";

const repeats = 5;
const portals = [
  { portal: "brand", email: "maggie@gasthaus.example" },
  { portal: "producer", email: "ada@studioada.example" },
] as const;

/** What one first visit of the home page cost. */
interface Visit {
  readonly scriptBytes: number;
  readonly largestPaintMs: number;
  readonly layoutShift: number;
}

const world = await startWorld();
try {
  const browser = await chromium.connect(world.facts.browser);
  const rows: BenchRow[] = [];
  for (const { portal, email } of portals) {
    const visits: Visit[] = [];
    for (let turn = 0; turn < repeats; turn += 1)
      visits.push(await visitHome(browser, world.facts, portal, email));
    rows.push(...rowsOf(portal, visits));
  }
  await browser.close();
  for (const row of rows) process.stdout.write(`${tellRow(row)}\n`);
  await recordBenchmarks(rows);
} finally {
  await world.stop();
}
process.exit(0);

/** Signs in, then opens the home page in a browser that has nothing of it yet but the session. */
async function visitHome(
  browser: Browser,
  facts: WorldFacts,
  portal: "brand" | "producer",
  email: string,
): Promise<Visit> {
  const { context, page } = await openPortal(browser, facts[portal]);
  await signIn(page, email, demoPassword);
  const fresh = await browser.newContext({
    baseURL: facts[portal],
    storageState: await context.storageState(),
    viewport: { width: 1280, height: 900 },
  });
  await context.close();
  const home = await fresh.newPage();
  const scripts: Promise<number>[] = [];
  home.on("response", (answer) => {
    if (answer.request().resourceType() === "script")
      scripts.push(answer.body().then((body) => gzipSync(body).byteLength));
  });
  await home.goto("/");
  await waitUntilShown(home);
  await home.waitForLoadState("networkidle").catch(() => undefined);
  const largestPaintMs = await home.evaluate(lastPaint);
  const layoutShift = await home.evaluate(totalShift);
  const sizes = await Promise.all(scripts);
  await fresh.close();
  return { largestPaintMs, layoutShift, scriptBytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Runs in the page: when its largest part was painted, as the browser noted it. */
function lastPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
      type: "largest-contentful-paint",
      buffered: true,
    });
  });
}

/** Runs in the page: how much of it moved without being asked, until now. No report within a moment means none. */
function totalShift(): Promise<number> {
  return new Promise((resolve) => {
    setTimeout(resolve, 500, 0);
    new PerformanceObserver((list) =>
      resolve(
        list
          .getEntries()
          .reduce(
            (sum, entry) => sum + ("value" in entry && typeof entry.value === "number" ? entry.value : 0),
            0,
          ),
      ),
    ).observe({ type: "layout-shift", buffered: true });
  });
}

function rowsOf(portal: string, visits: readonly Visit[]): BenchRow[] {
  const middle = (pick: (visit: Visit) => number) =>
    visits.map(pick).sort((a, b) => a - b)[Math.floor(visits.length / 2)] ?? 0;
  const row = (what: string, ours: string, target: string): BenchRow => ({
    id: "P9",
    what: `${portal} portal, home page with demo data: ${what}`,
    ours,
    anchor: "",
    ratio: null,
    target,
  });
  return [
    row(
      "JavaScript of the first load, gzip",
      `${(middle((v) => v.scriptBytes) / 1024).toFixed(0)} KB`,
      "≤ 150 KB",
    ),
    row("largest contentful paint", `${(middle((v) => v.largestPaintMs) / 1_000).toFixed(2)} s`, "≤ 1.0 s"),
    row("layout shift", middle((v) => v.layoutShift).toFixed(3), "0"),
  ];
}
