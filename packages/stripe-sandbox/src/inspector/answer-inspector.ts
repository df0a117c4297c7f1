import { messagePage } from "../hosted/message-page";
import type { PageAnswer, PageRequest } from "../http/page";
import { redirect } from "../http/page";
import { StripeError } from "../http/stripe-error";
import { defaultKey, type Platform } from "../platform";
import type { Sandbox } from "../sandbox";
import { runAction } from "./actions";
import { inspectorPage } from "./inspector-page";
import { versionOf } from "./version";

/** The inspector at `/`, its buttons, and the number its script watches; null for any other URL. */
export async function answerInspector(sandbox: Sandbox, request: PageRequest): Promise<PageAnswer | null> {
  const platform = chosenPlatform(sandbox, request.query.get("platform") ?? request.form.get("platform"));
  if (request.method === "GET" && request.path === "/") return inspectorPage(sandbox, platform);
  if (request.method === "GET" && request.path === "/inspector/version") {
    const headers = { "content-type": "text/plain", "cache-control": "no-store" };
    return { status: 200, headers, body: versionOf(platform) };
  }
  if (request.method !== "POST" || request.path !== "/inspector/actions") return null;
  try {
    await runAction(sandbox, platform, request.form);
  } catch (error) {
    if (error instanceof StripeError || error instanceof RangeError) {
      return messagePage("That did not work", error.message, 400);
    }
    throw error;
  }
  return redirect(`/?platform=${encodeURIComponent(platform.key)}`);
}

function chosenPlatform(sandbox: Sandbox, key: string | null): Platform {
  const known = sandbox.platforms().find((platform) => platform.key === key);
  return known ?? sandbox.platform(defaultKey);
}
