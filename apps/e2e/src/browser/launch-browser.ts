import { join } from "node:path";
import { type BrowserServer, chromium } from "playwright-core";
import { findChromium } from "./find-chromium";

/** Starts one Chromium that any number of test processes may connect to. */
export async function launchBrowser(folder: string): Promise<BrowserServer> {
  const asRoot = process.getuid?.() === 0;
  return chromium.launchServer({
    executablePath: await findChromium(join(folder, "chromium")),
    headless: true,
    args: [
      ...(asRoot ? ["--no-sandbox"] : []),
      "--disable-background-networking",
      "--disable-dev-shm-usage",
      "--disable-gpu",
      "--lang=en-GB",
    ],
  });
}
