import { once } from "node:events";
import { createServer } from "node:net";
import { findFreePort } from "@evenshare/database/embedded";
import { expect, onTestFinished, test } from "vitest";
import { choosePorts } from "../../src/processes/ports";

test("takes the preferred ports when they are free, and says nothing", async () => {
  const port = await findFreePort();
  const { portOf, notes } = await choosePorts(new Map([["the mailbox", port]]));
  expect(portOf("the mailbox")).toBe(port);
  expect(notes).toEqual([]);
});

test("chooses another port when one is taken, and says so", async () => {
  const squatter = createServer().listen(0, "127.0.0.1");
  await once(squatter, "listening");
  onTestFinished(() => void squatter.close());
  const address = squatter.address();
  const taken = typeof address === "object" && address ? address.port : 0;

  const { portOf, notes } = await choosePorts(new Map([["the mailbox", taken]]));
  expect(portOf("the mailbox")).not.toBe(taken);
  expect(notes).toEqual([`Port ${taken} is taken: the mailbox is on ${portOf("the mailbox")}.`]);
});

test("gives no port twice, and keeps clear of outgoing connections", async () => {
  const names = Array.from({ length: 30 }, (_, index) => `service ${index}`);
  const { portOf } = await choosePorts(new Map(names.map((name) => [name, null])));
  const ports = names.map(portOf);
  expect(new Set(ports).size).toBe(30);
  expect(Math.max(...ports)).toBeLessThan(32_000);
});

test("two that want the same port get two", async () => {
  const port = await findFreePort();
  const { portOf } = await choosePorts(
    new Map([
      ["one", port],
      ["two", port],
    ]),
  );
  expect(portOf("one")).toBe(port);
  expect(portOf("two")).not.toBe(port);
});
