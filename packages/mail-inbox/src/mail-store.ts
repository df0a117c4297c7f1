import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const receiptSchema = z.object({
  id: z.string(),
  receivedAt: z.iso.datetime(),
  mailFrom: z.string(),
  recipients: z.array(z.string()),
});

/** One arrival of a mail: who sent it to whom according to SMTP, and when (wall clock). */
export type Receipt = Readonly<z.infer<typeof receiptSchema>>;

/** Raw mails on disk: `<id>.eml` beside `<id>.json` with the receipt. */
export interface MailStore {
  /** Returns when the mail would survive a power cut. */
  add(raw: Buffer, envelope: Pick<Receipt, "mailFrom" | "recipients">): Promise<Receipt>;
  /** In the order of arrival. */
  list(): Promise<Receipt[]>;
  readRaw(id: string): Promise<Buffer>;
  clear(): Promise<void>;
}

/** Opens the store of a folder and creates it when it is missing. */
export async function openMailStore(dir: string): Promise<MailStore> {
  await mkdir(dir, { recursive: true });
  return {
    async add(raw, envelope) {
      const now = new Date();
      // Sorts by arrival; the random part keeps two mails of one millisecond apart.
      const id = `${String(now.getTime()).padStart(15, "0")}-${randomBytes(4).toString("hex")}`;
      const receipt = { id, receivedAt: now.toISOString(), ...envelope };
      // The .eml comes last: a mail exists once it does, and then it is complete.
      await writeDurably(join(dir, `${id}.json`), `${JSON.stringify(receipt)}\n`);
      await writeDurably(join(dir, `${id}.eml`), raw);
      await syncFolder(dir);
      return receipt;
    },
    async list() {
      const names = (await readdir(dir)).filter((name) => name.endsWith(".eml")).sort();
      return Promise.all(names.map((name) => readReceipt(join(dir, name.replace(/\.eml$/, ".json")))));
    },
    readRaw: (id) => readFile(join(dir, `${id}.eml`)),
    async clear() {
      const names = (await readdir(dir)).filter((name) => /\.(eml|json|part)$/.test(name));
      await Promise.all(names.map((name) => rm(join(dir, name), { force: true })));
    },
  };
}

async function readReceipt(file: string): Promise<Receipt> {
  return receiptSchema.parse(JSON.parse(await readFile(file, "utf8")));
}

async function writeDurably(file: string, content: Buffer | string): Promise<void> {
  const handle = await open(`${file}.part`, "w");
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
}

async function syncFolder(dir: string): Promise<void> {
  const handle = await open(dir, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
