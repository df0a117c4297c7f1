import { z } from "zod";
import type { WorldFacts } from "./world-facts";

const list = z.array(z.object({ id: z.string(), subject: z.string() }));
const mail = z.object({
  text: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type ReceivedMail = z.infer<typeof mail>;

/** The newest mail to an address whose subject matches, with its headers. @throws Error when there is none. */
export async function readMail(world: WorldFacts, to: string, subject: RegExp): Promise<ReceivedMail> {
  const id = await findMail(world, to, subject);
  return mail.parse(await (await fetch(`${world.inbox}/api/messages/${id}`)).json());
}

/** The newest mail to an address whose subject matches, byte for byte as it came. @throws Error when there is none. */
export async function readRawMail(world: WorldFacts, to: string, subject: RegExp): Promise<string> {
  const raw = await fetch(`${world.inbox}/messages/${await findMail(world, to, subject)}/raw`);
  return Buffer.from(await raw.arrayBuffer()).toString("latin1");
}

async function findMail(world: WorldFacts, to: string, subject: RegExp): Promise<string> {
  const answer = await fetch(`${world.inbox}/api/messages?to=${encodeURIComponent(to)}`);
  const found = list.parse(await answer.json()).find((one) => subject.test(one.subject));
  if (found === undefined) throw new Error(`There is no mail to ${to}: ${subject}`);
  return found.id;
}

/** The value of a header, whatever its spelling. */
export function headerOf({ headers }: ReceivedMail, name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;
}
