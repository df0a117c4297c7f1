import { MemoryClock } from "@evenshare/dev-clock";
import fc from "fast-check";
import { moveClock } from "../../src/clock/move-clock";
import { failPayout } from "../../src/connect/payout-steps";
import { actingFor } from "../../src/context";
import { answerApi } from "../../src/http/api";
import type { Platform } from "../../src/platform";
import { routes } from "../../src/routes";
import { Sandbox } from "../../src/sandbox";
import type { ObjectOf, ObjectTable, Owned } from "../../src/state/tables";
import { startOfTests } from "./world";

/** One random step; `pick` chooses among the objects there are, `part` a share of an amount in percent. */
export interface Step {
  kind: (typeof kinds)[number];
  amount: number;
  currency: string;
  pick: number;
  part: number;
}

const kinds = [
  "pay",
  "pay",
  "pay_available",
  "decline",
  "reserve",
  "capture",
  "cancel_intent",
  "refund",
  "transfer_from_charge",
  "transfer_from_charge",
  "transfer",
  "reverse",
  "payout_connected",
  "payout_platform",
  "cancel_payout",
  "fail_payout",
  "advance",
  "advance",
] as const;

export const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  amount: fc.integer({ min: 500, max: 200_000 }).map((value) => value * 10),
  currency: fc.constantFrom("gbp", "eur", "jpy", "kwd"),
  pick: fc.nat(1000),
  // Above a hundred on purpose: asking for too much must change nothing.
  part: fc.integer({ min: 1, max: 120 }),
});

/** A sandbox without HTTP, two connected accounts ready to be paid. */
export class LedgerWorld {
  readonly sandbox = new Sandbox({
    clock: new MemoryClock(startOfTests),
    seed: "property",
    folder: null,
    publicUrl: "http://localhost",
  });
  readonly platform: Platform = this.sandbox.platform("sk_test_property");
  /** How many requests were accepted, to know that the steps did something. */
  accepted = 0;
  #accounts: string[] = [];

  async prepare(): Promise<void> {
    for (const number of ["00012345", "11111116"]) {
      const form =
        "country=GB&business_type=individual&capabilities[transfers][requested]=true" +
        "&individual[first_name]=A&individual[last_name]=B&individual[dob][day]=1&individual[dob][month]=1" +
        "&individual[dob][year]=1990&individual[address][line1]=1&individual[address][city]=L" +
        "&individual[address][postal_code]=E1&tos_acceptance[date]=1&tos_acceptance[ip]=127.0.0.1" +
        `&external_account[object]=bank_account&external_account[country]=GB&external_account[account_number]=${number}`;
      await this.#post("/v1/accounts", form);
    }
    const accounts = [...this.platform.store.all("accounts")].map((row) => row.object);
    this.#accounts = accounts.filter((one) => one.id !== this.platform.account).map((one) => one.id);
  }

  /** Does one step; a step that makes no sense is refused by the sandbox, and must change nothing. */
  async run(one: Step): Promise<void> {
    switch (one.kind) {
      case "pay":
        return this.#pay(one, "pm_card_visa", "");
      case "pay_available":
        return this.#pay(one, "pm_card_bypassPending", "");
      case "decline":
        return this.#pay(one, "pm_card_chargeDeclined", "");
      case "reserve":
        return this.#pay(one, "pm_card_visa", "&capture_method=manual");
      case "advance":
        return moveClock(this.sandbox, (clock) => clock.advanceBy(one.part * 3_600_000));
      case "fail_payout":
        return this.#failPayout(one.pick);
      default:
        return this.#act(one);
    }
  }

  async #act(one: Step): Promise<void> {
    const intent = this.#choose("paymentIntents", one.pick);
    const charge = this.#choose("charges", one.pick);
    const transfer = this.#choose("transfers", one.pick);
    const payout = this.#choose("payouts", one.pick);
    const account = this.#accounts[one.pick % this.#accounts.length] ?? "";
    const share = (amount: number) => Math.max(10, Math.round((amount * one.part) / 1000) * 10);
    const requests: Partial<Record<Step["kind"], [path: string, form: string, account?: string]>> = {
      capture: [
        `/v1/payment_intents/${intent?.id}/capture`,
        `amount_to_capture=${share(intent?.amount ?? 0)}`,
      ],
      cancel_intent: [`/v1/payment_intents/${intent?.id}/cancel`, ""],
      refund: ["/v1/refunds", `charge=${charge?.id}&amount=${share(charge?.amount ?? 0)}`],
      transfer_from_charge: [
        "/v1/transfers",
        `amount=${share(charge?.amount ?? 0)}&currency=${charge?.currency}&destination=${account}&source_transaction=${charge?.id}`,
      ],
      transfer: ["/v1/transfers", `amount=${one.amount}&currency=${one.currency}&destination=${account}`],
      reverse: [`/v1/transfers/${transfer?.id}/reversals`, `amount=${share(transfer?.amount ?? 0)}`],
      payout_connected: ["/v1/payouts", `amount=${one.amount}&currency=${one.currency}`, account],
      payout_platform: ["/v1/payouts", `amount=${one.amount}&currency=${one.currency}`],
      cancel_payout: [`/v1/payouts/${payout?.id}/cancel`, ""],
    };
    const request = requests[one.kind];
    if (request !== undefined) await this.#post(...request);
  }

  #failPayout(pick: number): void {
    const payout = this.#choose("payouts", pick);
    if (payout === undefined || payout.status === "failed" || payout.status === "canceled") return;
    this.sandbox.change(this.platform, (ctx) => {
      const owner = ctx.store.get("payouts", payout.id)?.account ?? "";
      failPayout(actingFor(ctx, owner), payout, "account_closed");
    });
    this.accepted += 1;
  }

  #pay(one: Step, token: string, more: string): Promise<void> {
    const form = `amount=${one.amount}&currency=${one.currency}&payment_method=${token}&confirm=true${more}`;
    return this.#post("/v1/payment_intents", form);
  }

  #choose<T extends ObjectTable>(table: T, pick: number): ObjectOf<T> | undefined {
    const rows: Owned<ObjectOf<T>>[] = [...this.platform.store.all(table)];
    return rows[pick % Math.max(1, rows.length)]?.object;
  }

  async #post(path: string, body: string, account?: string): Promise<void> {
    const headers: Record<string, string | undefined> = {
      authorization: `Bearer ${this.platform.key}`,
      "stripe-account": account,
    };
    const request = {
      method: "POST",
      path,
      query: "",
      body,
      header: (name: string) => headers[name] ?? null,
    };
    const answer = await answerApi(this.sandbox, routes, request);
    if (answer.status === 200) this.accepted += 1;
    if (answer.status >= 500) throw new Error(`${path} ${body}: ${answer.body}`);
  }
}
