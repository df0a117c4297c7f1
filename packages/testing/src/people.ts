import { randomUUID } from "node:crypto";
import type { Deps, Scope } from "@evenshare/application";
import type { OrganizationKind, Role } from "@evenshare/domain";

export interface OrganizationChoice {
  readonly name?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly timeZone?: string;
  /** The person's role; an owner unless said. */
  readonly role?: Role;
}

/** A brand with one person, as that person's scope. */
export function createBrand(deps: Deps, choice: OrganizationChoice = {}): Promise<Scope> {
  return createOrganization(deps, "brand", choice);
}

/** A producer with one person, as that person's scope. */
export function createProducer(deps: Deps, choice: OrganizationChoice = {}): Promise<Scope> {
  return createOrganization(deps, "producer", choice);
}

/** Another person in an organization, as that person's scope. */
export async function addMember(deps: Deps, scope: Scope, role: Role): Promise<Scope> {
  const person = await createPerson(deps);
  await join(deps, scope.organizationId, person.userId, role);
  return { ...scope, ...person, role, requestId: randomUUID() };
}

async function createOrganization(
  deps: Deps,
  kind: OrganizationKind,
  { name, country = "GB", timeZone = "Europe/London", role = "owner" }: OrganizationChoice,
): Promise<Scope> {
  const id = randomUUID();
  const createdAt = deps.clock.now();
  await deps.database.auth.prisma.organization.create({
    data: { id, kind, name: name ?? `${kind} ${id.slice(0, 8)}`, slug: id, country, timeZone, createdAt },
  });
  const person = await createPerson(deps);
  await join(deps, id, person.userId, role);
  return {
    organizationId: id,
    kind,
    role,
    ...person,
    emailVerified: true,
    authenticatedRecently: true,
    ip: "192.0.2.7",
    requestId: randomUUID(),
  };
}

async function createPerson(deps: Deps): Promise<Pick<Scope, "userId" | "userName" | "userEmail">> {
  const userId = randomUUID();
  const userName = `Person ${userId.slice(0, 8)}`;
  const userEmail = `${userId}@example.test`;
  const at = deps.clock.now();
  await deps.database.auth.prisma.user.create({
    data: { id: userId, name: userName, email: userEmail, emailVerified: true, createdAt: at, updatedAt: at },
  });
  return { userId, userName, userEmail };
}

async function join(deps: Deps, organizationId: string, userId: string, role: Role): Promise<void> {
  await deps.database.auth.prisma.member.create({
    data: { id: randomUUID(), organizationId, userId, role, createdAt: deps.clock.now() },
  });
}
