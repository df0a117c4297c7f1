import type { SenderDeps } from "@evenshare/application";
import { createSeal } from "@evenshare/runtime";

/** What the verbs about mail domains are given beside, where no domain is looked up: nothing answers. */
export const senderParts: Pick<SenderDeps, "dns" | "keySeal" | "senderSettings"> = {
  dns: { readTxt: async () => ({ kind: "unanswered", reason: "no name server" }) },
  keySeal: createSeal("a-secret-for-tests-that-is-long-enough", "mailKey"),
  senderSettings: { platformDomains: ["platform.test"], spf: "include:_spf.platform.test" },
};
