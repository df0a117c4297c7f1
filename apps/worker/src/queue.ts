import { tellOfLedger, type WorkerDeps } from "@evenshare/application";
import { openQueueConnections } from "@evenshare/database";
import type { Log } from "@evenshare/runtime";
import { Logger, parseCrontab, type Runner, run, type TaskList } from "graphile-worker";
import { z } from "zod";
import { runOperation } from "./run-operation";

const payload = z.object({ id: z.uuid() });
const pauseMs = 1_000;
/** An upload that a week later is part of nothing was given up. */
const uploadsKeptMs = 7 * 86_400_000;

/**
 * Minute, hour, day, month, weekday, in UTC. Each night the ledger is compared with the payment provider; a night without
 * a worker is made up for when one comes back.
 */
const schedules = `
* * * * * ledger_check
17 * * * * clear_uploads
15 3 * * * reconciliation ?fill=20h
`;

export interface Queue {
  stop(): Promise<void>;
}

/**
 * Listens for wake-ups and fires the schedules, each once however many workers run. When the database goes away the
 * queue's runner ends; it is started again until told to stop.
 */
export function runQueue(
  deps: WorkerDeps,
  log: Log,
  {
    databaseUrl,
    concurrency,
    leaseSeconds,
  }: { databaseUrl: string; concurrency: number; leaseSeconds: number },
): Queue {
  const taskList: TaskList = {
    operation: async (raw) => runOperation(deps, log, payload.parse(raw).id, leaseSeconds),
    ledger_check: async () => checkLedger(deps, log),
    clear_uploads: async () => clearUploads(deps, log),
    reconciliation: async () => deps.database.askForReconciliation(deps.newId(), deps.clock.now()),
  };
  // Beside its jobs the queue listens and looks after its own.
  const connections = openQueueConnections(databaseUrl, concurrency + 2);
  let stopped = false;
  let runner: Runner | undefined;

  const loop = (async () => {
    while (!stopped) {
      try {
        runner = await run({
          pgPool: connections.pool,
          concurrency,
          noHandleSignals: true,
          pollInterval: 2_000,
          taskList,
          parsedCronItems: parseCrontab(schedules),
          logger: quietLogger(log),
        });
        await runner.promise;
      } catch (error) {
        log.warn({ error: String(error) }, "the queue lost the database and starts again");
      }
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  })();

  return {
    async stop() {
      stopped = true;
      // A runner that has ended by itself refuses to be stopped, which is what was wanted.
      await runner?.stop().catch(() => undefined);
      await loop;
      await connections.close();
    },
  };
}

/** Once a minute: every invariant of the ledger; the first bad row is an alarm. */
async function checkLedger(deps: WorkerDeps, log: Log): Promise<void> {
  const check = await deps.database.checkLedger(deps.clock.now(), false);
  if (check.ok) log.debug({ millis: check.millis }, "the ledger adds up");
  else log.error({ findings: check.findings }, "ALARM: the ledger does not add up");
  await tellOfLedger(deps, check);
}

async function clearUploads(deps: WorkerDeps, log: Log): Promise<void> {
  const before = new Date(deps.clock.now().getTime() - uploadsKeptMs);
  const cleared = await deps.database.clearUnusedUploads(before);
  if (cleared > 0) log.info({ cleared }, "uploads that became part of nothing are gone");
}

function quietLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ from: "queue" }, message);
    else if (level === "warning") log.warn({ from: "queue" }, message);
  });
}
