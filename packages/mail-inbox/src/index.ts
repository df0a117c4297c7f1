export type { MessageDetail, MessageSummary } from "./message";
export { type MailInbox, type MailInboxOptions, startMailInbox } from "./start";
