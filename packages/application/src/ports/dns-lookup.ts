import type { TxtAnswer } from "@evenshare/domain";

/** Asks the DNS as it is now. Never throws: what cannot be asked is unanswered. */
export interface DnsLookup {
  /** The TXT records of a name, each with its parts joined. */
  readTxt(name: string): Promise<TxtAnswer>;
}
