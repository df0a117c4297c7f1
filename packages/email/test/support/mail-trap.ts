import type { AddressInfo, Socket } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A mail that the trap has taken: as it came, as parsed, and for whom the envelope said it was. */
export interface TrappedMail {
  readonly raw: string;
  readonly parsed: Email;
  readonly recipients: readonly string[];
}

export interface MailTrap {
  readonly url: string;
  /** Messages received to the end, whether they were then accepted or not. */
  readonly mails: readonly TrappedMail[];
  /** Ends every connection at once, without a word. */
  drop(): void;
  close(): Promise<void>;
}

/** How the trap answers a message it has received whole: an error to refuse with, null to accept, or not at all. */
export type Verdict = { readonly code: number; readonly text: string } | null | "drop" | "silence";

interface Behaviour {
  readonly afterData?: () => Verdict;
  /** Called at the first byte of a message. */
  readonly atFirstByte?: (trap: MailTrap) => void;
  readonly server?: SMTPServerOptions;
}

/** A real SMTP server on a free port of loopback that behaves as badly as it is told. */
export async function openMailTrap({
  afterData,
  atFirstByte,
  server: options,
}: Behaviour = {}): Promise<MailTrap> {
  const mails: TrappedMail[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    ...options,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.once("data", () => atFirstByte?.(trap));
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const raw = Buffer.concat(chunks);
        mails.push({
          raw: raw.toString("latin1"),
          parsed: await PostalMime.parse(raw),
          recipients: session.envelope.rcptTo.map(({ address }) => address),
        });
        const verdict = afterData?.() ?? null;
        if (verdict === "drop") trap.drop();
        else if (verdict !== "silence") callback(verdict && smtpError(verdict.code, verdict.text));
      });
    },
  });
  server.on("error", () => {
    // A connection that was cut is what the test wanted.
  });
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const listening = await new Promise<AddressInfo>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.server.address();
      if (typeof address === "object" && address !== null) resolve(address);
    });
  });
  const trap: MailTrap = {
    url: `smtp://127.0.0.1:${listening.port}`,
    mails,
    drop: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        trap.drop();
        server.close(() => resolve());
      }),
  };
  return trap;
}

export function smtpError(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
