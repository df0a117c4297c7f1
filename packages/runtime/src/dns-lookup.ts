import { Resolver } from "node:dns/promises";
import type { DnsLookup } from "@evenshare/application";

const timeoutMs = 3_000;
const tries = 2;
/** How the resolver says that a name is not there, or has no record of the kind: definite answers. */
const notThere = new Set<unknown>(["ENOTFOUND", "ENODATA"]);

/**
 * Asks the given name servers, or the machine's own without any, such as `10.0.0.2` or `127.0.0.1:5353`. Each question is
 * asked afresh: nothing is remembered from one to the next.
 */
export function createDnsLookup(servers: readonly string[]): DnsLookup {
  return {
    async readTxt(name) {
      const resolver = new Resolver({ timeout: timeoutMs, tries });
      if (servers.length > 0) resolver.setServers(servers);
      try {
        const records = await resolver.resolveTxt(name);
        return { kind: "found", texts: records.map((parts) => parts.join("")) };
      } catch (error) {
        const code = error instanceof Error && "code" in error ? error.code : undefined;
        return notThere.has(code) ? { kind: "none" } : { kind: "unanswered", reason: String(code ?? error) };
      }
    },
  };
}
