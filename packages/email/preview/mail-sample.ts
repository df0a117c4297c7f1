import type { MessageData, MessageTemplate } from "@evenshare/domain";

/** Made-up facts for the preview and the tests: every template, with the variants that read differently. */
export interface MailSample {
  readonly template: MessageTemplate;
  readonly variant: string;
  readonly data: MessageData;
}
