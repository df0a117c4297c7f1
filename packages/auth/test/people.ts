import { randomUUID } from "node:crypto";
import { type Database, openDatabase } from "@evenshare/database";
import { createTestDatabase, withAdmin } from "@evenshare/database/testing";
import type { OrganizationKind } from "@evenshare/domain";
import { createSeal } from "@evenshare/runtime";
import { type Auth, createAuth, type SessionFacts } from "../src/index";

export const secret = "a-secret-that-is-long-enough-for-signing";
export const origins = { brand: "http://localhost:4001", producer: "http://localhost:4002" };
export const nobody = { ip: "203.0.113.7", userAgent: "test", replaces: null };
export const password = "correct horse battery";

export interface Town {
  readonly auth: Auth;
  readonly database: Database;
  /** Moves the clock of sessions. */
  advance(ms: number): void;
  now(): Date;
  /** What was queued for an address, oldest first. */
  mailsTo(email: string): Promise<{ template: string; token: string | undefined }[]>;
  /** What stands in a person's own trail, oldest first. */
  trailOf(email: string): Promise<string[]>;
  /** Looks behind the roles, or breaks something there. */
  asOwner(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  leave(): Promise<void>;
}

/** Sign-in over a database of its own, with a clock that can be moved. */
export async function openTown(): Promise<Town> {
  const testDatabase = await createTestDatabase();
  const database = openDatabase({ url: testDatabase.url });
  let now = new Date("2026-11-22T12:00:00.000Z");
  const { pool } = database.auth;
  const auth = createAuth({
    secret,
    seal: createSeal(secret, "secondFactor"),
    origins,
    pool,
    now: () => now,
    warn: () => {},
  });
  const asOwner = (text: string, values: unknown[] = []) =>
    withAdmin(testDatabase.url, async (client) => (await client.query(text, values)).rows);
  return {
    auth,
    database,
    now: () => now,
    asOwner,
    async mailsTo(email) {
      const rows = await asOwner(
        "select template, data ->> 'token' as token from mail where to_email = $1 order by created_at, template",
        [email],
      );
      return rows.map(({ template, token }) => ({
        template: String(template),
        token: typeof token === "string" ? token : undefined,
      }));
    },
    async trailOf(email) {
      const rows = await asOwner(
        `select action from account_event e join "user" u on u.id = e.user_id where u.email = $1 order by e.at, action`,
        [email],
      );
      return rows.map(({ action }) => String(action));
    },
    advance(ms) {
      now = new Date(now.getTime() + ms);
    },
    async leave() {
      await database.close();
      await testDatabase.drop();
    },
  };
}

export interface Person {
  readonly email: string;
  readonly session: SessionFacts;
  /** What the browser sends from now on. */
  readonly cookie: string;
}

/** The Cookie header a browser makes of a Set-Cookie header. */
export function cookieOf(setCookie: string): string {
  return setCookie.split(";")[0] ?? "";
}

export async function signUp(
  auth: Auth,
  portal: OrganizationKind,
  email = `${randomUUID()}@example.com`,
): Promise<Person> {
  const signed = await auth.signUp(portal, { name: "Ada", email, password }, nobody);
  if (!signed.ok) throw new Error(signed.failure.code);
  return { email, session: signed.value.session, cookie: cookieOf(signed.value.setCookie) };
}

export async function found(
  auth: Auth,
  session: SessionFacts,
  name: string,
  commandKey: string = randomUUID(),
) {
  const created = await auth.createOrganization(session, {
    commandKey,
    name,
    country: "GB",
    timeZone: "Europe/London",
  });
  if (!created.ok) throw new Error(created.failure.code);
  return created.value;
}

/** Takes a person into the other portal and gives the session there. */
export async function handOver(auth: Auth, person: Person, to: OrganizationKind) {
  const begun = await auth.beginHandover(person.session, null);
  if (!begun.ok) throw new Error(begun.failure.code);
  const accepted = await auth.acceptHandover(to, tokenOf(begun.value.url), nobody);
  if (!accepted.ok) throw new Error(accepted.failure.code);
  return { session: accepted.value.session, cookie: cookieOf(accepted.value.setCookie), email: person.email };
}

export function tokenOf(url: string): string {
  return new URL(url).searchParams.get("token") ?? "";
}

/** The token of the last mail of a kind to an address. */
export async function linkTo(town: Town, email: string, template: string): Promise<string> {
  const mails = await town.mailsTo(email);
  const token = mails.filter((mail) => mail.template === template).at(-1)?.token;
  if (token === undefined) throw new Error(`no ${template} to ${email}`);
  return token;
}
