/**
 * The places at which the crash harness ends a process. Inert in production: there the port does nothing.
 * The names follow the way of a release; points inside the database function carry the same names in SQL.
 */
export const faultPoints = [
  "request_received",
  "idempotency_claimed",
  "locks_held",
  "entries_written",
  "job_written",
  "before_commit",
  "after_commit_before_reply",
  "job_picked",
  "before_provider_call",
  "provider_done_reply_lost",
  "reply_received_not_stored",
  "stored_not_acknowledged",
  "webhook_stored_not_processed",
  "processed_not_acknowledged",
  "mail_accepted_not_recorded",
] as const;

export type FaultPoint = (typeof faultPoints)[number];

/** Passes a fault point. Only the harness makes it do anything. */
export type PassFaultPoint = (point: FaultPoint) => Promise<void>;
