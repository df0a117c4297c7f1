import type { Stack } from "../stack/stack";
import { type OrganizationKey, organizations, type PersonKey } from "./cast";
import { commandKeyOf, type Journal } from "./journal";
import type { PortalPerson } from "./portal-person";
import type { ProductTime } from "./product-time";

/** Whoever tells the story of the demo: the stack, what was told before, and everybody at their portal. */
export interface Teller {
  readonly stack: Stack;
  readonly journal: Journal;
  readonly time: ProductTime;
  /** A person at work for an organization. */
  at(organization: OrganizationKey, person?: PersonKey): PortalPerson;
}

/** Gives a command once. Contents that were chosen before are used again, so that its repetition is recognised. */
export async function command<I extends object, O>(
  { journal }: Pick<Teller, "journal">,
  name: string,
  contents: () => Promise<I> | I,
  send: (input: I & { commandKey: string }) => Promise<O>,
): Promise<O> {
  const chosen = await journal.remember(`${name}: contents`, contents);
  return journal.remember(name, () => send({ ...chosen, commandKey: commandKeyOf(name) }));
}

/** The key under which a person is found who works for an organization. */
export function placeOf(organization: OrganizationKey, person?: PersonKey): string {
  return `${organization}/${person ?? organizations[organization].owner}`;
}
