import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { Person, Town } from "./people";
import { nobody, password } from "./people";

/** What an authenticator app with this secret shows, at the town's time or `steps` half-minutes later. */
export function codeOf(town: Town, secret: string, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30, algorithm: "SHA1" });
  return totp.generate({ timestamp: town.now().getTime() + steps * 30_000 });
}

/** Turns a person's second factor on; the code it took is used up. */
export async function turnOn(town: Town, person: Person) {
  const { account } = town.auth;
  const begun = await account.beginSecondFactor(person.session, password, nobody);
  if (!begun.ok) throw new Error(begun.failure.code);
  const { secret } = begun.value;
  const on = await account.confirmSecondFactor(person.session, codeOf(town, secret), nobody);
  if (!on.ok) throw new Error(on.failure.code);
  town.advance(30_000);
  return { secret, recoveryCodes: on.value.recoveryCodes };
}

/** The first step of a sign-in that asks for a code. */
export async function challengeOf(town: Town, email: string): Promise<string> {
  const first = await town.auth.signIn("brand", { email, password }, nobody);
  if (!first.ok || !("challenge" in first.value)) throw new Error("no code was asked for");
  return first.value.challenge;
}

export const command = () => ({ commandKey: randomUUID() });
