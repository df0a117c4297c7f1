import type { MessageTemplate } from "@evenshare/domain";

export interface MailDataProblem {
  readonly field: string;
  readonly problem: string;
}

/** The facts of a mail are not complete. It is not written, so that no mail ever goes out with a hole in it. */
export class MailDataError extends Error {
  readonly template: MessageTemplate;
  readonly problems: readonly MailDataProblem[];

  constructor(template: MessageTemplate, problems: readonly MailDataProblem[]) {
    const list = problems.map(({ field, problem }) => `${field} ${problem}`).join("; ");
    super(`The mail ${template} cannot be written: ${list}`);
    this.name = "MailDataError";
    this.template = template;
    this.problems = problems;
  }
}
