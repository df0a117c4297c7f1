import { isAllowed, type Role } from "@evenshare/domain";
import { askedForRelease, setLimitBehindTheScopes } from "./approvals";
import { command } from "./milestones";

import type { ProcedureRule } from "./procedure-rule";

/** Who asks for a release in order to withdraw it: the caller, where their role could; otherwise it does not matter. */
const by = (role: Role): Role => (isAllowed("milestone.release", "brand", role) ? role : "owner");

/** Approvals, held funds, payouts, their comparison with the provider, and what is told of all of it. */
export const moneyRules: Readonly<Record<string, ProcedureRule>> = {
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
  "payouts.list": { side: "producer", input: async () => ({}), shows: true },
  "payouts.summary": { side: "producer", input: async () => ({}) },
  "releases.list": { side: "brand", input: async () => ({}), shows: true },
  "releases.summary": { side: "brand", input: async () => ({}) },
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
