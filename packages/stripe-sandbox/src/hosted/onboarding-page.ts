import type Stripe from "stripe";
import { submitOnboarding } from "../connect/onboarding";
import { type Html, html, originsOf, type PageAnswer, type PageRequest, page, redirect } from "../http/page";
import { StripeError } from "../http/stripe-error";
import type { Platform } from "../platform";
import type { Sandbox } from "../sandbox";
import type { HostedLinkRow } from "../state/tables";
import { field } from "./field";
import { messagePage } from "./message-page";
import { readOnboardingForm } from "./onboarding-form";

interface OpenLink {
  platform: Platform;
  link: HostedLinkRow;
  account: Stripe.Account;
}

/** The link behind a URL, or the page (or way back to the platform) when it is used or too old. */
function openLink(sandbox: Sandbox, part: (name: string) => string, opening: boolean): OpenLink | PageAnswer {
  const token = part("token");
  const platform = sandbox.platformWith("hostedLinks", token);
  const link = platform?.store.get("hostedLinks", token);
  const account = platform?.store.get("accounts", link?.account ?? "")?.object;
  if (
    platform === null ||
    link?.kind !== "onboarding" ||
    account === undefined ||
    link.account !== part("account")
  ) {
    return messagePage("This link leads nowhere", "Ask for a new link where you came from.", 404);
  }
  const tooOld = opening && link.expiresAt <= sandbox.now();
  if ((link.used || tooOld) && link.refreshUrl !== null) return redirect(link.refreshUrl);
  return { platform, link, account };
}

export function onboardingPage(
  sandbox: Sandbox,
  _request: PageRequest,
  part: (name: string) => string,
): PageAnswer {
  const open = openLink(sandbox, part, true);
  return "status" in open ? open : renderOnboarding(open, {}, new URLSearchParams());
}

/** "Save for later" keeps what is there and leaves the rest due; "Submit" insists on all of it. */
export function submitOnboardingPage(
  sandbox: Sandbox,
  request: PageRequest,
  part: (name: string) => string,
): PageAnswer {
  const open = openLink(sandbox, part, false);
  if ("status" in open) return open;
  const complete = request.form.get("action") !== "save_for_later";
  const { form, problems } = readOnboardingForm(request.form, open.account, complete);
  if (Object.keys(problems).length > 0) return renderOnboarding(open, problems, request.form);
  try {
    sandbox.change(open.platform, (ctx) => {
      ctx.store.put("hostedLinks", part("token"), { ...open.link, used: true });
      submitOnboarding(ctx, open.account.id, form, request.remoteAddress);
    });
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return renderOnboarding(open, { account_number: error.body.message }, request.form);
  }
  return redirect(open.link.returnUrl ?? "/");
}

function renderOnboarding(
  open: OpenLink,
  problems: Record<string, string>,
  entered: URLSearchParams,
): PageAnswer {
  const { account, link } = open;
  const due = account.requirements?.currently_due ?? [];
  const value = (name: string, fallback = "") => ({ value: entered.get(name) ?? fallback });
  const content = html`<main class="hosted"><section class="card">
<p class="eyebrow">Payout details <span class="tag">sandbox</span></p>
<h1>Tell Stripe who is paid</h1>
<p>Evenshare works with Stripe to pay you. ${due.length === 0 ? "Nothing is missing; you can change your bank account here." : "What is still missing is asked below."}</p>
${Object.keys(problems).length === 0 ? null : html`<p class="problem" role="alert">Some details are missing or wrong. See below.</p>`}
<form method="post" novalidate>
<fieldset><legend>You</legend>
${choice(
  "business_type",
  "I am",
  [
    ["individual", "a person"],
    ["company", "a company"],
  ],
  entered.get("business_type") ?? account.business_type ?? "individual",
)}
<div class="pair">${field("first_name", "First name", problems, value("first_name"))}${field("last_name", "Last name", problems, value("last_name"))}</div>
${field("company_name", "Company name (companies only)", problems, value("company_name"))}
${field("dob", "Date of birth", problems, { ...value("dob"), type: "date" })}
${field("line1", "Address", problems, { ...value("line1"), autocomplete: "address-line1" })}
<div class="pair">${field("city", "City", problems, value("city"))}${field("postal_code", "Postal code", problems, value("postal_code"))}</div>
</fieldset>
<fieldset><legend>Bank account</legend>
${field("account_number", "IBAN or account number", problems, value("account_number"))}
<div class="pair">${field("routing_number", "Sort or routing code", problems, value("routing_number"))}
${field("currency", "Currency", problems, { ...value("currency", account.default_currency ?? "gbp"), maxlength: "3" })}</div>
</fieldset>
<p class="check"><input type="checkbox" id="tos" name="tos" value="yes"${entered.get("tos") === "yes" ? html` checked` : null}>
<label for="tos">I accept the Connected Account Agreement.</label>
${problems["tos"] === undefined ? null : html`<span class="problem">${problems["tos"]}</span>`}</p>
${choice(
  "verification",
  "Sandbox: the verification",
  [
    ["at_once", "passes at once"],
    ["in_one_hour", "passes after an hour of the clock"],
    ["needs_document", "asks for a document"],
  ],
  entered.get("verification") ?? "at_once",
)}
<p class="buttons"><button type="submit" name="action" value="submit">Submit</button>
<button type="submit" name="action" value="save_for_later" class="quiet">Save for later</button></p>
</form>
<details><summary>Test bank accounts</summary><dl class="cards">
<dt>GB82 WEST 1234 5698 7654 32</dt><dd>is paid</dd>
<dt>DE89 3704 0044 0532 0130 00</dt><dd>is paid</dd>
<dt>11111116</dt><dd>payouts fail: no such account</dd>
<dt>11111113</dt><dd>payouts fail: account closed</dd></dl></details>
</section></main>`;
  return page("Payout details", content, {
    status: Object.keys(problems).length === 0 ? 200 : 400,
    formTargets: originsOf(link.returnUrl, link.refreshUrl),
  });
}

function choice(name: string, label: string, options: [string, string][], chosen: string): Html {
  return html`<p class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${options.map(
    ([value, text]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : null}>${text}</option>`,
  )}</select></p>`;
}
