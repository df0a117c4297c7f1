import { type Arrival, type SignedIn, signInBody, signUpBody } from "@evenshare/auth";
import type { Result } from "@evenshare/domain";
import { Hono } from "hono";
import type { ApiContextOf, ApiEnv } from "../server/request-facts";
import { parseInput, RestFailure } from "../server/rest-failure";
import type { Services } from "../services";

/** Sign-up, sign-in and sign-out of one portal. */
export function authRoutes({ auth }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .post("/sign-up/email", async (c) => {
      const body = parseInput(signUpBody, await readJson(c));
      return welcome(c, await auth.signUp(c.get("facts").portal, body, await arrivalOf(c)));
    })
    .post("/sign-in/email", async (c) => {
      const body = parseInput(signInBody, await readJson(c));
      return welcome(c, await auth.signIn(c.get("facts").portal, body, await arrivalOf(c)));
    })
    .post("/sign-out", async (c) => {
      const { setCookie } = await auth.signOut(c.get("facts").portal, c.req.header("cookie") ?? null);
      c.header("set-cookie", setCookie);
      return c.json({});
    });
}

function welcome(c: ApiContextOf, result: Result<SignedIn>): Response {
  if (!result.ok) throw new RestFailure(result.failure);
  c.header("set-cookie", result.value.setCookie);
  return c.json({ user: result.value.session.user });
}

async function arrivalOf(c: ApiContextOf): Promise<Arrival> {
  const { ip, userAgent, session } = c.get("facts");
  return { ip, userAgent, replaces: await session() };
}

async function readJson(c: ApiContextOf): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw new RestFailure({ code: "input.unreadable" });
  }
}
