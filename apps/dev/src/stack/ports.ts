import { type ChosenPorts, choosePorts } from "../processes/ports";
import type { StackOptions } from "./stack";

/** The documented ports. 51xx keeps them together and away from the usual defaults of others. */
const PREFERRED = {
  "the brand portal": 5101,
  "the producer portal": 5102,
  "the mailbox": 5103,
  "the Stripe sandbox": 5104,
  "the API for brands": 5111,
  "the API for producers": 5112,
  "the worker": 5113,
  "the mailbox (SMTP)": 5125,
} as const;

/** PostgreSQL finds its own: it may still be running on one from before. */
export const PREFERRED_POSTGRES_PORT = 5132;

/** What a stack needs a port for. */
export type PortName = keyof typeof PREFERRED;

const NAMES: readonly PortName[] = [
  "the brand portal",
  "the producer portal",
  "the mailbox",
  "the Stripe sandbox",
  "the API for brands",
  "the API for producers",
  "the worker",
  "the mailbox (SMTP)",
];

/** Chooses the ports of a stack. */
export function chooseStackPorts({ ports }: Pick<StackOptions, "ports">): Promise<ChosenPorts<PortName>> {
  return choosePorts(new Map(NAMES.map((name) => [name, ports === "preferred" ? PREFERRED[name] : null])));
}
