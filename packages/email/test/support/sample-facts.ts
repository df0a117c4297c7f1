import type { MessageData } from "@evenshare/domain";
import type { MailSample } from "../../preview/mail-sample";
import { mailSamples } from "../../preview/samples";

/** The facts of the first sample of a template. */
export function dataOf(template: MailSample["template"]): MessageData {
  const found = mailSamples.find((sample) => sample.template === template);
  if (found === undefined) throw new Error(`no sample of ${template}`);
  return found.data;
}

/** Text with every run of white space as one space. */
export function unwrapped(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
