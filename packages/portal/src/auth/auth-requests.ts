import { type Failure, readRestFailure, unreachable } from "../api/failure";

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** What came of a request: a failure, or what the server answered. */
type Answer<T> = { readonly failure: Failure } | { readonly failure: null; readonly value: T };

/**
 * Signs in. Where a second factor is on nobody is signed in yet: the challenge goes on to {@link signInWithCode}.
 * Each of these resolves to null when done, otherwise to why not.
 */
export async function signIn(credentials: Credentials): Promise<Answer<{ challenge: string | null }>> {
  const answer = await ask("sign-in/email", credentials);
  if (answer.failure !== null) return answer;
  const challenge = textOf(answer.value, "challenge");
  return { failure: null, value: { challenge } };
}

export function signInWithCode(step: { challenge: string; code: string }): Promise<Failure | null> {
  return post("sign-in/second-factor", step);
}

export function signUp(person: Credentials & { readonly name: string }): Promise<Failure | null> {
  return post("sign-up/email", person);
}

export function signOut(): Promise<Failure | null> {
  return post("sign-out", {});
}

export function requestReset(email: string): Promise<Failure | null> {
  return post("request-password-reset", { email });
}

export function resetPassword(chosen: { token: string; password: string }): Promise<Failure | null> {
  return post("reset-password", chosen);
}

/** The pages that links in mails about an account lead to. */
export type LinkPage = "verify-email" | "confirm-email" | "restore-email";

/** Follows such a link; answers the address it is about. */
export async function followLink(page: LinkPage, token: string): Promise<Answer<{ email: string }>> {
  const answer = await ask(page, { token });
  return answer.failure === null
    ? { failure: null, value: { email: textOf(answer.value, "email") ?? "" } }
    : answer;
}

async function post(path: string, body: unknown): Promise<Failure | null> {
  return (await ask(path, body)).failure;
}

async function ask(path: string, body: unknown): Promise<Answer<unknown>> {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const read: unknown = await response.json().catch(() => null);
    if (response.ok) return { failure: null, value: read };
    return { failure: readRestFailure(response.status, read) };
  } catch {
    return { failure: unreachable };
  }
}

function textOf(value: unknown, name: string): string | null {
  const found = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === "string" ? found : null;
}
