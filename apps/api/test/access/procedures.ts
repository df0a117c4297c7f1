import { randomUUID } from "node:crypto";
import { isAllowed, type OrganizationKind, type Role } from "@evenshare/domain";
import { type Browser, password } from "../api";
import { askedForRelease, setLimitBehindTheScopes } from "./approvals";
import {
  agreed,
  amount,
  command,
  criteriaOf,
  draft,
  drafted,
  funded,
  inProgress,
  proposed,
  submission,
  submitted,
  takenBack,
  uploaded,
} from "./milestones";
import { firstCode, otherSessionOf, proofOf, signInAgain, turnOff } from "./own-account";
import { openedSetup, savedMethod } from "./payment-methods";
import { anotherMember, comeBack, invitedAsPartner, invitedElsewhere, newAddress, pixel } from "./team";
import { terms, type World } from "./world";

/** An input that is right but for an id inside it that belongs to someone else, or to nobody. */
export interface NestedProbe {
  readonly what: string;
  readonly input: unknown;
}

/** How the access matrix exercises a procedure. What is expected follows from the procedure's declared access. */
export interface ProcedureRule {
  /** The side whose members call it rightfully. */
  readonly side: OrganizationKind;
  /** A fresh input that its rightful caller, an owner unless another role is named, may send now. */
  readonly input: (world: World, role?: Role) => Promise<Record<string, unknown> | undefined>;
  /** The member of the input that names whose thing it is about; without one, the answer is about the caller alone. */
  readonly subject?: "id" | "partnershipId" | "organizationId" | "userId" | "token" | "sessionId";
  /** Whether the rightful answer shows something of the partnership, so that its absence elsewhere means something. */
  readonly shows?: boolean;
  readonly nested?: (world: World) => Promise<readonly NestedProbe[]>;
  /** Undoes what the call did to the caller's own session or place. */
  readonly settle?: (caller: Browser, organizationId: string, world: World) => Promise<unknown>;
}

const about = (prepare: (world: World) => Promise<string>) => async (world: World) => ({
  ...command(),
  id: await prepare(world),
});

/** Who asks for a release in order to withdraw it: the caller, where their role could; otherwise it does not matter. */
const by = (role: Role): Role => (isAllowed("milestone.release", "brand", role) ? role : "owner");
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

async function partnerInvitation({ brand, marker }: World) {
  const input = { ...command(), email: newAddress(), title: `${marker} invited`, terms };
  const { id } = await brand.as.owner.trpc.partnerships.invite.mutate(input);
  return { ...command(), id };
}

/** Whoever asks about their own account. */
const brandPerson = ({ brand }: World, role: Role = "owner"): Browser => brand.as[role];

