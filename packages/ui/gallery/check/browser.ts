import { type Browser, chromium } from "playwright-core";

/**
 * Starts the Chromium that comes from npm. It unpacks itself into the temporary folder: give the process a TMPDIR of its
 * own where several do so at once.
 */
export async function openBrowser(): Promise<Browser> {
  const { default: bundled } = await import("@sparticuz/chromium");
  return chromium.launch({
    executablePath: await bundled.executablePath(),
    headless: true,
    args: ["--no-sandbox", "--headless", "--disable-background-networking", "--font-render-hinting=none"],
  });
}
