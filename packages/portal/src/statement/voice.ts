import type { StatementRecord } from "@evenshare/domain";
import type { Portal } from "../app/portal";

/** Whom a statement speaks to: its payee, or the brand that issues it. */
export interface Voice {
  /** "Your share", or "Share of Studio Ada". */
  readonly share: string;
  /** "you", or the payee's name. */
  readonly payee: string;
}

export function voiceOf(side: Portal["side"], payee: string): Voice {
  return side === "producer" ? { share: "Your share", payee: "you" } : { share: `Share of ${payee}`, payee };
}

/** What every part of a statement is drawn from. */
export interface PartProps {
  readonly record: StatementRecord;
  readonly voice: Voice;
}
