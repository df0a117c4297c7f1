import {
  type MessageData,
  type MessageTemplate,
  type OrganizationKind,
  organizationKinds,
} from "@evenshare/domain";
import type { z } from "zod";
import type { MailContent } from "../content/mail-content";
import { MailDataError } from "./mail-data-error";

/**
 * Money mails are always sent and say why; work mails are about what was agreed and done; organization mails are about
 * what an organization has set up, and always sent; access mails are about a person's account or an invitation, go to that
 * address alone and are always sent.
 */
export type MailKind = "money" | "work" | "organization" | "access";

export interface MailTemplate {
  readonly kind: MailKind;
  /** Whom it is written for; most are for both. */
  readonly sides: readonly OrganizationKind[];
  /**
   * Writes the mail for one side.
   *
   * @throws MailDataError naming the template and every field that is missing or malformed.
   */
  compose(data: MessageData, side: OrganizationKind): MailContent;
}

interface TemplateDefinition<S extends z.ZodType> {
  readonly template: MessageTemplate;
  readonly kind: MailKind;
  /** The facts without which the mail is not written. */
  readonly data: S;
  readonly brand?: (facts: z.output<S>) => MailContent;
  readonly producer?: (facts: z.output<S>) => MailContent;
}

/** Ties a template's words to the facts they need. */
export function defineTemplate<S extends z.ZodType>(definition: TemplateDefinition<S>): MailTemplate {
  return {
    kind: definition.kind,
    sides: organizationKinds.filter((side) => definition[side] !== undefined),
    compose(data, side) {
      const write = definition[side];
      if (write === undefined) throw new TypeError(`${definition.template} is not written for a ${side}`);
      const parsed = definition.data.safeParse(data);
      if (parsed.success) return write(parsed.data);
      const problems = parsed.error.issues.map(({ path, message }) => ({
        field: path.join("."),
        problem: message,
      }));
      throw new MailDataError(definition.template, problems);
    },
  };
}
