import { type LinkRequest, readMailChoices, saveMailChoices, unsubscribe } from "@evenshare/application";
import { type Result, views } from "@evenshare/domain";
import { Hono } from "hono";
import type { ApiContextOf, ApiEnv } from "../server/request-facts";
import { parseInput, RestFailure } from "../server/rest-failure";
import type { Services } from "../services";

export const unsubscribePath = "/api/unsubscribe";
const choicesPage = "/mail-choices";

/**
 * What the links in mails about work lead to; their token stands for signing in. A mail reader posts to the address
 * itself and everything about work is switched off (RFC 8058). Opened in a browser it changes nothing, because programs
 * that check mails open every link: it leads to the page on which a person chooses.
 */
export function unsubscribeRoutes({ deps }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get("/", (c) => c.redirect(`${choicesPage}?token=${encodeURIComponent(tokenOf(c))}`, 303))
    .post("/", async (c) => {
      valueFrom(await unsubscribe(deps, requestOf(c)));
      return c.text("You get no more mails about work. Mails about money are always sent.\n");
    })
    .get("/choices", async (c) =>
      c.json(views.mailChoices.parse(valueFrom(await readMailChoices(deps, tokenOf(c))))),
    )
    .post("/choices", async (c) => {
      const input = parseInput(views.saveMailChoicesInput, await c.req.json().catch(() => null));
      return c.json(views.mailChoices.parse(valueFrom(await saveMailChoices(deps, requestOf(c), input))));
    });
}

function tokenOf(c: ApiContextOf): string {
  return c.req.query("token") ?? "";
}

function requestOf(c: ApiContextOf): LinkRequest {
  const { ip, requestId } = c.get("facts");
  return { token: tokenOf(c), ip, requestId };
}

function valueFrom<T>(result: Result<T>): T {
  if (!result.ok) throw new RestFailure(result.failure);
  return result.value;
}
