import { carryOutDeadline, expireApproval, recheckMailDomain, type WorkerDeps } from "@evenshare/application";
import type { Log } from "@evenshare/runtime";
import { runOperation } from "./run-operation";

const batch = 100;

/** Carries out what is due by the product's clock, oldest first. One that fails does not hold up the others. */
export async function sweepDeadlines(deps: WorkerDeps, log: Log): Promise<void> {
  for (const deadline of await deps.database.findDueDeadlines(deps.clock.now(), batch)) {
    try {
      await carryOutDeadline(deps, deadline);
    } catch (error) {
      log.warn(
        { deadline: deadline.id, kind: deadline.kind, error: String(error) },
        "a deadline is tried again",
      );
    }
  }
}

/** Ends the requests for a second person that nobody decided about in time. */
export async function sweepApprovals(deps: WorkerDeps, log: Log): Promise<void> {
  for (const due of await deps.database.findDueApprovals(deps.clock.now(), batch)) {
    try {
      await expireApproval(deps, due);
    } catch (error) {
      log.warn({ approval: due.id, error: String(error) }, "the end of a request is tried again");
    }
  }
}

/** Looks up again the records of verified mail domains whose day has come. */
export async function sweepMailDomains(deps: WorkerDeps, log: Log): Promise<void> {
  for (const due of await deps.database.findDueMailDomains(deps.clock.now(), batch)) {
    try {
      await recheckMailDomain(deps, due);
    } catch (error) {
      log.warn({ mailDomain: due.id, error: String(error) }, "the look at a mail domain is tried again");
    }
  }
}

/** Takes up mails that waited for the end of somebody's quiet hours, by the product's clock. */
export async function sweepMails(deps: WorkerDeps): Promise<void> {
  while ((await deps.database.wakeDueMails(deps.clock.now(), batch)) === batch);
}

/** Takes up operations whose wake-up was lost or whose pause is over. */
export async function sweepOperations(
  deps: WorkerDeps,
  log: Log,
  { atOnce, leaseSeconds }: { atOnce: number; leaseSeconds: number },
): Promise<void> {
  const ids = await deps.database.findDueOperations(batch);
  const lanes = Array.from({ length: atOnce }, async () => {
    for (let id = ids.shift(); id !== undefined; id = ids.shift())
      await runOperation(deps, log, id, leaseSeconds);
  });
  await Promise.all(lanes);
}
