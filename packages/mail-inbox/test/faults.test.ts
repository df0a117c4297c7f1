import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type MailInbox, startMailInbox } from "../src";

let dataDir: string;
let inbox: MailInbox;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "evenshare-mail-"));
  inbox = await startMailInbox({ dataDir });
});

afterEach(async () => {
  await inbox.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const send = () =>
  createTransport(inbox.smtpUrl).sendMail({ from: "a@b.example", to: "ada@studio.example", text: "x" });

const planFaults = (plan: object) =>
  fetch(`${inbox.url}/api/faults`, { method: "PUT", body: JSON.stringify(plan) });

test.each([451, 550])("refuses the next mails with %i and stores nothing", async (rejectCode) => {
  await planFaults({ rejectNext: 2, rejectCode });
  await expect(send()).rejects.toMatchObject({ responseCode: rejectCode });
  await expect(send()).rejects.toMatchObject({ responseCode: rejectCode });
  expect(inbox.mailbox.list()).toEqual([]);
  await send();
  expect(inbox.mailbox.list()).toHaveLength(1);
});

test("stores a mail and drops the connection, so that the sender cannot know", async () => {
  await planFaults({ dropAfterAccept: 1 });
  await expect(send()).rejects.toThrow();
  expect(inbox.mailbox.list()).toHaveLength(1);
  await send();
  expect(inbox.faults.pending()).toMatchObject({ dropAfterAccept: 0 });
});

test.each([{ rejectNext: -1 }, { rejectCode: 250 }, { unknown: 1 }, "nonsense"])(
  "refuses a plan it does not understand: %j",
  async (plan) => {
    const answer = await fetch(`${inbox.url}/api/faults`, { method: "PUT", body: JSON.stringify(plan) });
    expect(answer.status).toBe(400);
  },
);
