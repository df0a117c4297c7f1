import type { Browser, BrowserContext, Page } from "playwright-core";

/** What a page complained about while it was open. */
export interface PageTrouble {
  /** Errors in the console, uncaught exceptions and violations of the content security policy. */
  readonly found: readonly string[];
}

export interface OpenedPortal {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly trouble: PageTrouble;
}

export interface BrowserLook {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

/** A browser of its own (cookies, storage) at a portal. */
export async function openPortal(
  browser: Browser,
  baseURL: string,
  look: BrowserLook = {},
): Promise<OpenedPortal> {
  const { width = 1280, height = 900, dark = false } = look;
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: "Europe/London",
  });
  context.setDefaultTimeout(30_000);
  return openPage(context);
}

/** One more page of the same visitor. */
export async function openPage(context: BrowserContext): Promise<OpenedPortal> {
  const page = await context.newPage();
  return { context, page, trouble: watch(page) };
}

/** Collects what a page complains about from now on. */
function watch(page: Page): PageTrouble {
  const found: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") found.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => found.push(`exception: ${error.message}`));
  return { found };
}

/** Signs in on the sign-in page and waits for the shell. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: /^Organization: / }).waitFor();
}

/** Waits until a page shows what it came to show: a heading, and no grey shapes in place of anything. */
export async function waitUntilShown(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page.waitForFunction(
    () => document.querySelector(".skeleton") === null && document.fonts.status === "loaded",
  );
}
