import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Seal } from "@evenshare/application";

/** What is sealed, each under a key of its own. The words are part of the key: they never change. */
const purposes = {
  secondFactor: "evenshare second factor",
  mailKey: "evenshare mail key",
} as const;

const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM under a key of its own, derived from the server's secret. What is sealed is tied to its owner. */
export function createSeal(secret: string, purpose: keyof typeof purposes): Seal {
  const key = Buffer.from(hkdfSync("sha256", secret, "", purposes[purpose], 32));
  return {
    close(text, owner) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(owner));
      const closed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), closed]).toString("base64url");
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, ivBytes))
        .setAAD(Buffer.from(owner))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString(
        "utf8",
      );
    },
  };
}
