import { EventEmitter } from "node:events";
import type { MailStore, Receipt } from "./mail-store";
import {
  type AttachmentContent,
  describe,
  identity,
  type MessageDetail,
  type MessageSummary,
  mergeReceipt,
  parseMail,
  summarise,
} from "./message";

/** Narrows a listing. */
export interface MessageFilter {
  /** Part of a recipient's address; upper and lower case are the same. */
  readonly to?: string | undefined;
  /** Only mails that arrived (first or again) at or after this time. */
  readonly since?: Date | undefined;
}

/** The mails received so far, one entry per Message-ID, newest first. */
export interface Mailbox {
  receive(raw: Buffer, envelope: Pick<Receipt, "mailFrom" | "recipients">): Promise<void>;
  list(filter?: MessageFilter): MessageSummary[];
  find(id: string): Promise<MessageDetail | null>;
  readRaw(id: string): Promise<Buffer | null>;
  readAttachments(id: string): Promise<readonly AttachmentContent[]>;
  clear(): Promise<void>;
  /** Calls back after every change; the answer unsubscribes. */
  onChange(listener: () => void): () => void;
}

/** Builds the mailbox from what is on disk and keeps it in step with what arrives. */
export async function openMailbox(store: MailStore): Promise<Mailbox> {
  const byIdentity = new Map<string, MessageSummary>();
  const changes = new EventEmitter().setMaxListeners(0);

  const note = async (receipt: Receipt, raw: Buffer): Promise<void> => {
    const mail = await parseMail(raw);
    const key = identity(receipt, mail);
    const first = byIdentity.get(key);
    byIdentity.set(key, first ? mergeReceipt(first, receipt) : summarise(receipt, mail, raw.byteLength));
  };
  for (const receipt of await store.list()) await note(receipt, await store.readRaw(receipt.id));

  const summaryOf = (id: string): MessageSummary | null =>
    [...byIdentity.values()].find((summary) => summary.id === id) ?? null;

  return {
    async receive(raw, envelope) {
      const receipt = await store.add(raw, envelope);
      await note(receipt, raw);
      changes.emit("change");
    },
    list({ to, since } = {}) {
      const wanted = to?.trim().toLowerCase() ?? "";
      return [...byIdentity.values()]
        .filter((mail) => wanted === "" || mail.to.some((address) => address.toLowerCase().includes(wanted)))
        .filter((mail) => !since || mail.receivedAt.some((at) => new Date(at) >= since))
        .sort((a, b) => (a.id < b.id ? 1 : -1));
    },
    async find(id) {
      const summary = summaryOf(id);
      return summary && describe(summary, await parseMail(await store.readRaw(id)));
    },
    readRaw: async (id) => (summaryOf(id) ? store.readRaw(id) : null),
    readAttachments: async (id) =>
      summaryOf(id) ? (await parseMail(await store.readRaw(id))).attachments : [],
    async clear() {
      await store.clear();
      byIdentity.clear();
      changes.emit("change");
    },
    onChange(listener) {
      changes.on("change", listener);
      return () => changes.off("change", listener);
    },
  };
}
