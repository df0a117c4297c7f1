import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { demoPassword } from "@evenshare/dev";
import { type Browser, chromium } from "playwright-core";
import { openPortal, signIn, waitUntilShown } from "./portal/open-portal";
import { findPlaces, type Places } from "./portal/seeded-pages";
import { startWorld } from "./world/start-world";
import type { WorldFacts } from "./world/world-facts";

/** One picture of the tour in the README. */
interface Shot {
  readonly file: string;
  readonly portal: "brand" | "producer";
  readonly email: string;
  readonly path: (places: Places) => string;
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
}

const folder = join(import.meta.dirname, "../../../docs/screenshots");
const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

const shots: readonly Shot[] = [
  { file: "brand-home", portal: "brand", email: "maggie@gasthaus.example", path: () => "/", ...desk },
  {
    file: "brand-milestone",
    portal: "brand",
    email: "maggie@gasthaus.example",
    path: ({ milestone }) => `/milestones/${milestone("Episode 4, rough cut")}`,
    ...desk,
  },
  {
    file: "brand-held-funds",
    portal: "brand",
    email: "maggie@gasthaus.example",
    path: () => "/held-funds",
    ...desk,
  },
  {
    file: "brand-release-waits-dark",
    portal: "brand",
    email: "maggie@gasthaus.example",
    path: ({ milestone }) => `/milestones/${milestone("Dinner plates, first firing")}`,
    ...desk,
    dark: true,
  },
  {
    file: "producer-statement",
    portal: "producer",
    email: "anton@wiesenfarm.example",
    path: ({ statement }) => `/statements/${statement("Farm shelf at the Mill")}`,
    ...desk,
  },
  {
    file: "producer-home-phone",
    portal: "producer",
    email: "ada@studioada.example",
    path: () => "/",
    ...phone,
  },
  {
    file: "producer-submit",
    portal: "producer",
    email: "tomas@harbourfilms.example",
    path: ({ milestone }) => `/milestones/${milestone("Storyboard, six windows")}/submit`,
    ...desk,
  },
  {
    file: "producer-payouts",
    portal: "producer",
    email: "anton@wiesenfarm.example",
    path: () => "/payouts",
    ...desk,
  },
];

const world = await startWorld();
try {
  await mkdir(folder, { recursive: true });
  const browser = await chromium.connect(world.facts.browser);
  const places = await findPlaces(world.facts);
  for (const shot of shots) await take(browser, world.facts, places, shot);
  await takeNeighbours(browser, world.facts);
  await browser.close();
} finally {
  await world.stop();
}
process.exit(0);

async function take(browser: Browser, facts: WorldFacts, places: Places, shot: Shot): Promise<void> {
  const { page, context } = await openPortal(browser, facts[shot.portal], shot);
  await signIn(page, shot.email, demoPassword);
  await page.goto(shot.path(places));
  await waitUntilShown(page);
  await page.screenshot({ path: join(folder, `${shot.file}.png`) });
  await context.close();
}

/** The mailbox and the sandbox's inspector, which are no portals. */
async function takeNeighbours(browser: Browser, facts: WorldFacts): Promise<void> {
  for (const [file, url] of [
    ["mailbox", facts.inbox],
    ["stripe-sandbox", facts.sandbox],
  ] as const) {
    const { page, context } = await openPortal(browser, url, desk);
    await page.goto("/");
    await page.locator("h1").first().waitFor();
    await page.screenshot({ path: join(folder, `${file}.png`) });
    await context.close();
  }
}
