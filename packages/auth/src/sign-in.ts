import { ok, type Result, refuse } from "@evenshare/domain";
import { APIError } from "better-auth/api";
import type { Pool } from "pg";
import type { Arrival } from "./auth";
import { clientAddressHeader, type PortalAuth } from "./better-auth";
import type { SignIn, SignUp } from "./requests";
import { endSession } from "./sessions";

/** Creates a person with a password and a session for them. */
export async function signUpWithPassword(
  auth: PortalAuth,
  pool: Pool,
  body: SignUp,
  arrival: Arrival,
): Promise<Result<{ sessionToken: string }>> {
  const attempt = async (headers: Headers) => (await auth.api.signUpEmail({ body, headers })).token;
  return begin(pool, arrival, async (headers) => {
    try {
      return await attempt(headers);
    } catch (error) {
      // The same address signed up twice at once: the unique key refused this one, and now it is found before.
      if (codeOf(error) === "FAILED_TO_CREATE_USER") return attempt(headers);
      throw error;
    }
  });
}

/**
 * Begins a session for a person who knows the password. An unknown address costs the same time as a wrong password
 * (Better Auth hashes in both cases) and is refused with the same words.
 */
export async function signInWithPassword(
  auth: PortalAuth,
  pool: Pool,
  body: SignIn,
  arrival: Arrival,
): Promise<Result<{ sessionToken: string }>> {
  return begin(pool, arrival, async (headers) => (await auth.api.signInEmail({ body, headers })).token);
}

/** Begins a session and ends the one it replaces, so that no token from before a sign-in is worth anything after it. */
async function begin(
  pool: Pool,
  arrival: Arrival,
  attempt: (headers: Headers) => Promise<string | null>,
): Promise<Result<{ sessionToken: string }>> {
  const headers = new Headers();
  if (arrival.ip !== null) headers.set(clientAddressHeader, arrival.ip);
  if (arrival.userAgent !== null) headers.set("user-agent", arrival.userAgent);
  let sessionToken: string | null;
  try {
    sessionToken = await attempt(headers);
  } catch (error) {
    return explain(error);
  }
  if (sessionToken === null) throw new Error("Better Auth began no session");
  if (arrival.replaces !== null)
    await endSession(pool, arrival.replaces.portal, { id: arrival.replaces.sessionId });
  return ok({ sessionToken });
}

/** Better Auth's refusals in our words. Whatever else went wrong is thrown on. */
function explain(error: unknown): Result<never> {
  switch (codeOf(error)) {
    case "INVALID_EMAIL_OR_PASSWORD":
      return refuse({ code: "credentials.invalid" });
    case "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL":
      return refuse({ code: "account.exists", field: "email" });
    default:
      throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof APIError ? error.body?.code : undefined;
}
