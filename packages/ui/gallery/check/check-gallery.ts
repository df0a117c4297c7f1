import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { preview } from "vite";
import { openBrowser } from "./browser";
import { checkKeyboard } from "./check-keyboard";

const gallery = fileURLToPath(new URL("..", import.meta.url));
const pictures = fileURLToPath(new URL("../dist/pictures/", import.meta.url));
const places = ["home", "milestone", "forms", "parts", "auth", "dialog", "menu", "sheet", "toast"];
const widths = [360, 768, 1440, 1920];
const themes = ["light", "dark"] as const;

/** Takes a picture of every page in both themes and three widths and counts what axe finds. */
async function checkGallery(): Promise<number> {
  mkdirSync(pictures, { recursive: true });
  const server = await preview({
    root: gallery,
    configFile: `${gallery}vite.config.ts`,
    preview: { port: 0 },
  });
  const origin = server.resolvedUrls?.local[0] ?? "";
  const browser = await openBrowser();
  let found = 0;
  try {
    for (const width of widths) {
      for (const theme of themes) {
        const context = await browser.newContext({
          viewport: { width, height: width < 500 ? 780 : 900 },
          colorScheme: theme,
          reducedMotion: "reduce",
        });
        const page = await context.newPage();
        page.on("pageerror", (error) => {
          found += 1;
          print(`${width}-${theme}: ${error.message}`);
        });
        for (const place of places) found += await checkPage(page, origin, place, `${width}-${theme}`);
        await context.close();
      }
    }
    const page = await browser.newPage({ reducedMotion: "reduce" });
    for (const problem of await checkKeyboard(page, origin)) {
      found += 1;
      print(`keyboard: ${problem}`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return found;
}

async function checkPage(page: Page, origin: string, place: string, look: string): Promise<number> {
  const producer = place === "forms" ? "?portal=producer" : "";
  await page.goto(`${origin}${producer}#${place}`);
  await page.reload();
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  await open(page, place);
  await takePicture(page, `${pictures}${place}-${look}.png`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (overflow > 0) print(`${place} ${look}: ${overflow} px wider than the window`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const { id, help, nodes } of violations) {
    print(`${place} ${look}: ${id}: ${help}`);
    for (const node of nodes.slice(0, 4))
      print(`    ${node.html.slice(0, 160)}\n    ${node.any[0]?.message ?? ""}`);
  }
  return violations.length + (overflow > 0 ? 1 : 0);
}

/** What has to be pressed before the picture, for parts that are not there until they are asked for. */
async function open(page: Page, place: string): Promise<void> {
  const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();
  if (place === "dialog") {
    await page.goto(`${new URL(page.url()).origin}/#milestone`);
    await press("Release £2,000.00");
    await page.getByRole("dialog").waitFor();
  } else if (place === "menu") {
    await press(/^Organization/);
    await page.getByRole("menuitem").first().waitFor();
  } else if (place === "toast") {
    await page.goto(`${new URL(page.url()).origin}/#milestone`);
    await press("CSV");
    await page.locator("summary").first().click();
  } else if (place === "sheet" && (page.viewportSize()?.width ?? 0) < 1024) {
    await press("More");
    await page.getByRole("dialog").waitFor();
  }
}

/** The whole page in one window, so that what is fixed to an edge stands at that edge. */
async function takePicture(page: Page, path: string): Promise<void> {
  const size = page.viewportSize();
  if (size === null) throw new Error("the page has no window");
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  await page.screenshot({ path });
  await page.setViewportSize(size);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const found = await checkGallery();
print(`${places.length * widths.length * themes.length} looks, ${found} findings`);
process.exitCode = found === 0 ? 0 : 1;
