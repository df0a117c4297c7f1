import type { Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import type { Faults } from "./faults";
import type { Mailbox } from "./mailbox";

const MAX_MAIL_BYTES = 30 * 1024 * 1024;

/** An SMTP server on loopback that takes everything for everybody, with any user name or none. */
export async function listenForMail(
  mailbox: Mailbox,
  faults: Faults,
  port: number,
): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Map<string, Socket>();

  const server = new SMTPServer({
    banner: "Evenshare local inbox",
    size: MAX_MAIL_BYTES,
    authOptional: true,
    allowInsecureAuth: true,
    // Loopback only: there is no certificate a sender could check.
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onAuth: (auth, _session, callback) => callback(null, { user: auth.username ?? "anyone" }),
    onData(stream, session, callback) {
      const take = async (): Promise<void> => {
        const raw = await buffer(stream);
        // Over the limit: the server refuses it by itself, whatever is answered here.
        if (stream.sizeExceeded) return callback(null);
        const fate = faults.next();
        if (fate.kind === "reject") {
          return callback(Object.assign(new Error("Refused on request"), { responseCode: fate.code }));
        }
        await mailbox.receive(raw, envelopeOf(session));
        if (fate.kind === "drop") sockets.get(connectionKey(session))?.destroy();
        callback(null);
      };
      take().catch((error: unknown) => {
        callback(Object.assign(new Error(`Not stored: ${String(error)}`), { responseCode: 451 }));
      });
    },
  });
  // A client that goes away in the middle is no reason to fall over.
  server.on("error", () => undefined);
  server.server.on("connection", (socket: Socket) => {
    const key = connectionKey(socket);
    sockets.set(key, socket);
    socket.once("close", () => sockets.delete(key));
  });

  const listening = server.server;
  await new Promise<void>((resolve, reject) => {
    listening.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = listening.address();
  return {
    port: address !== null && typeof address === "object" ? address.port : port,
    close: () => {
      for (const socket of sockets.values()) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function connectionKey(end: { remoteAddress?: string; remotePort?: number }): string {
  return `${end.remoteAddress ?? ""}:${end.remotePort ?? 0}`;
}

function envelopeOf({ envelope }: SMTPServerSession): { mailFrom: string; recipients: string[] } {
  return {
    mailFrom: envelope.mailFrom ? envelope.mailFrom.address : "",
    recipients: envelope.rcptTo.map(({ address }) => address),
  };
}
