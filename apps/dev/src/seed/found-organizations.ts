import type { OrganizationKind } from "@evenshare/domain";
import { z } from "zod";
import type { Stack } from "../stack/stack";
import { addMembers } from "./add-members";
import {
  type CastOrganization,
  demoPassword,
  type OrganizationKey,
  organizations,
  type PersonKey,
  people,
} from "./cast";
import { confirmAddress } from "./confirm-address";
import { commandKeyOf, type Journal } from "./journal";
import { enterPortal, type PortalAddress, type PortalPerson } from "./portal-person";
import { placeOf } from "./teller";

/** Where the two portals of a stack are. */
export function portalsOf({ urls }: Stack): Record<OrganizationKind, PortalAddress> {
  return {
    brand: { api: urls.brandApi, origin: urls.brand },
    producer: { api: urls.producerApi, origin: urls.producer },
  };
}

const keys = z
  .array(z.custom<OrganizationKey>((key) => typeof key === "string" && Object.hasOwn(organizations, key)))
  .parse(Object.keys(organizations));

/** Signs everybody up, has them confirm their addresses, founds their organizations, takes in their members; answers each person at each place. */
export async function foundOrganizations(
  stack: Stack,
  journal: Journal,
): Promise<ReadonlyMap<string, PortalPerson>> {
  const portals = portalsOf(stack);
  const places = new Map<string, PortalPerson>();
  const joined: Promise<void>[] = [];
  const { inbox } = stack.urls;
  const confirmed = new Map<PersonKey, Promise<void>>();
  for (const key of keys) {
    const organization: CastOrganization = organizations[key];
    const enter = async (person: PersonKey) => {
      const entered = await enterPortal(portals[organization.kind], {
        ...people[person],
        password: demoPassword,
      });
      places.set(placeOf(key, person), entered);
      if (inbox !== null && !confirmed.has(person))
        confirmed.set(person, confirmAddress(inbox, portals[organization.kind], entered));
      return entered;
    };
    const owner = await enter(organization.owner);
    const id = await found(journal, key, owner);
    const members = membersOf(key);
    for (const { person } of members) await enter(person);
    if (members.length === 0) continue;
    const roles = members.map(({ person, role }) => ({ email: people[person].email, role }));
    joined.push(journal.remember(`members of ${key}`, () => addMembers(stack, id, roles)));
  }
  await Promise.all([...joined, ...confirmed.values()]);
  return places;
}

function found(journal: Journal, key: OrganizationKey, owner: PortalPerson): Promise<string> {
  return journal.remember(`found ${key}`, async () => {
    const { name, country, timeZone } = organizations[key];
    const commandKey = commandKeyOf(`found ${key}`);
    const session = await owner.api.organizations.create.mutate({ commandKey, name, country, timeZone });
    if (session.active === null) throw new Error(`${name} was founded and is not there`);
    return session.active.organization.id;
  });
}

function membersOf(key: OrganizationKey): { person: PersonKey; role: string }[] {
  return Object.entries(organizations[key].members).flatMap(([person, role]) =>
    isPerson(person) ? [{ person, role }] : [],
  );
}

function isPerson(key: string): key is PersonKey {
  return Object.hasOwn(people, key);
}
