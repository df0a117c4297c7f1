import { MemoryClock } from "@evenshare/dev-clock";
import fc from "fast-check";
import { moveClock } from "../../src/clock/move-clock";
import { failPayout } from "../../src/connect/payout-steps";
import { actingFor } from "../../src/context";
import { answerControl } from "../../src/control/answer-control";
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

export const kinds = [
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
  "debit",
  "debit",
  "answer_debit",
  "return_debit",
  "dispute",
  "inquire",
  "give_evidence",
  "decide",
  "fail_refund",
  "pay_slow_refund",
  "pay_failing_refund",
  "top_up",
  "fail_topup",
  "adjust",
  "advance",
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
  /** How many steps of each kind were accepted, to know that they did something. */
  readonly acceptedOf = new Map<Step["kind"], number>();
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

  /** How many steps were accepted in all. */
  get accepted(): number {
    return [...this.acceptedOf.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Does one step; a step that makes no sense is refused by the sandbox, and must change nothing. */
  async run(one: Step): Promise<void> {
    if (await this.#do(one)) this.acceptedOf.set(one.kind, (this.acceptedOf.get(one.kind) ?? 0) + 1);
    // What the step has made due at once belongs to it, not to the next.
    this.sandbox.tick();
  }

  /** Whether the step was accepted. */
  async #do(one: Step): Promise<boolean> {
    switch (one.kind) {
      case "pay":
        return this.#pay(one, "pm_card_visa", "");
      case "pay_available":
        return this.#pay(one, "pm_card_bypassPending", "");
      case "decline":
        return this.#pay(one, "pm_card_chargeDeclined", "");
      case "pay_slow_refund":
        return this.#pay(one, "pm_card_pendingRefund", "");
      case "pay_failing_refund":
        return this.#pay(one, "pm_card_refundFail", "");
      case "debit":
        return this.#debit(one);
      case "answer_debit":
      case "return_debit":
      case "dispute":
      case "inquire":
      case "decide":
      case "fail_refund":
      case "fail_topup":
      case "adjust":
        return this.#control(one);
      case "reserve":
        return this.#pay(one, "pm_card_visa", "&capture_method=manual");
      case "advance":
        await moveClock(this.sandbox, (clock) => clock.advanceBy(one.part * 3_600_000));
        return true;
      case "fail_payout":
        return this.#failPayout(one.pick);
      default:
        return this.#act(one);
    }
  }

  async #act(one: Step): Promise<boolean> {
    const intent = this.#choose("paymentIntents", one.pick);
    const reserved = this.#choose("paymentIntents", one.pick, ({ status }) => status === "requires_capture");
    const rich = [...this.platform.store.all("balances")].find(
      (row) => row.account !== this.platform.account && row.available > 100,
    );
    const charge = this.#choose("charges", one.pick);
    const transfer = this.#choose("transfers", one.pick);
    const payout = this.#choose("payouts", one.pick, ({ status }) => status === "pending");
    const account = this.#accounts[one.pick % this.#accounts.length] ?? "";
    const share = (amount: number) => Math.max(10, Math.round((amount * one.part) / 1000) * 10);
    const requests: Partial<Record<Step["kind"], [path: string, form: string, account?: string]>> = {
      capture: [
        `/v1/payment_intents/${reserved?.id}/capture`,
        `amount_to_capture=${share(reserved?.amount ?? 0)}`,
      ],
      cancel_intent: [`/v1/payment_intents/${intent?.id}/cancel`, ""],
      refund: ["/v1/refunds", `charge=${charge?.id}&amount=${share(charge?.amount ?? 0)}`],
      transfer_from_charge: [
        "/v1/transfers",
        `amount=${share(charge?.amount ?? 0)}&currency=${charge?.currency}&destination=${account}&source_transaction=${charge?.id}`,
      ],
      transfer: ["/v1/transfers", `amount=${one.amount}&currency=${one.currency}&destination=${account}`],
      reverse: [`/v1/transfers/${transfer?.id}/reversals`, `amount=${share(transfer?.amount ?? 0)}`],
      payout_connected: [
        "/v1/payouts",
        `amount=${share(rich?.available ?? 0)}&currency=${rich?.currency}`,
        rich?.account,
      ],
      payout_platform: ["/v1/payouts", `amount=${one.amount}&currency=${one.currency}`],
      cancel_payout: [`/v1/payouts/${payout?.id}/cancel`, ""],
      top_up: ["/v1/topups", `amount=${one.amount}&currency=${one.currency}`],
      give_evidence: [
        `/v1/disputes/${this.#choose("disputes", one.pick)?.id}`,
        `evidence[uncategorized_text]=${["winning_evidence", "losing_evidence", "x"][one.part % 3]}`,
      ],
    };
    const request = requests[one.kind];
    if (request === undefined) throw new Error(`no request for ${one.kind}`);
    return this.#post(...request);
  }

  #debit(one: Step): Promise<boolean> {
    const tokens = ["success", "success", "insufficientFunds", "dispute", "processing"];
    const form =
      `amount=${one.amount}&currency=usd&payment_method=pm_usBankAccount_${tokens[one.pick % tokens.length]}` +
      "&payment_method_types[]=us_bank_account&mandate_data[customer_acceptance][type]=offline&confirm=true";
    return this.#post("/v1/payment_intents", form);
  }

  /** What a bank or Stripe would do, by the control plane. */
  async #control(one: Step): Promise<boolean> {
    const charge = this.#choose("charges", one.pick)?.id;
    const pending = this.#choose("charges", one.pick, ({ status }) => status === "pending");
    const topup = this.#choose("topups", one.pick, ({ status }) => status === "pending");
    const refund = this.#choose(
      "refunds",
      one.pick,
      ({ id, status }) => id.startsWith("re_") && status !== "failed",
    );
    const account = this.#accounts[one.pick % this.#accounts.length];
    const lucky = one.part % 2 === 0;
    const requests: Partial<Record<Step["kind"], [path: string, body: object]>> = {
      answer_debit: [`charges/${pending?.id}/answer`, { outcome: lucky ? "succeeded" : "failed" }],
      return_debit: [`charges/${charge}/return`, {}],
      dispute: [`charges/${charge}/dispute`, {}],
      inquire: [`charges/${charge}/dispute`, { inquiry: true }],
      decide: [
        `disputes/${this.#choose("disputes", one.pick)?.id}/decide`,
        { outcome: lucky ? "won" : "lost" },
      ],
      fail_refund: [`refunds/${refund?.id}/fail`, {}],
      fail_topup: [`topups/${topup?.id}/fail`, {}],
      adjust: [`accounts/${account}/adjust`, { amount: (one.part - 60) * 10, currency: one.currency }],
    };
    const [path, body] = requests[one.kind] ?? ["", {}];
    const headers: Record<string, string> = { authorization: `Bearer ${this.platform.key}` };
    const answer = await answerControl(this.sandbox, {
      method: "POST",
      path: `/_sandbox/${path}`,
      query: "",
      body: JSON.stringify(body),
      header: (name) => headers[name] ?? null,
    });
    if (answer.status >= 500) throw new Error(`${path}: ${answer.body}`);
    return answer.status === 200;
  }

  #failPayout(pick: number): boolean {
    const payout = this.#choose("payouts", pick);
    if (payout === undefined || payout.status === "failed" || payout.status === "canceled") return false;
    this.sandbox.change(this.platform, (ctx) => {
      const owner = ctx.store.get("payouts", payout.id)?.account ?? "";
      failPayout(actingFor(ctx, owner), payout, "account_closed");
    });
    return true;
  }

  #pay(one: Step, token: string, more: string): Promise<boolean> {
    const form = `amount=${one.amount}&currency=${one.currency}&payment_method=${token}&confirm=true${more}`;
    return this.#post("/v1/payment_intents", form);
  }

  #choose<T extends ObjectTable>(
    table: T,
    pick: number,
    keep: (object: ObjectOf<T>) => boolean = () => true,
  ): ObjectOf<T> | undefined {
    const rows: Owned<ObjectOf<T>>[] = [...this.platform.store.all(table)];
    const kept = rows.filter((row) => keep(row.object));
    return kept[pick % Math.max(1, kept.length)]?.object;
  }

  async #post(path: string, body: string, account?: string): Promise<boolean> {
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
    if (answer.status >= 500) throw new Error(`${path} ${body}: ${answer.body}`);
    return answer.status === 200;
  }
}
