import { pino } from "pino";

/** What may never be written down, wherever it turns up in a log line. */
const secrets = [
  "cookie",
  "authorization",
  "password",
  "token",
  "secret",
  "headers.cookie",
  "headers.authorization",
  "*.cookie",
  "*.authorization",
  "*.password",
  "*.token",
  "*.secret",
  '*.["set-cookie"]',
  '*.["stripe-signature"]',
];

/** The server's log: one JSON line per event on standard output. */
export function createLog(level: string, destination?: pino.DestinationStream) {
  const options = { level, base: null, redact: { paths: secrets, censor: "[redacted]" } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

export type Log = Pick<ReturnType<typeof createLog>, "debug" | "info" | "warn" | "error">;
