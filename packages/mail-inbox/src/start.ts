import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import { createApp } from "./app";
import { createFaults, type Faults } from "./faults";
import { openMailStore } from "./mail-store";
import { type Mailbox, openMailbox } from "./mailbox";
import { listenForMail } from "./smtp";

/** Where the inbox keeps its mails and listens; port 0 (the default) means any free one. */
export interface MailInboxOptions {
  readonly dataDir: string;
  readonly smtpPort?: number;
  readonly httpPort?: number;
}

/** A running inbox. */
export interface MailInbox {
  /** For the sender: `smtp://127.0.0.1:<port>`. */
  readonly smtpUrl: string;
  /** The page, and below `/api` the JSON interface. */
  readonly url: string;
  readonly mailbox: Mailbox;
  readonly faults: Faults;
  stop(): Promise<void>;
}

/** Starts the SMTP server and the page, both on loopback, over the mails already in the folder. */
export async function startMailInbox(options: MailInboxOptions): Promise<MailInbox> {
  const mailbox = await openMailbox(await openMailStore(options.dataDir));
  const faults = createFaults();
  const smtp = await listenForMail(mailbox, faults, options.smtpPort ?? 0);
  const http = await listenForPages(createApp(mailbox, faults), options.httpPort ?? 0);
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    url: `http://127.0.0.1:${http.port}`,
    mailbox,
    faults,
    stop: async () => {
      await Promise.all([smtp.close(), http.close()]);
    },
  };
}

function listenForPages(app: Hono, port: number): Promise<{ port: number; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, (address) => {
      server.off("error", reject);
      resolve({ port: address.port, close: () => closeServer(server) });
    });
    server.once("error", reject);
  });
}

function closeServer(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Live pages hold their event stream open for as long as they can.
    if (isHttpServer(server)) server.closeAllConnections();
  });
}

function isHttpServer(server: ReturnType<typeof serve>): server is Server {
  return "closeAllConnections" in server;
}
