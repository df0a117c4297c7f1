/**
 * What a mail says, before it is set as HTML or as text. Every string here is already safe to show: templates only
 * ever see text that went through `showName` or `showPassage`.
 */
export interface MailContent {
  /** Without amounts: subjects show on locked screens. */
  readonly subject: string;
  /** What the inbox shows beside the subject. */
  readonly preview: string;
  readonly status: Status;
  readonly heading: string;
  readonly lead: readonly string[];
  /** The one figure that matters. */
  readonly figure?: { readonly label: string; readonly amount: string };
  readonly shares?: readonly Share[];
  readonly facts: readonly Fact[];
  readonly quotes?: readonly Quote[];
  /** What happens next, and when. */
  readonly next: readonly string[];
  readonly button: Button;
  /** Why it was sent, where the kind of mail does not say it. */
  readonly because?: string;
  /** Whether the mail is about held funds, and so says who holds them. */
  readonly saysWhoHolds?: boolean;
}

/** Never colour alone: the word is always written. */
export interface Status {
  readonly tone: "accent" | "held" | "released" | "risk";
  readonly word: string;
}

/** One part of a divided whole, with its weight in whole per mille. */
export interface Share {
  readonly kind: "released" | "held" | "toFund";
  readonly label: string;
  readonly amount: string;
  readonly perMille: number;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  /** Amounts line up on the right, as on a ledger page. */
  readonly money?: boolean;
  /** A sum of the rows above it: set under a rule, in bold. */
  readonly total?: boolean;
}

/** Someone's own words, set apart so that they cannot be taken for ours. */
export interface Quote {
  readonly label: string;
  readonly lines: readonly string[];
}

export interface Button {
  readonly label: string;
  /** A path of the recipient's own portal, beginning with a slash. */
  readonly path: string;
}
