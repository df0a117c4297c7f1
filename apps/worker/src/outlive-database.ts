import type { Log } from "@evenshare/runtime";

/** How PostgreSQL and the network say that a connection is gone: codes of the server, then of the operating system. */
const lostConnection = new Set(["57P01", "57P02", "57P03", "08006", "ECONNRESET", "ECONNREFUSED", "EPIPE"]);

/**
 * Keeps the worker alive when the database dies in the middle of the queue's own bookkeeping, whose failures the queue
 * lets go unhandled. Nothing is lost by going on: what was done is in the operations' table or is done again from it.
 * Any other failure that nobody handles still ends the process.
 */
export function outliveDatabase(log: Log): void {
  process.on("unhandledRejection", (reason) => {
    if (!isLostConnection(reason)) throw reason;
    log.warn({ error: String(reason) }, "the database went away under the queue");
  });
}

function isLostConnection(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  if ("code" in reason && typeof reason.code === "string") return lostConnection.has(reason.code);
  return reason.message.startsWith("Connection terminated") || reason.message.includes("not queryable");
}
