import { expect, test } from "vitest";
import { chooseLocale } from "./formatting-context";

test.each([
  [["de-AT", "en"], "de-AT"],
  [["en-US@posix", "fr"], "fr"],
  [["en-US@posix"], "en-GB"],
  [[], "en-GB"],
])("of the reported languages %j, %s is used", (reported, chosen) => {
  expect(chooseLocale(reported)).toBe(chosen);
});
