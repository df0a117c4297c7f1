import { type DestinationStream, pino } from "pino";

/** What may never be written down, wherever it turns up in a log line. */
const secretNames = [
  "cookie",
  "set-cookie",
  "authorization",
  "password",
  "token",
  "secret",
  "privateKey",
  "sealedKey",
  "stripe-signature",
];
const secrets = secretNames.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);

/** A server's log: one JSON line per event, on standard output unless told otherwise. */
export function createLog(level: string, destination?: DestinationStream) {
  const options = { level, base: null, redact: { paths: secrets, censor: "[redacted]" } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

export type Log = Pick<ReturnType<typeof createLog>, "debug" | "info" | "warn" | "error">;
