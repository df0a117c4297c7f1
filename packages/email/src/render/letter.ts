import type { OrganizationKind } from "@evenshare/domain";
import type { MailContent } from "../content/mail-content";
import type { ShownName } from "../words/literal";

/** A mail that is ready to be set: what it says, for whom, where its button leads and why it was sent. */
export interface Letter {
  readonly content: MailContent;
  readonly side: OrganizationKind;
  readonly link: string;
  readonly footer: readonly string[];
  /** Where mails of this kind are switched off without signing in; absent where they cannot be. */
  readonly choicesLink?: string | undefined;
  /** The organization in whose name it goes out; without one it is the platform. */
  readonly sender?: LetterSender | undefined;
}

export interface LetterSender {
  readonly name: ShownName;
  readonly accent: string | null;
  /** Of its logo, where it has one. */
  readonly logoCid?: string | undefined;
}
