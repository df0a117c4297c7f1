import { type ChosenPorts, choosePorts } from "../processes/ports";
import type { ManifoldService, StackOptions } from "./stack";

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

type BaseName = keyof typeof PREFERRED;

/** Ports that every process of a service needs for itself. */
export type ManifoldPort = "the API for brands" | "the API for producers" | "the worker";

/** What a stack needs a port for. */
export type PortName = BaseName | `${ManifoldPort} (process ${number})`;

const NAMES: readonly BaseName[] = [
  "the brand portal",
  "the producer portal",
  "the mailbox",
  "the Stripe sandbox",
  "the API for brands",
  "the API for producers",
  "the worker",
  "the mailbox (SMTP)",
];

/** The name under which the port of one process is found; counted from 1. */
export function portOfProcess(name: ManifoldPort, process: number): PortName {
  return process === 1 ? name : `${name} (process ${process})`;
}

/** 2, 3, … for the processes beside the first. */
export function furtherProcesses(
  { processes }: Pick<StackOptions, "processes">,
  service: ManifoldService,
): number[] {
  return Array.from({ length: Math.max(0, (processes?.[service] ?? 1) - 1) }, (_, index) => index + 2);
}

/** Chooses the ports of a stack. Only the first process of a service has a documented one. */
export function chooseStackPorts(
  options: Pick<StackOptions, "ports" | "processes">,
): Promise<ChosenPorts<PortName>> {
  const wishes = new Map<PortName, number | null>(
    NAMES.map((name) => [name, options.ports === "preferred" ? PREFERRED[name] : null]),
  );
  for (const process of furtherProcesses(options, "api")) {
    wishes.set(portOfProcess("the API for brands", process), null);
    wishes.set(portOfProcess("the API for producers", process), null);
  }
  for (const process of furtherProcesses(options, "worker"))
    wishes.set(portOfProcess("the worker", process), null);
  return choosePorts(wishes);
}
