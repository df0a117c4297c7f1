import { carryOutOperation, type Deps, type WorkerDeps } from "@evenshare/application";
import { senderParts } from "./sender-parts";

/** Mails stay in their table: nothing is sent where nobody reads it. */
const mailer: WorkerDeps["mailer"] = {
  render: () => Promise.reject(new Error("no mail is rendered here")),
  send: () => Promise.reject(new Error("no mail is sent here")),
};

/**
 * Does the work that is due, and what that work leads to, until nothing is due any more. Work that has to wait is left
 * waiting. @throws Error when an operation is given up.
 */
export async function drainOperations(deps: Deps): Promise<void> {
  for (let due = await deps.database.findDueOperations(50); due.length > 0; ) {
    for (const id of due) await carryOut(deps, id);
    due = await deps.database.findDueOperations(50);
  }
}

async function carryOut(deps: Deps, id: string): Promise<void> {
  const operation = await deps.database.claimOperation(id, 30);
  if (operation === null) return;
  const outcome =
    operation.kind === "mail.send"
      ? ({ kind: "done" } as const)
      : await carryOutOperation({ ...deps, ...senderParts, mailer }, operation);
  await deps.database.finishOperation(operation, outcome, deps.clock.now());
  if (outcome.kind === "failed") throw new Error(`${operation.kind} was given up: ${outcome.reason}`);
}
