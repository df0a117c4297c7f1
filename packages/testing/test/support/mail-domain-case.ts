import { randomUUID } from "node:crypto";
import {
  checkMailDomain,
  getMailDomain,
  type Scope,
  type SenderDeps,
  setMailDomain,
} from "@evenshare/application";
import type { views } from "@evenshare/domain";
import { createDnsLookup } from "@evenshare/runtime";
import { afterAll, beforeAll, expect } from "vitest";
import { createBrand, type DnsServer, must, senderParts, startDnsServer } from "../../src";
import { useTestWorld } from "./harness";

export const world = useTestWorld();
export const key = () => ({ commandKey: randomUUID() });
export const newDomain = () => `d${randomUUID().slice(0, 8)}.example`;

export let dns: DnsServer;
beforeAll(async () => {
  dns = await startDnsServer();
});
afterAll(() => dns.close());

/** What the verbs are given, over the name server of this file. */
export function parts(): SenderDeps {
  return { ...world().deps, ...senderParts, dns: createDnsLookup([dns.address]) };
}

export async function domainOf(scope: Scope): Promise<views.MailDomain> {
  const { mailDomain } = must(await getMailDomain(parts(), scope, {}));
  if (mailDomain === null) throw new Error("there is no mail domain");
  return mailDomain;
}

/** Sets the records of a domain as its owner is shown them. */
export async function setRecords(scope: Scope): Promise<void> {
  for (const { name, value } of (await domainOf(scope)).records) dns.setTxt(name, value);
}

/** How it stands after a check. */
export async function checked(scope: Scope): Promise<string> {
  const { id } = await domainOf(scope);
  return must(await checkMailDomain(parts(), scope, { ...key(), id })).status;
}

/** An owner whose organization has verified a domain. */
export async function verifiedBrand(domain = newDomain()): Promise<Scope> {
  const owner = await createBrand(world().deps);
  must(await setMailDomain(parts(), owner, { ...key(), domain }));
  await setRecords(owner);
  expect(await checked(owner)).toBe("verified");
  return owner;
}
