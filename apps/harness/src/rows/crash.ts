import type { FaultPoint } from "@evenshare/application";
import type { Product } from "../product/open-product";
import { waitUntil } from "../wait";

export type Crashing = "api" | "worker";

/** These lie inside a statement: the statement sleeps there, and the process is killed from outside. */
const insideTheDatabase: readonly FaultPoint[] = ["idempotency_claimed", "entries_written", "job_written"];

/** Starts a process that ends at `point`. It may get there before it is ready. */
export async function startWithFault(
  { stack }: Product,
  service: Crashing,
  point: FaultPoint,
): Promise<void> {
  await stack.restart(service, { FAULT_POINT: point }).catch((error: unknown) => {
    if (!String(error).includes("SIGKILL")) throw error;
  });
}

/** Waits until the process has come to its point and is gone, by its own kill −9 or by ours. */
export async function waitUntilCrashed(
  product: Product,
  service: Crashing,
  point: FaultPoint,
): Promise<void> {
  if (insideTheDatabase.includes(point)) {
    await waitUntil(`a statement to sleep at ${point}`, () => sleeps(product));
    await product.stack.kill(service);
  }
  await waitUntil(`the ${service} to die at ${point}`, async () => product.stack.pid(service) === null, {
    patienceMs: 90_000,
  });
}

async function sleeps({ database }: Product): Promise<boolean> {
  const { rows } = await database.query(
    "select 1 from pg_stat_activity where wait_event = 'PgSleep' and state = 'active'",
  );
  return rows.length > 0;
}
