import type { PageAnswer, PageRequest } from "../http/page";
import { matchPattern } from "../http/route";
import type { Sandbox } from "../sandbox";
import { answerSessionChallengePage, challengePage } from "./challenge-page";
import { checkoutPage, payCheckout } from "./checkout-page";
import { answerIntentChallengePage, intentChallengePage } from "./intent-challenge-page";
import { loginPage } from "./login-page";
import { onboardingPage, submitOnboardingPage } from "./onboarding-page";

type PageHandler = (sandbox: Sandbox, request: PageRequest, part: (name: string) => string) => PageAnswer;

const pages: [method: string, pattern: string, handle: PageHandler][] = [
  ["GET", "/c/pay/:session", checkoutPage],
  ["POST", "/c/pay/:session", payCheckout],
  ["GET", "/c/pay/:session/challenge", challengePage],
  ["POST", "/c/pay/:session/challenge", answerSessionChallengePage],
  ["GET", "/3ds/:intent", intentChallengePage],
  ["POST", "/3ds/:intent", answerIntentChallengePage],
  ["GET", "/setup/e/:account/:token", onboardingPage],
  ["POST", "/setup/e/:account/:token", submitOnboardingPage],
  ["GET", "/express/:account/:token", loginPage],
];

/** The hosted page of a URL, or null when the URL is none of theirs. */
export function answerHostedPage(sandbox: Sandbox, request: PageRequest): PageAnswer | null {
  for (const [method, pattern, handle] of pages) {
    const parts = request.method === method ? matchPattern(pattern, request.path) : null;
    if (parts !== null) return handle(sandbox, request, (name) => parts.get(name) ?? "");
  }
  return null;
}
