import { Secret, TOTP } from "otpauth";
import { Browser, password, type TestApi } from "../api";

/** What the access matrix needs to do with people's own accounts, and to undo. */

const secrets = new WeakMap<Browser, string>();

/** The code of an authenticator, half a minute ahead if asked: a code that was used is not accepted again. */
function codeOf(caller: Browser, ahead = 0): string {
  const secret = secrets.get(caller);
  if (secret === undefined) throw new Error("nobody has begun a second factor");
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * 30_000 });
}

/** Begins a second factor; the input that turns it on. */
export async function firstCode(caller: Browser): Promise<{ code: string }> {
  const { secret } = await caller.trpc.security.beginSecondFactor.mutate({ password });
  secrets.set(caller, secret);
  return { code: codeOf(caller) };
}

/** Turns a second factor on; the input that proves its owner. */
export async function proofOf(caller: Browser): Promise<{ password: string; code: string }> {
  const { recoveryCodes } = await caller.trpc.security.confirmSecondFactor.mutate(await firstCode(caller));
  return { password, code: recoveryCodes[0] ?? "" };
}

export async function turnOff(caller: Browser): Promise<void> {
  await caller.trpc.security.endSecondFactor.mutate({ password, code: codeOf(caller, 1) });
}

/** Signs a person in a second time; the id of that session. */
export async function otherSessionOf(api: TestApi, caller: Browser): Promise<string> {
  await signInAgain(caller, new Browser(api, caller.portal));
  const { sessions } = await caller.trpc.security.get.query();
  const other = sessions.find(({ isCurrent }) => !isCurrent);
  if (other === undefined) throw new Error("there is no other session");
  return other.id;
}

/** Signs a person in who was signed out, in their own browser unless another is given. */
export async function signInAgain(caller: Browser, where: Browser = caller): Promise<void> {
  const email = "email" in caller ? caller.email : null;
  const answer = await where.post("/api/auth/sign-in/email", { email, password });
  if (answer.status !== 200) throw new Error(await answer.text());
}
