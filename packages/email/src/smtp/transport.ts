import type { Readable } from "node:stream";
import { createTransport } from "nodemailer";

export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
}

export interface SmtpTimeouts {
  readonly connectMs: number;
  readonly greetingMs: number;
  /** How long the server may be silent, also after the message. */
  readonly silenceMs: number;
}

const defaultTimeouts: SmtpTimeouts = { connectMs: 10_000, greetingMs: 10_000, silenceMs: 60_000 };

export interface SmtpSettings {
  readonly smtpUrl: string;
  readonly dkim?: DkimKey | undefined;
  readonly timeouts?: SmtpTimeouts | undefined;
}

/** What a DKIM signature covers. One-click unsubscribing counts only when both of its headers are signed (RFC 8058). */
const signedHeaders =
  "From:Reply-To:Subject:Date:Message-ID:To:MIME-Version:Content-Type:Auto-Submitted:List-Unsubscribe:List-Unsubscribe-Post";

/** A key in the form nodemailer signs with: for all mails of a connection, or for one. */
export function signWith({ domain, selector, privateKey }: DkimKey) {
  return { domainName: domain, keySelector: selector, privateKey, headerFieldNames: signedHeaders };
}

/** A pooled connection that can tell whether a message had been handed over whole when its connection was lost. */
export function openTransport({ smtpUrl, dkim, timeouts = defaultTimeouts }: SmtpSettings) {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 5,
    // A connection that died while idle is replaced once. A message whose bytes were read is never sent again here.
    maxRequeues: 1,
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.silenceMs,
    dnsTimeout: timeouts.connectMs,
    requireTLS: carriesCredentials(smtpUrl),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && { dkim: signWith(dkim) }),
  });
  // The envelope object is the caller's own, so it tells attempts apart.
  const streams = new WeakMap<object, Readable>();
  transport.use("stream", ({ data, message }, done) => {
    const create = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = create(options);
      if (data.envelope) streams.set(data.envelope, stream);
      return stream;
    };
    done();
  });
  return {
    transport,
    /** The server reads nothing before it has answered DATA, and the final dot follows the last byte. */
    wasHandedOver: (envelope: object) => streams.get(envelope)?.readableEnded === true,
  };
}

/** A password does not cross the network in the clear. The URL may say otherwise with `?requireTLS=false`. */
function carriesCredentials(smtpUrl: string): boolean {
  const { username, hostname } = new URL(smtpUrl);
  return username !== "" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
