import {
  type Arrival,
  linkBody,
  newPasswordBody,
  resetRequestBody,
  type SignedIn,
  secondStepBody,
  signInBody,
  signUpBody,
} from "@evenshare/auth";
import type { Result } from "@evenshare/domain";
import { Hono } from "hono";
import type { ApiContextOf, ApiEnv } from "../server/request-facts";
import { parseInput, RestFailure } from "../server/rest-failure";
import type { Services } from "../services";

/** Sign-up, sign-in and sign-out of one portal, and where the links of mails about an account arrive. */
export function authRoutes({ auth }: Services): Hono<ApiEnv> {
  const { account } = auth;
  return new Hono<ApiEnv>()
    .post("/sign-up/email", async (c) => {
      const body = parseInput(signUpBody, await readJson(c));
      return welcome(c, unwrap(await auth.signUp(c.get("facts").portal, body, await arrivalOf(c))));
    })
    .post("/sign-in/email", async (c) => {
      const body = parseInput(signInBody, await readJson(c));
      const first = unwrap(await auth.signIn(c.get("facts").portal, body, await arrivalOf(c)));
      return "challenge" in first ? c.json({ user: null, challenge: first.challenge }) : welcome(c, first);
    })
    .post("/sign-in/second-factor", async (c) => {
      const body = parseInput(secondStepBody, await readJson(c));
      return welcome(c, unwrap(await auth.signInWithCode(c.get("facts").portal, body, await arrivalOf(c))));
    })
    .post("/sign-out", async (c) => {
      const { setCookie } = await auth.signOut(c.get("facts").portal, c.req.header("cookie") ?? null);
      c.header("set-cookie", setCookie);
      return c.json({});
    })
    .post("/request-password-reset", async (c) => {
      const { email } = parseInput(resetRequestBody, await readJson(c));
      unwrap(await account.requestReset(c.get("facts").portal, email, c.get("facts")));
      return c.json({});
    })
    .post("/reset-password", async (c) => {
      const body = parseInput(newPasswordBody, await readJson(c));
      unwrap(await account.resetPassword(c.get("facts").portal, body, c.get("facts")));
      return c.json({});
    })
    .post("/verify-email", async (c) => {
      const { token } = parseInput(linkBody, await readJson(c));
      return c.json(unwrap(await account.verifyEmail(token, c.get("facts"))));
    })
    .post("/confirm-email", async (c) => {
      const { token } = parseInput(linkBody, await readJson(c));
      return c.json(unwrap(await account.confirmEmail(c.get("facts").portal, token, c.get("facts"))));
    })
    .post("/restore-email", async (c) => {
      const { token } = parseInput(linkBody, await readJson(c));
      return c.json(unwrap(await account.restoreEmail(c.get("facts").portal, token, c.get("facts"))));
    });
}

function welcome(c: ApiContextOf, { setCookie, session }: SignedIn): Response {
  c.header("set-cookie", setCookie);
  const { id, name, email } = session.user;
  return c.json({ user: { id, name, email } });
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new RestFailure(result.failure);
  return result.value;
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
