import type { MailOutcome } from "@evenshare/application";

/** What nodemailer says about a failed attempt. */
interface SmtpFailure {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly message: string;
}

/** Codes of nodemailer for "the server answered about this message", in contrast to the connection or the sign-in. */
const aboutTheMessage = new Set<unknown>(["EENVELOPE", "EMESSAGE"]);
/** Wrong order of commands, and sign-in wanted: about the session, so the same message may pass another time. */
const aboutTheSession = new Set<unknown>([503, 530]);

/**
 * What a failed attempt means for the mail. `handedOver` says whether all of it had been given to the connection:
 * then only an answer of the server tells that it was not taken.
 */
export function classifyFailure(failure: SmtpFailure, handedOver: boolean): MailOutcome {
  const { code, responseCode, message: reason } = failure;
  const answered = typeof responseCode === "number" && responseCode >= 400;
  if (answered) {
    const permanent = responseCode >= 500 && aboutTheMessage.has(code) && !aboutTheSession.has(responseCode);
    return permanent ? { kind: "refused", reason } : { kind: "later", reason };
  }
  if (handedOver) return { kind: "unknown", reason };
  // Without an answer it was refused on our side already, for what it is: too large for the server, say.
  return aboutTheMessage.has(code) ? { kind: "refused", reason } : { kind: "later", reason };
}
