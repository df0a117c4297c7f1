import type { MailDomainKeys, WantedRecord } from "./records";

/** What DNS answered when a name's TXT records were asked for; each with its parts joined. */
export type TxtAnswer =
  | { readonly kind: "found"; readonly texts: readonly string[] }
  /** The name is not there, or has no such record: a definite answer. */
  | { readonly kind: "none" }
  /** No answer that says anything. */
  | { readonly kind: "unanswered"; readonly reason: string };

export const recordStates = ["unchecked", "right", "missing", "different", "unanswered"] as const;
export type RecordState = (typeof recordStates)[number];

/** One wanted record beside what was found. */
export interface RecordFinding extends WantedRecord {
  readonly state: RecordState;
  /** What stands there instead, or as well: records of the same kind only. */
  readonly found: readonly string[];
}

const mostShown = 3;
const longestShown = 1_000;

/** Compares what DNS says with what is wanted. */
export function checkRecord(wanted: WantedRecord, answer: TxtAnswer, keys: MailDomainKeys): RecordFinding {
  if (answer.kind === "unanswered") return { ...wanted, state: "unanswered", found: [] };
  const texts = answer.kind === "none" ? [] : answer.texts;
  switch (wanted.purpose) {
    case "dkim":
      return judge(wanted, texts, (text) => isKey(text, keys.publicKey));
    case "spf": {
      const found = texts.filter((text) => /^v=spf1(?:\s|$)/i.test(text));
      const [only] = found;
      const amended = only !== undefined && keys.spf !== null ? withMechanism(only, keys.spf) : wanted.value;
      return judge({ ...wanted, value: amended }, found, (text) => text === amended);
    }
    case "dmarc":
      return judge(
        wanted,
        texts.filter((text) => /^v=DMARC1\s*(?:;|$)/.test(text)),
        (text) => /;\s*p=(?:none|quarantine|reject)\s*(?:;|$)/i.test(text),
      );
  }
}

/** Receivers ignore a kind of which there are two, so there has to be exactly one, and that one right. */
function judge(
  wanted: WantedRecord,
  texts: readonly string[],
  isRight: (text: string) => boolean,
): RecordFinding {
  const found = texts.slice(0, mostShown).map((text) => text.slice(0, longestShown));
  if (texts.length === 0) return { ...wanted, state: "missing", found };
  const right = texts.length === 1 && texts.every(isRight);
  return { ...wanted, state: right ? "right" : "different", found };
}

/** Whether a record holds our key and nothing that would keep a receiver from using it, such as a test flag. */
function isKey(text: string, publicKey: string): boolean {
  const tags = new Map(
    text.split(";").flatMap((part) => {
      const at = part.indexOf("=");
      return at === -1 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).replaceAll(/\s/g, "")] as const];
    }),
  );
  return (
    tags.get("p") === publicKey &&
    (tags.get("v") ?? "DKIM1") === "DKIM1" &&
    (tags.get("k") ?? "rsa") === "rsa" &&
    [...tags.keys()].every((name) => ["v", "k", "p", "n"].includes(name))
  );
}

/** The record with the mechanism in it: as it stands when it has it, otherwise with it before the `all` at its end. */
function withMechanism(record: string, mechanism: string): string {
  const terms = record.split(/\s+/).filter((term) => term !== "");
  const plain = (term: string) => term.replace(/^\+/, "").toLowerCase();
  if (terms.some((term) => plain(term) === mechanism.toLowerCase())) return record;
  const all = terms.findIndex((term) => /^[+?~-]?all$/i.test(term));
  const at = all === -1 ? terms.length : all;
  return [...terms.slice(0, at), mechanism, ...terms.slice(at)].join(" ");
}
