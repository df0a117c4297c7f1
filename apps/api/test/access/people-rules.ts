import { randomUUID } from "node:crypto";
import type { Role } from "@evenshare/domain";
import { type Browser, password } from "../api";
import { command } from "./milestones";
import { firstCode, otherSessionOf, proofOf, signInAgain, turnOff } from "./own-account";
import type { ProcedureRule } from "./procedure-rule";
import { anotherMember, comeBack, invitedAsPartner, invitedElsewhere, newAddress, pixel } from "./team";
import { terms, type World } from "./world";

const newLook = { timeZone: "Europe/London", accent: "#1f3a8a" };

const comeHome = (caller: Browser, organizationId: string) =>
  caller.trpc.session.switchOrganization.mutate({ organizationId });

/** The address of who calls: an invitation is for one person. */
const addressOf = ({ as }: World["brand"], role: Role = "owner") => as[role].email ?? newAddress();

async function memberInvitation({ brand }: World) {
  const input = { ...command(), email: newAddress(), role: "viewer" } as const;
  const { id } = await brand.as.owner.trpc.team.invite.mutate(input);
  return { ...command(), id };
}

/** Whoever asks about their own account. */
const brandPerson = ({ brand }: World, role: Role = "owner"): Browser => brand.as[role];

/** People, their accounts, organizations, teams and invitations. */
export const peopleRules: Readonly<Record<string, ProcedureRule>> = {
  "session.me": { side: "brand", input: async () => undefined },
  "session.switchOrganization": {
    side: "brand",
    input: async ({ brand }) => ({ organizationId: brand.organizationId }),
    subject: "organizationId",
  },
  "session.beginHandover": { side: "brand", input: async () => ({}) },
  "session.reauthenticate": { side: "brand", input: async () => ({ password }) },
  "person.changeName": { side: "brand", input: async () => ({ ...command(), name: "Ada" }) },
  "person.resendVerification": { side: "brand", input: async () => command() },
  "person.changeEmail": {
    side: "brand",
    input: async () => ({ ...command(), email: `${randomUUID()}@example.com`, password }),
  },
  "person.changePassword": {
    side: "brand",
    input: async () => ({ ...command(), currentPassword: password, newPassword: password }),
    settle: (caller, organizationId) => caller.trpc.session.switchOrganization.mutate({ organizationId }),
  },
  "security.get": { side: "brand", input: async () => undefined },
  "security.endSession": {
    side: "brand",
    input: async (world, role) => ({
      ...command(),
      sessionId: await otherSessionOf(world.api, brandPerson(world, role)),
    }),
    subject: "sessionId",
  },
  "security.signOutEverywhere": {
    side: "brand",
    input: async () => undefined,
    settle: (caller) => signInAgain(caller),
  },
  "security.beginSecondFactor": { side: "brand", input: async () => ({ password }) },
  "security.confirmSecondFactor": {
    side: "brand",
    input: (world, role) => firstCode(brandPerson(world, role)),
    settle: turnOff,
  },
  "security.renewRecoveryCodes": {
    side: "brand",
    input: (world, role) => proofOf(brandPerson(world, role)),
    settle: turnOff,
  },
  "security.endSecondFactor": { side: "brand", input: (world, role) => proofOf(brandPerson(world, role)) },
  "session.acceptHandover": {
    side: "producer",
    input: async ({ brand }) => {
      const { url } = await brand.as.owner.trpc.session.beginHandover.mutate({});
      return { token: new URL(url).searchParams.get("token") };
    },
    subject: "token",
  },
  "organizations.get": { side: "brand", input: async () => undefined },
  "organizations.create": {
    side: "brand",
    input: async () => ({ ...command(), name: "New", country: "GB", timeZone: "Europe/London" }),
    settle: (caller, organizationId) => caller.trpc.session.switchOrganization.mutate({ organizationId }),
  },
  "organizations.update": {
    side: "brand",
    input: async () => ({ ...command(), ...newLook, name: "Renamed" }),
    // The name tells who sees it; it goes back to what it was.
    settle: async (caller, organizationId, { brand, nameMarker }) => {
      if (organizationId !== brand.organizationId) return;
      const name = `${nameMarker} brand`;
      await caller.trpc.organizations.update.mutate({ ...command(), ...newLook, name });
    },
  },
  "organizations.removeLogo": {
    side: "brand",
    input: async ({ brand }) => {
      const path = `/api/organizations/logo?commandKey=${randomUUID()}`;
      await brand.as.owner.fetch(path, { method: "PUT", body: pixel });
      return command();
    },
  },
  "organizations.audit": { side: "brand", input: async () => ({}), shows: true },
  "organizations.auditChoices": { side: "brand", input: async () => undefined },
  "team.list": { side: "brand", input: async () => undefined },
  "team.invite": {
    side: "brand",
    input: async () => ({ ...command(), email: newAddress(), role: "viewer" }),
  },
  "team.resendInvitation": { side: "brand", input: memberInvitation, subject: "id" },
  "team.revokeInvitation": { side: "brand", input: memberInvitation, subject: "id" },
  "team.changeRole": {
    side: "brand",
    input: async (world) => ({ ...command(), userId: await anotherMember(world), role: "approver" }),
    subject: "userId",
  },
  "team.remove": {
    side: "brand",
    input: async (world) => ({ ...command(), userId: await anotherMember(world) }),
    subject: "userId",
  },
  "team.leave": {
    side: "brand",
    input: async (world) => {
      await anotherMember(world, "owner");
      return command();
    },
    settle: comeBack,
  },
  "invitations.look": {
    side: "brand",
    input: async (world) => ({ token: await invitedElsewhere(world, "brand", newAddress()) }),
  },
  "invitations.signUp": {
    side: "brand",
    input: async (world) => ({
      token: await invitedElsewhere(world, "brand", newAddress()),
      name: "Ada",
      password: "correct horse battery",
    }),
  },
  "invitations.accept": {
    side: "brand",
    input: async (world, role) => ({
      token: await invitedElsewhere(world, "brand", addressOf(world.brand, role)),
    }),
    settle: comeHome,
  },
  "invitations.join": {
    side: "producer",
    input: async (world, role) => ({ token: await invitedAsPartner(world, addressOf(world.producer, role)) }),
  },
  "invitations.waiting": { side: "producer", input: async () => undefined },
  "invitations.joinWaiting": {
    side: "producer",
    input: waitingInvitation,
    subject: "id",
  },
  "invitations.declineWaiting": { side: "producer", input: waitingInvitation, subject: "id" },
};

/** Of the brand, to the address of whoever will answer it. */
async function waitingInvitation(
  { brand, producer, marker }: World,
  role: Role = "owner",
): Promise<{ id: string }> {
  const invite = { ...command(), email: addressOf(producer, role), title: `${marker} asked`, terms };
  return brand.as.owner.trpc.partnerships.invite.mutate(invite);
}
