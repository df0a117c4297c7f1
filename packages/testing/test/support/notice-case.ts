import { randomUUID } from "node:crypto";
import {
  carryOutOperation,
  countUnreadNotices,
  type Deps,
  getNoticePreferences,
  listNotices,
  type OutgoingMail,
  proposeMilestone,
  type Scope,
  type WorkerDeps,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import type { views, WorkGroup } from "@evenshare/domain";
import { beforeEach } from "vitest";
import { draftedMilestone, must, type StartedPartnership, senderParts, startedPartnership } from "../../src";
import { useTestWorld } from "./harness";

export const world = useTestWorld();
export const key = () => ({ commandKey: randomUUID() });

/** A mail server that takes everything and keeps it. */
let outbox: { readonly to: string; readonly token: string | undefined }[] = [];
export const mailer: WorkerDeps["mailer"] = {
  render: async ({ choicesToken }) => ({ subject: "", text: choicesToken ?? "", html: "" }),
  send: async ({ to, text }: OutgoingMail) => {
    outbox.push({ to: to.email, token: text === "" ? undefined : text });
    return { kind: "accepted", response: "250 taken" };
  },
};
beforeEach(async () => {
  await work();
  outbox = [];
});

/** What the worker does: the sweep of waiting mails, then every operation that is due. */
export async function work(): Promise<void> {
  const { deps } = world();
  await deps.database.wakeDueMails(deps.clock.now(), 100);
  for (const id of await deps.database.findDueOperations(200)) {
    const operation = await deps.database.claimOperation(id, 30);
    if (operation === null) continue;
    const outcome = await carryOutOperation({ ...deps, ...senderParts, mailer }, operation);
    await deps.database.finishOperation(operation, outcome, deps.clock.now());
  }
}

/** A partnership whose first mails have gone out. */
export async function settledPartnership(): Promise<StartedPartnership> {
  const partnership = await startedPartnership(world().deps);
  await work();
  outbox = [];
  return partnership;
}

/** The brand proposes a milestone a second later, which the producer is told. */
export async function propose(
  deps: Deps,
  { id, brand }: StartedPartnership,
  title = "Rough cut",
): Promise<string> {
  world().clock.advanceBy(1_000);
  const milestone = await draftedMilestone(deps, brand, id, { title });
  must(await proposeMilestone(deps, brand, { ...key(), id: milestone }));
  return milestone;
}

/** A message about money to an organization, as a change would write it. */
export async function tellMoney({ organizationId }: Scope, id: string = randomUUID()): Promise<void> {
  const message = {
    id,
    template: "milestone.funded",
    toOrganizationId: organizationId,
    toRoles: ["owner", "finance"],
    data: { milestoneId: randomUUID(), amount: "1", currency: "GBP" },
  };
  await withAdmin(world().databaseUrl, (client) =>
    client.query("select app.queue_mail($1, $2)", [message, world().clock.now()]),
  );
}

export const noticesOf = async (scope: Scope) => must(await listNotices(world().deps, scope, {})).items;
export const unreadOf = async (scope: Scope) => must(await countUnreadNotices(world().deps, scope, {})).count;
export const mailsTo = (scope: Scope) => outbox.filter(({ to }) => to === scope.userEmail);
export const choicesOf = async (scope: Scope) =>
  must(await getNoticePreferences(world().deps, scope, {})).choices;
export const mailOf = (choices: readonly views.NoticeChoice[], group: string) =>
  choices.find((choice) => choice.group === group)?.mail;
export const off = (group: WorkGroup) => ({ group, inApp: true, mail: false });
