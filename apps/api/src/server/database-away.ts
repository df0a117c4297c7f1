/** What sockets say when nobody listens or the line broke. */
const networkCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOENT", "EHOSTUNREACH"]);
/** PostgreSQL: connection exceptions, shutting down, crashed, starting up, too many clients. Prisma: the same in its words, and no connection free in time. */
const databaseCodes = /^(08\d{3}|57P0[1-3]|53300|P1001|P1002|P1008|P1017|P2024|P2028)$/;
const driverMessages =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i;

/** Whether an error, or anything that caused it, says that PostgreSQL cannot be reached now. */
export function isDatabaseAway(error: unknown): boolean {
  for (let depth = 0; depth < 6 && error instanceof Error; depth += 1) {
    if (saysAway(error)) return true;
    if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true;
    error = error.cause;
  }
  return false;
}

function saysAway(error: Error): boolean {
  if (driverMessages.test(error.message)) return true;
  if (!("code" in error) || typeof error.code !== "string") return false;
  return networkCodes.has(error.code) || databaseCodes.test(error.code);
}
