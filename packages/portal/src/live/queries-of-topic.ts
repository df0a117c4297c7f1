import type { views } from "@evenshare/domain";

/** The routers (first part of a query's path) whose answers may change with a topic. */
const routersByTopic: Record<views.LiveEvent["topic"], readonly string[]> = {
  milestone: ["milestones", "partnerships", "home", "heldFunds", "holds", "payouts", "releases"],
  partnership: ["partnerships", "milestones", "home"],
  payout: ["payouts", "releases", "milestones", "home", "heldFunds"],
  account: ["account", "home", "milestones", "partnerships"],
  held_funds: ["heldFunds", "home", "milestones", "partnerships"],
  approval: ["approvals", "milestones", "home"],
  organization: ["team", "organizations", "mailDomain", "partnerships", "session"],
  revenue: ["revenue", "statements"],
  share: ["shares", "statements", "home"],
  statement: ["statements", "shares"],
  clock: ["session", "shares", "home", "milestones", "partnerships", "payouts", "releases"],
};

/**
 * Whether an answer kept under `queryKey` may be out of date after `event`. Answers about one milestone other than the
 * event's are left alone; a topic this version does not know concerns everything.
 */
export function concerns(event: views.LiveEvent, queryKey: readonly unknown[]): boolean {
  const [path, options] = queryKey;
  if (!Array.isArray(path)) return false;
  // Whatever happens, somebody may have been told of it.
  if (path[0] === "notices") return true;
  if (!Object.hasOwn(routersByTopic, event.topic)) return true;
  if (!routersByTopic[event.topic].includes(String(path[0]))) return false;
  const aboutOneMilestone = path[0] === "milestones" && path[1] !== "list";
  return (
    !(event.topic === "milestone" && event.id !== null && aboutOneMilestone) || inputId(options) === event.id
  );
}

function inputId(options: unknown): unknown {
  if (typeof options !== "object" || options === null || !("input" in options)) return undefined;
  const { input } = options;
  return typeof input === "object" && input !== null && "id" in input ? input.id : undefined;
}