/** Every procedure. One that is missing here, or has left the router, fails the matrix. */
export const procedureRules: Readonly<Record<string, ProcedureRule>> = {
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
  "home.brand": { side: "brand", input: async () => undefined, shows: true },
  "home.producer": { side: "producer", input: async () => undefined, shows: true },
  "partnerships.list": { side: "brand", input: async () => ({}), shows: true },
  "partnerships.get": {
    side: "producer",
    input: async ({ partnershipId: id }) => ({ id }),
    subject: "id",
    shows: true,
  },
  "partnerships.start": {
    side: "brand",
    input: async ({ producer, marker }) => ({
      ...command(),
      producerEmail: producer.email,
      title: `${marker} again`,
      terms,
    }),
  },
  "partnerships.invite": {
    side: "brand",
    input: async () => ({ ...command(), email: newAddress(), title: "Side by side", terms }),
  },
  "partnerships.invitations": {
    side: "brand",
    input: async (world) => {
      await partnerInvitation(world);
      return undefined;
    },
    shows: true,
  },
  "partnerships.resendInvitation": { side: "brand", input: partnerInvitation, subject: "id" },
  "partnerships.revokeInvitation": { side: "brand", input: partnerInvitation, subject: "id" },
  "partnerships.acceptAgreement": {
    side: "producer",
    input: async ({ brand, producer, marker }) => {
      const start = { ...command(), producerEmail: producer.email, title: `${marker} again`, terms };
      const { id: partnershipId } = await brand.as.owner.trpc.partnerships.start.mutate(start);
      return { ...command(), partnershipId, version: 1 };
    },
    subject: "partnershipId",
  },
  "partnerships.audit": {
    side: "brand",
    input: async ({ partnershipId }) => ({ partnershipId }),
    subject: "partnershipId",
    shows: true,
  },
  "milestones.list": {
    side: "producer",
    input: async ({ partnershipId }) => ({ partnershipId }),
    shows: true,
  },
  "milestones.get": {
    side: "brand",
    input: async (world) => ({ id: await drafted(world) }),
    subject: "id",
    shows: true,
  },
  "milestones.draft": { side: "brand", input: async (world) => draft(world), subject: "partnershipId" },
  "milestones.edit": {
    side: "brand",
    input: async (world) => {
      const id = await drafted(world);
      const { partnershipId: _, ...content } = draft(world);
      return { ...content, id, version: 1 };
    },
    subject: "id",
  },
  "milestones.propose": { side: "brand", input: about(drafted), subject: "id" },
  "milestones.withdraw": { side: "brand", input: about(proposed), subject: "id" },
  "milestones.decline": {
    side: "producer",
    input: async (world) => ({ ...command(), id: await proposed(world), reason: "Too early" }),
    subject: "id",
  },
  "milestones.agree": {
    side: "producer",
    input: async (world) => {
      const id = await proposed(world);
      const { version } = await world.producer.as.owner.trpc.milestones.get.query({ id });
      return { ...command(), id, version };
    },
    subject: "id",
  },
  "milestones.quoteFunding": {
    side: "brand",
    input: async (world) => ({ id: await agreed(world), amount, currency: "GBP" }),
    subject: "id",
  },
  "milestones.fund": {
    side: "brand",
    input: async (world) => ({ ...command(), id: await agreed(world), amount, currency: "GBP" }),
    subject: "id",
  },
  "milestones.start": { side: "producer", input: about(funded), subject: "id" },
  "milestones.submit": {
    side: "producer",
    input: async (world) => submission(world, await inProgress(world)),
    subject: "id",
    nested: async (world) => {
      const right = await submission(world, await inProgress(world));
      const foreign = await uploaded(world, world.outsiders.producer[0]?.browser);
      const [stranger] = await criteriaOf(world, await drafted(world));
      const answers = right.criteria.map((answer, index) =>
        index === 0 ? { ...answer, criterionId: stranger } : answer,
      );
      return [
        { what: "another organization's file", input: { ...right, ...command(), fileIds: [foreign] } },
        { what: "a file that nobody has", input: { ...right, ...command(), fileIds: [randomUUID()] } },
        { what: "a criterion of another milestone", input: { ...right, ...command(), criteria: answers } },
      ];
    },
  },
  "milestones.requestRevision": {
    side: "brand",
    input: async (world) => {
      const id = await submitted(world);
      const failed = (await criteriaOf(world, id)).map((criterionId) => ({
        criterionId,
        comment: "Not yet",
      }));
      return { ...command(), id, note: "Please look again", failed };
    },
    subject: "id",
    nested: async (world) => {
      const id = await submitted(world);
      const [stranger] = await criteriaOf(world, await drafted(world));
      const failed = [{ criterionId: stranger, comment: "Not yet" }];
      return [{ what: "a criterion of another milestone", input: { ...command(), id, note: "", failed } }];
    },
  },
  "milestones.quoteRelease": {
    side: "brand",
    input: async (world) => ({ id: await submitted(world), amount }),
    subject: "id",
  },
  "milestones.accept": {
    side: "brand",
    input: async (world) => ({ ...command(), id: await submitted(world), expectedHeld: amount }),
    subject: "id",
  },
  "milestones.releasePart": {
    side: "brand",
    input: async (world) => ({
      ...command(),
      id: await submitted(world),
      amount: 4_000n,
      currency: "GBP",
      expectedHeld: amount,
    }),
    subject: "id",
  },
  "milestones.repay": {
    side: "brand",
    input: about(takenBack),
    subject: "id",
  },
  "holds.list": {
    side: "producer",
    input: async (world) => ({ milestoneId: await takenBack(world) }),
    shows: true,
  },
  "holds.appeal": {
    side: "producer",
    input: async (world) => {
      const id = await takenBack(world);
      const { items } = await world.producer.as.owner.trpc.holds.list.query({ milestoneId: id });
      return { ...command(), id, holdId: items[0]?.id, note: `${world.marker} objects` };
    },
    subject: "id",
    nested: async (world) => {
      const id = await takenBack(world);
      return [
        { what: "a hold that nobody has", input: { ...command(), id, holdId: randomUUID(), note: "No" } },
      ];
    },
  },
  "approvals.list": {
    side: "brand",
    input: async (world) => {
      await askedForRelease(world, "a third person");
      return { show: "waiting" };
    },
    shows: true,
  },
  "approvals.approve": {
    side: "brand",
    input: async (world) => ({ ...command(), id: await askedForRelease(world, "a third person") }),
    subject: "id",
  },
  "approvals.decline": {
    side: "brand",
    input: async (world) => ({
      ...command(),
      id: await askedForRelease(world, "a third person"),
      reason: "Not yet",
    }),
    subject: "id",
  },
  "approvals.withdraw": {
    side: "brand",
    input: async (world, role = "owner") => ({ ...command(), id: await askedForRelease(world, by(role)) }),
    subject: "id",
  },
  "approvals.limits": { side: "brand", input: async () => undefined },
  "approvals.setLimit": {
    side: "brand",
    input: async (world) => {
      await setLimitBehindTheScopes(world, null);
      return { ...command(), currency: "GBP", amount: 10n ** 12n, seen: null };
    },
  },
  "heldFunds.get": { side: "producer", input: async () => undefined, shows: true },
  "milestones.fundFromSaved": {
    side: "brand",
    input: async (world) => ({
      ...command(),
      id: await agreed(world),
      amount: 1_000n,
      currency: "GBP",
      methodId: await savedMethod(world),
    }),
    subject: "id",
    nested: async (world) => {
      const right = { id: await agreed(world), amount: 1_000n, currency: "GBP" };
      return [
        { what: "a method that nobody has", input: { ...command(), ...right, methodId: randomUUID() } },
      ];
    },
  },
  "paymentMethods.list": { side: "brand", input: async () => undefined },
  "paymentMethods.save": { side: "brand", input: async () => command() },
  "paymentMethods.refresh": {
    side: "brand",
    input: async (world) => ({ id: await openedSetup(world) }),
    subject: "id",
  },
  "paymentMethods.limit": {
    side: "brand",
    input: async (world) => ({ ...command(), id: await savedMethod(world), limit: null }),
    subject: "id",
  },
  "paymentMethods.remove": { side: "brand", input: about(savedMethod), subject: "id" },
  "payouts.list": { side: "producer", input: async () => ({}), shows: true },
  "reconciliation.get": { side: "brand", input: async () => undefined },
  "reconciliation.list": { side: "brand", input: async () => ({}) },
  "reconciliation.request": { side: "brand", input: async () => command() },
  "reconciliation.trialBalance": { side: "producer", input: async () => ({}) },
  "account.get": { side: "producer", input: async () => undefined },
  "account.onboard": { side: "producer", input: async () => command() },
  "account.openDashboard": { side: "producer", input: async () => command() },
  "notices.list": { side: "producer", input: async () => ({}), shows: true },
  "notices.unread": { side: "producer", input: async () => undefined },
  "notices.mark": {
    side: "producer",
    input: async ({ producer }) => {
      const { items } = await producer.as.owner.trpc.notices.list.query({});
      return { read: true, which: { ids: items.slice(0, 1).map(({ id }) => id) } };
    },
  },
  "notices.preferences": { side: "producer", input: async () => undefined },
  "notices.saveChoices": {
    side: "producer",
    input: async ({ producer }) => {
      // One of the two is new to the owner, and one to whoever has never chosen.
      const { choices } = await producer.as.owner.trpc.notices.preferences.query();
      const shown = choices.find(({ group }) => group === "payout")?.inApp ?? true;
      const choose = (group: string, inApp: boolean) => ({ group, inApp, mail: true });
      return { ...command(), choices: [choose("payout", !shown), choose("money", shown)] };
    },
  },
  "notices.saveQuietHours": {
    side: "producer",
    input: async () => {
      const nights = {
        enabled: false,
        days: [1],
        fromMinute: 1_200,
        toMinute: 420,
        timeZone: "Europe/London",
      };
      return { ...command(), quietHours: nights };
    },
  },
  "palette.find": { side: "producer", input: async ({ marker }) => ({ text: marker }), shows: true },
  "live.events": { side: "brand", input: async () => undefined },
};
