import { createSocket } from "node:dgram";
import { decode, encode } from "dns-packet";

/** A small real name server on loopback, whose TXT records a test sets. */
export interface DnsServer {
  /** As `DNS_SERVERS` takes it. */
  readonly address: string;
  /** The TXT records of a name from now on; none: the name has no record. */
  setTxt(name: string, ...texts: readonly string[]): void;
  /** From now on every question is refused, as by a server that is in trouble, or answered again. */
  setTrouble(inTrouble: boolean): void;
  close(): Promise<void>;
}

const authoritative = 1 << 10;
const notThere = 3;
const serverFailure = 2;
/** A string of a TXT record has at most 255 bytes. */
const longestString = 255;

export async function startDnsServer(port = 0): Promise<DnsServer> {
  const records = new Map<string, readonly string[]>();
  let trouble = false;
  const socket = createSocket("udp4");
  socket.on("message", (message, from) => {
    const { id, questions = [] } = decode(message);
    const texts = questions.flatMap(({ name, type }) =>
      type === "TXT" ? (records.get(name.toLowerCase()) ?? []).map((text) => ({ name, text })) : [],
    );
    const code = trouble ? serverFailure : texts.length === 0 ? notThere : 0;
    const answer = encode({
      id: id ?? 0,
      type: "response",
      flags: authoritative | code,
      questions,
      answers: trouble
        ? []
        : texts.map(({ name, text }) => ({ type: "TXT", name, ttl: 0, data: inStrings(text) })),
    });
    socket.send(answer, from.port, from.address);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(port, "127.0.0.1", resolve);
  });
  return {
    address: `127.0.0.1:${socket.address().port}`,
    setTxt: (name, ...texts) => void records.set(name.toLowerCase(), texts),
    setTrouble: (inTrouble) => {
      trouble = inTrouble;
    },
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function inStrings(text: string): string[] {
  const strings: string[] = [];
  for (let at = 0; at < text.length; at += longestString) strings.push(text.slice(at, at + longestString));
  return strings;
}
