import { z } from "zod";

const listSchema = z.object({
  data: z.array(z.looseObject({ id: z.string() })),
  has_more: z.boolean(),
});
const metadata = z.record(z.string(), z.string()).default({});

const transferSchema = z.object({
  id: z.string(),
  amount: z.int(),
  currency: z.string(),
  destination: z.string(),
  metadata,
});
const payoutSchema = z.object({ id: z.string(), amount: z.int(), status: z.string(), metadata });
const chargeSchema = z.object({ id: z.string(), amount: z.int(), status: z.string() });
const disputeSchema = z.object({ id: z.string(), charge: z.string() });
const amounts = z.array(z.object({ amount: z.int(), currency: z.string() }));
const balanceSchema = z.object({ available: amounts, pending: amounts });
const problemsSchema = z.object({ problems: z.array(z.string()) });
const endpointsSchema = z.array(z.object({ id: z.string(), url: z.string(), secret: z.string() }));
const faultSchema = z.array(z.object({ kind: z.string(), fired: z.int() }));

/** A fault rule of the sandbox's control plane; see its README. */
export interface FaultRule {
  readonly kind: string;
  readonly method?: "GET" | "POST";
  readonly path?: string;
  readonly times?: number;
  readonly ms?: number;
}

export interface WebhookFaultRule {
  readonly kind: string;
  readonly event?: string;
  readonly times?: number;
  readonly ms?: number;
}

/** The payment provider's own books and its control plane, seen from outside the product. */
export class SandboxClient {
  readonly #url: string;
  readonly #key: string;

  constructor(url: string, key: string) {
    this.#url = url;
    this.#key = key;
  }

  transfers = () => this.#list("/v1/transfers", transferSchema);
  charges = () => this.#list("/v1/charges", chargeSchema);
  disputes = () => this.#list("/v1/disputes", disputeSchema);
  payouts = (account: string) => this.#list("/v1/payouts", payoutSchema, account);

  /** Available and pending together, in minor units by currency in capitals. */
  async balance(account?: string): Promise<Map<string, bigint>> {
    const { available, pending } = balanceSchema.parse(await this.#call("GET", "/v1/balance", { account }));
    const totals = new Map<string, bigint>();
    for (const { amount, currency } of [...available, ...pending]) {
      const code = currency.toUpperCase();
      totals.set(code, (totals.get(code) ?? 0n) + BigInt(amount));
    }
    return totals;
  }

  /**
   * Money of the platform's own, in minor units and available at once: out of it come the provider's fees, which for small
   * payments are more than ours.
   */
  async endow(amount: number, currency = "gbp"): Promise<void> {
    const body = new URLSearchParams({
      amount: String(amount),
      currency,
      confirm: "true",
      payment_method: "pm_card_bypassPending",
      "payment_method_types[0]": "card",
    });
    await this.#call("POST", "/v1/payment_intents", { body: body.toString() });
  }

  /** What does not add up in the sandbox's books. */
  async findings(): Promise<string[]> {
    return problemsSchema.parse(await this.control("GET", "ledger-check")).problems;
  }

  addFault = (rule: FaultRule) => this.control("POST", "faults", rule);
  /** Kinds of rules that have not struck. */
  idleFaults = () => this.#idle("faults");
  clearFaults = () => this.control("DELETE", "faults");
  addWebhookFault = (rule: WebhookFaultRule) => this.control("POST", "webhook-faults", rule);
  idleWebhookFaults = () => this.#idle("webhook-faults");
  clearWebhookFaults = () => this.control("DELETE", "webhook-faults");

  /** Lets events go to another origin from now on; answers the signing secrets by the paths they go to. */
  async sendWebhooksTo(origin: string): Promise<Map<string, string>> {
    const secrets = new Map<string, string>();
    for (const { id, url, secret } of endpointsSchema.parse(await this.control("GET", "webhook-endpoints"))) {
      const { pathname } = new URL(url);
      const body = new URLSearchParams({ url: origin + pathname });
      await this.#call("POST", `/v1/webhook_endpoints/${id}`, { body: body.toString() });
      secrets.set(pathname, secret);
    }
    return secrets;
  }

  /** Moves the clock that product and sandbox share; answers when everything due on the way has happened. */
  advance = (ms: number) => this.control("POST", "clock", { advanceMs: ms });

  async control(method: "GET" | "POST" | "DELETE", path: string, body?: object): Promise<unknown> {
    return this.#call(method, `/_sandbox/${path}`, body === undefined ? {} : { body: JSON.stringify(body) });
  }

  async #idle(rules: "faults" | "webhook-faults"): Promise<string[]> {
    const all = faultSchema.parse(await this.control("GET", rules));
    return all.filter(({ fired }) => fired === 0).map(({ kind }) => kind);
  }

  async #list<T extends { id: string }>(path: string, schema: z.ZodType<T>, account?: string): Promise<T[]> {
    const found: T[] = [];
    for (let after = ""; ; ) {
      const from = after === "" ? "" : `&starting_after=${after}`;
      const page = listSchema.parse(await this.#call("GET", `${path}?limit=100${from}`, { account }));
      found.push(...page.data.map((item) => schema.parse(item)));
      const last = page.data.at(-1);
      if (!page.has_more || last === undefined) return found;
      after = last.id;
    }
  }

  async #call(
    method: string,
    path: string,
    { account, body }: { account?: string | undefined; body?: string },
  ): Promise<unknown> {
    const answer = await fetch(this.#url + path, {
      method,
      headers: {
        authorization: `Bearer ${this.#key}`,
        ...(account === undefined ? {} : { "stripe-account": account }),
      },
      ...(body === undefined ? {} : { body }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }
}
