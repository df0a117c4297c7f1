import { waitFor } from "@evenshare/dev";
import { z } from "zod";
import type { WorldFacts } from "./world-facts";

const dayMs = 86_400_000;
const mails = z.array(z.object({ id: z.string(), subject: z.string(), receivedAt: z.array(z.string()) }));
const snapshot = z.object({ rows: z.array(z.tuple([z.string(), z.string(), z.unknown()])) });

/** Waits for a mail to an address whose subject matches; answers all mails to it, oldest first. */
export async function waitForMail(world: WorldFacts, to: string, subject: RegExp): Promise<string[]> {
  return waitFor(`a mail to ${to}: ${subject}`, async () => {
    const subjects = await readMails(world, to);
    return subjects.some((text) => subject.test(text)) ? subjects : null;
  });
}

/** The subjects of all mails to an address, oldest first; a mail that arrived twice is there twice. */
export async function readMails(world: WorldFacts, to: string): Promise<string[]> {
  const answer = await fetch(`${world.inbox}/api/messages?to=${encodeURIComponent(to)}`);
  const found = mails.parse(await answer.json());
  return found.reverse().flatMap(({ subject, receivedAt }) => receivedAt.map(() => subject));
}

/** Gives an order to the sandbox's control plane. */
export async function controlSandbox(
  world: WorldFacts,
  method: "GET" | "POST" | "DELETE",
  path: string,
  body?: object,
): Promise<unknown> {
  const answer = await fetch(`${world.sandbox}/_sandbox/${path}`, {
    method,
    headers: { authorization: `Bearer ${world.stripeSecretKey}`, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Moves the clock of product and sandbox on; resolves when the sandbox has done and announced what was due. */
export async function passDays(world: WorldFacts, days: number): Promise<void> {
  await controlSandbox(world, "POST", "clock", { advanceMs: days * dayMs });
}

/** Every object of a kind at the sandbox, as it keeps them. */
export async function readSandbox(world: WorldFacts, table: string): Promise<unknown[]> {
  const { rows } = snapshot.parse(await controlSandbox(world, "GET", "snapshot"));
  return rows.filter(([name]) => name === table).map(([, , value]) => value);
}
