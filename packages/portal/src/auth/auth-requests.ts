import type { Failure } from "../api/failure";

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
    return readAuthFailure(response.status, await response.json().catch(() => null));
  } catch {
    return { code: "network.unreachable", ...nothing, definitive: false };
  }
}

/** What the sign-in service calls things, and what this product calls them. */
const codes: Readonly<Record<string, { code: string; field: string | null }>> = {
  INVALID_EMAIL_OR_PASSWORD: { code: "credentials.invalid", field: null },
  INVALID_EMAIL: { code: "email.invalid", field: "email" },
  USER_ALREADY_EXISTS: { code: "account.exists", field: "email" },
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: { code: "account.exists", field: "email" },
  PASSWORD_TOO_SHORT: { code: "password.too_short", field: "password" },
  PASSWORD_TOO_LONG: { code: "password.too_long", field: "password" },
};

const byStatus: Readonly<Record<number, string>> = {
  401: "credentials.invalid",
  403: "origin.foreign",
  429: "request.too_many",
};

const nothing = { field: null, details: {}, requestId: null } as const;

/** Reads a refusal of the sign-in service: by its code, otherwise by its status. */
export function readAuthFailure(status: number, body: unknown): Failure {
  const told = typeof body === "object" && body !== null && "code" in body ? String(body.code) : "";
  const known = codes[told];
  if (known !== undefined) return { ...nothing, ...known, definitive: true };
  const code = byStatus[status] ?? (status < 500 ? "input.unreadable" : "server.unexpected");
  return { ...nothing, code, definitive: status < 500 };
}
