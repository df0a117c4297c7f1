import type { FaultPoint } from "@evenshare/application";

/** Where a process can be killed on the way of a release: in the API, which takes the wish, and in the worker. */
export const apiPoints: readonly FaultPoint[] = [
  "request_received",
  "idempotency_claimed",
  "locks_held",
  "entries_written",
  "job_written",
  "before_commit",
  "after_commit_before_reply",
  "webhook_stored_not_processed",
];

/** The points that only the worker passes. */
export const workerPoints: readonly FaultPoint[] = [
  "job_picked",
  "before_provider_call",
  "provider_done_reply_lost",
  "reply_received_not_stored",
  "stored_not_acknowledged",
  "mail_accepted_not_recorded",
  "webhook_stored_not_processed",
  "processed_not_acknowledged",
];

/** The worker changes milestones too, in the same way as the API: what it confirms may be cut short anywhere as well. */
export const workerChangePoints: readonly FaultPoint[] = [
  "idempotency_claimed",
  "locks_held",
  "entries_written",
  "job_written",
  "before_commit",
  "after_commit_before_reply",
];
