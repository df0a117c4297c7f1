import { generateKeyPair, randomBytes } from "node:crypto";
import { promisify } from "node:util";

/** A pair of keys that signs mails (RFC 6376), under a name of its own. */
export interface MailKeyPair {
  /** One label; a key that replaces another one has another. */
  readonly selector: string;
  /** SPKI, base64, as it stands in DNS. */
  readonly publicKey: string;
  /** PKCS #8, PEM. */
  readonly privateKey: string;
}

const bits = 2_048;

export async function makeKeyPair(): Promise<MailKeyPair> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: bits });
  return {
    selector: `evenshare-${randomBytes(4).toString("hex")}`,
    publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64"),
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}
