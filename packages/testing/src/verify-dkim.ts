import { createHash, type KeyObject, verify } from "node:crypto";

/**
 * Checks a message's DKIM signature as RFC 6376 says (rsa-sha256, relaxed/relaxed), independently of what signed it.
 * Gives the tags of the signature when body hash and signature are right, else null.
 */
export function verifyDkim(raw: string, publicKey: KeyObject): ReadonlyMap<string, string> | null {
  const split = raw.indexOf("\r\n\r\n");
  const headers = raw.slice(0, split).split(/\r\n(?![ \t])/);
  const signature = headers.find((header) => /^dkim-signature:/i.test(header));
  if (signature === undefined) return null;
  const tags = readTags(signature.slice(signature.indexOf(":") + 1));
  if (tags.get("a") !== "rsa-sha256" || tags.get("c") !== "relaxed/relaxed") return null;
  const bodyHash = createHash("sha256")
    .update(relaxBody(raw.slice(split + 4)), "latin1")
    .digest("base64");
  if (tags.get("bh") !== bodyHash) return null;
  const signed = [
    ...pickHeaders(headers, (tags.get("h") ?? "").split(":")).map(relaxHeader),
    relaxHeader(signature.replace(/([;\s]b=)[^;]*/, "$1")),
  ].join("\r\n");
  const right = verify(
    "sha256",
    Buffer.from(signed, "latin1"),
    publicKey,
    Buffer.from(tags.get("b") ?? "", "base64"),
  );
  return right ? tags : null;
}

function readTags(value: string): ReadonlyMap<string, string> {
  const pairs = value.split(";").map((tag) => {
    const [name = "", ...rest] = tag.split("=");
    return [name.trim(), rest.join("=").replaceAll(/\s/g, "")] as const;
  });
  return new Map(pairs);
}

/** Of headers that stand several times the last comes first. */
function pickHeaders(headers: readonly string[], names: readonly string[]): readonly string[] {
  const left = [...headers];
  return names.flatMap((name) => {
    const index = left.findLastIndex((header) =>
      header.toLowerCase().startsWith(`${name.trim().toLowerCase()}:`),
    );
    return index === -1 ? [] : left.splice(index, 1);
  });
}

function relaxHeader(header: string): string {
  const colon = header.indexOf(":");
  const value = header
    .slice(colon + 1)
    .replaceAll("\r\n", "")
    .replaceAll(/[ \t]+/g, " ")
    .trim();
  return `${header.slice(0, colon).trim().toLowerCase()}:${value}`;
}

function relaxBody(body: string): string {
  const lines = body.split("\r\n").map((line) => line.replaceAll(/[ \t]+/g, " ").replace(/ $/, ""));
  const text = lines.join("\r\n").replace(/(?:\r\n)+$/, "");
  return text === "" ? "" : `${text}\r\n`;
}
