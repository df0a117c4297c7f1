import type { Page } from "playwright-core";

/** Goes through menu, window, tabs and share bar with the keyboard alone; returns what did not work. */
export async function checkKeyboard(page: Page, origin: string): Promise<string[]> {
  const problems: string[] = [];
  const expectFocus = async (what: string, name: RegExp) => {
    try {
      await page.waitForFunction(
        (source) =>
          new RegExp(source).test(
            document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? "",
          ),
        name.source,
        { timeout: 3_000 },
      );
    } catch {
      const focused = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120));
      problems.push(`${what}: the focus is on ${focused}`);
    }
  };

  await page.goto(`${origin}#milestone`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Tab");
  await expectFocus("the first Tab", /^Skip to the page$/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expectFocus("after skipping", /^Partners$/);

  await page.getByRole("button", { name: /^Organization/ }).focus();
  await page.keyboard.press("ArrowDown");
  await expectFocus("opening the menu", /^Gasthaus Group/);
  await page.keyboard.press("ArrowDown");
  await expectFocus("going down in the menu", /^Harbour Roasters/);
  await page.keyboard.press("Escape");
  await expectFocus("closing the menu", /^Organization/);

  await page.getByRole("button", { name: "Release £2,000.00" }).focus();
  await page.keyboard.press("Enter");
  await expectFocus("opening the window", /^Cancel$/);
  await page.keyboard.press("Escape");
  await expectFocus("closing the window", /^Release £2,000\.00$/);

  await page.locator("summary").first().focus();
  await page.keyboard.press("Enter");
  if (!(await page.getByRole("table").first().isVisible()))
    problems.push("the share bar did not open to its table");

  await page.goto(`${origin}#parts`);
  await page.getByRole("tab", { name: "Split" }).focus();
  await page.keyboard.press("ArrowRight");
  await expectFocus("the next tab", /^Nothing$/);
  return problems;
}
