import { type Failure, readRestFailure, unreachable } from "../api/failure";

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Each resolves to null when done, otherwise to why not. */
export function signIn(credentials: Credentials): Promise<Failure | null> {
  return post("sign-in/email", credentials);
}

export function signUp(person: Credentials & { readonly name: string }): Promise<Failure | null> {
  return post("sign-up/email", person);
}

export function signOut(): Promise<Failure | null> {
  return post("sign-out", {});
}

async function post(path: string, body: unknown): Promise<Failure | null> {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.ok) return null;
    return readRestFailure(response.status, await response.json().catch(() => null));
  } catch {
    return unreachable;
  }
}
