import type { SenderDeps } from "@evenshare/application";
import { z } from "zod";
import { createDnsLookup } from "./dns-lookup";
import { createSeal } from "./seal";

/** What API and worker read beside, because organizations send mails from their own domains. */
export const senderVariables = z.object({
  /** Signs session cookies, and seals second factors and the keys of mail domains. */
  AUTH_SECRET: z.string().min(32, "has fewer than 32 characters"),
  /** Where the platform's mails come from: `Evenshare <mail@example.com>`. */
  MAIL_FROM: z.string().min(3),
  /** What an organization's SPF record has to name so that the mail server may send for it. */
  MAIL_SPF: z
    .string()
    .regex(/^(?:include|a|mx|ip4|ip6|exists):[^\s"]{1,200}$/i, {
      error: "is not one SPF mechanism, such as include:_spf.example.com",
    })
    .optional(),
  /** Name servers to ask instead of the machine's own, with commas between them. */
  DNS_SERVERS: z
    .string()
    .transform((text) => text.split(",").map((server) => server.trim()))
    .refine((servers) => servers.every(isServer), { error: "names something that is not an IP address" })
    .optional(),
});

export type SenderVariables = z.output<typeof senderVariables> & {
  readonly BRAND_ORIGIN: string;
  readonly PRODUCER_ORIGIN: string;
};

/** What the verbs about mail domains need, put together the same in every process. */
export function openSender(env: SenderVariables): Pick<SenderDeps, "dns" | "keySeal" | "senderSettings"> {
  const from = /@([^\s@>]+)>?\s*$/.exec(env.MAIL_FROM)?.[1];
  const hosts = [env.BRAND_ORIGIN, env.PRODUCER_ORIGIN].map((origin) => new URL(origin).hostname);
  return {
    dns: createDnsLookup(env.DNS_SERVERS ?? []),
    keySeal: createSeal(env.AUTH_SECRET, "mailKey"),
    senderSettings: {
      platformDomains: [...hosts, ...(from === undefined ? [] : [from.toLowerCase()])],
      spf: env.MAIL_SPF ?? null,
    },
  };
}

/** `192.0.2.1`, `192.0.2.1:53`, `2001:db8::1` or `[2001:db8::1]:53`. */
function isServer(server: string): boolean {
  const six = /^\[(.+)\](?::\d+)?$/.exec(server)?.[1] ?? server;
  return z.ipv6().safeParse(six).success || z.ipv4().safeParse(server.replace(/:\d+$/, "")).success;
}
