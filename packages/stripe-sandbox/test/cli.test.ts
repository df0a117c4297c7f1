import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { payByCard } from "./support/steps";
import { startWorld, type World } from "./support/world";

/** The official Stripe CLI: a client nobody here has written. Null where npm has no binary for this machine. */
const program = findProgram();

function findProgram(): string | null {
  const require = createRequire(import.meta.url);
  const wrapper = require.resolve("@stripe/cli/package.json");
  const name = `@stripe/cli-${process.platform}-${process.arch}/package.json`;
  try {
    const file = createRequire(wrapper).resolve(name);
    const binary = join(dirname(file), "bin", process.platform === "win32" ? "stripe.exe" : "stripe");
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

let world: World;
let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "stripe-cli-"));
  world = await startWorld();
  await world.listen();
  await world.listen({ connect: true });
  // An account in test mode has some money; the CLI's fixtures transfer more than they have paid in.
  await payByCard(world, 100_000, { token: "pm_card_bypassPending", currency: "usd" });
});
afterAll(async () => {
  expect(await world.control("GET", "ledger-check")).toEqual({ problems: [] });
  expect(world.refused).toEqual([]);
  await world.close();
  rmSync(home, { recursive: true, force: true });
});

/** Runs `stripe …` against the sandbox; resolves with everything it has written, when it has succeeded. */
function stripe(...args: string[]): Promise<string> {
  const child = spawn(
    program ?? "",
    [...args, "--api-base", world.sandbox.url.replace("localhost", "127.0.0.1"), "--api-key", world.key],
    // Neither the proxies nor the settings of the person who runs the tests.
    { env: { HOME: home }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    said += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(`stripe ${args.join(" ")} ended with ${code}: ${said}`));
    });
  });
}

describe.skipIf(program === null)("the Stripe CLI", () => {
  it.each([
    "payment_intent.succeeded",
    "charge.dispute.created",
    "charge.refunded",
    "transfer.created",
    "transfer.reversed",
    "account.updated",
  ])("triggers %s", async (type) => {
    const since = Math.floor(world.clock.now().getTime() / 1000);
    expect(await stripe("trigger", type)).toContain("Trigger succeeded!");
    const platform = await world.stripe.events.list({ type, created: { gte: since } });
    const accounts = (await world.stripe.accounts.list({ limit: 100 })).data;
    const connected = await Promise.all(
      accounts.map((account) => world.stripe.events.list({ type }, { stripeAccount: account.id })),
    );
    expect(platform.data.length + connected.flatMap((page) => page.data).length).toBeGreaterThan(0);
  });

  it("reads what the sandbox holds", async () => {
    const balance: { available: { currency: string; amount: number }[] } = JSON.parse(
      (await stripe("balance", "retrieve")).replace(/^[^{]*/, ""),
    );
    expect(balance.available.find((line) => line.currency === "usd")?.amount).toBeGreaterThan(0);
  });
});
