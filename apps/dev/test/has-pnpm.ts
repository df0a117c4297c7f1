import { execFileSync } from "node:child_process";

/** turbo starts scripts through pnpm, which is at hand whenever the tests run by `pnpm test`. */
export const hasPnpm = (() => {
  try {
    execFileSync("pnpm", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();
