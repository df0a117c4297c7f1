import { randomUUID } from "node:crypto";
import type { PaymentGateway } from "@evenshare/application";
import type { PaymentGatewayOptions } from "../../src";
import { openGateway } from "../support/gateway";
import { startSandboxProcess } from "./start-sandbox";
import { doneValue, type Target } from "./target";

export const goodBank = "GB82WEST12345698765432";
/** Payouts to this account come back. */
export const closedBank = "11111113";

export interface SandboxTarget extends Target {
  readonly url: string;
  readonly secretKey: string;
  /** A gateway to the same platform with other options. */
  reopen(options: Partial<PaymentGatewayOptions>): PaymentGateway;
  /** Fills in the hosted payment page with a card number; gives the HTTP status of the answer. */
  payByCard(pageUrl: string, cardNumber: string): Promise<number>;
  onboard(accountId: string, bank: string): Promise<void>;
  newAccount(): Promise<string>;
  control(path: string, body: object): Promise<void>;
}

/** A platform of its own on a sandbox of its own. */
export async function openSandboxTarget(
  options: Partial<PaymentGatewayOptions> = {},
): Promise<SandboxTarget> {
  const { url, stop } = await startSandboxProcess();
  const secretKey = `sk_test_${randomUUID().replaceAll("-", "")}`;
  const reopen = (other: Partial<PaymentGatewayOptions>) =>
    openGateway({ secretKey, apiBase: url, ...options, ...other });
  const gateway = reopen({});

  const payByCard = async (pageUrl: string, cardNumber: string) => {
    const page = await postForm(pageUrl, {
      email: "brand@example.com",
      number: cardNumber,
      exp: "12/40",
      cvc: "123",
      name: "A Payer",
    });
    return page.status;
  };
  const newAccount = async () => {
    const account = await gateway.createAccount({
      operation: { id: randomUUID(), attemptClass: 0 },
      organizationId: randomUUID(),
      email: "producer@example.com",
      businessName: "Studio North",
      country: "GB",
      currency: "GBP",
    });
    return doneValue(account).accountId;
  };
  const onboard = async (accountId: string, bank: string) => {
    const link = await gateway.createOnboardingLink(
      accountId,
      "https://p.example.com/",
      "https://p.example.com/again",
    );
    const page = await postForm(doneValue(link).url, { ...person, account_number: bank });
    if (page.status !== 303 && page.status !== 302)
      throw new Error(`onboarding answered ${page.status}: ${await page.text()}`);
  };

  return {
    url,
    secretKey,
    gateway,
    reopen,
    payByCard,
    newAccount,
    onboard,
    pay: async (request) => {
      const session = doneValue(await gateway.createCheckout(request));
      await payByCard(session.url, "4242424242424242");
      const paid = doneValue(await gateway.readCheckout(session.sessionId));
      if (paid.status !== "complete" || paid.paymentIntentId === null)
        throw new Error("the session is not paid");
      return paid.paymentIntentId;
    },
    payableAccount: async () => {
      const accountId = await newAccount();
      await onboard(accountId, goodBank);
      return accountId;
    },
    control: async (path, body) => {
      const answer = await fetch(`${url}/_sandbox${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${secretKey}` },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    },
    close: stop,
  };
}

const person = {
  action: "submit",
  business_type: "individual",
  first_name: "Pat",
  last_name: "North",
  dob: "1980-01-31",
  line1: "1 High Street",
  city: "Leeds",
  postal_code: "LS1 1AA",
  tos: "yes",
  verification: "at_once",
};

function postForm(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
}

/** An hour and a day in milliseconds of the development clock. */
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
