import { randomUUID } from "node:crypto";
import { DevClock } from "@evenshare/dev-clock";
import type { Webhook } from "../network/webhook-relay";
import type { Product } from "../product/open-product";
import { postWebhook } from "../product/signed-webhook";
import type { Random } from "../random";
import { pause } from "../wait";

/** Brings the provider's webhooks to the API, in a manner of its own. */
export interface Courier {
  take(webhook: Webhook): void;
  /** Brings what was held back for days, and resolves when everything has been brought. */
  finish(): Promise<void>;
  readonly counted: Readonly<Counts>;
}

interface Counts {
  webhooks: number;
  deliveries: number;
  late: number;
  /** Forged or stale, and how many of these were taken as true. */
  false: number;
  believed: number;
}

/** Deliveries under way at once, as the provider would have them. */
const lanes = 8;
const mostCopies = 5;
/** How far apart copies and neighbours may come. */
const spreadMs = 10_000;
const lateInHundred = 2;
const falseInHundred = 1;
const staleSeconds = 600;

/** Once each, in the order in which they came. */
export function courierInOrder(product: Product, secrets: ReadonlyMap<string, string>): Courier {
  const counted: Counts = { webhooks: 0, deliveries: 0, late: 0, false: 0, believed: 0 };
  let last: Promise<void> = Promise.resolve();
  return {
    counted,
    take(webhook) {
      counted.webhooks += 1;
      last = last.then(() => bring(product, secrets, webhook, counted));
    },
    finish: () => last,
  };
}

/**
 * One to five times each, shuffled; some only at `finish`, and beside one in a hundred a copy that nobody should believe:
 * wrongly signed, signed long ago, or changed after it was signed.
 */
export function shufflingCourier(
  product: Product,
  secrets: ReadonlyMap<string, string>,
  random: Random,
): Courier {
  const counted: Counts = { webhooks: 0, deliveries: 0, late: 0, false: 0, believed: 0 };
  const late: Webhook[] = [];
  const underWay = new Set<Promise<void>>();
  const inLanes = openLanes();

  function send(after: number, work: () => Promise<void>): void {
    const sent = pause(after).then(() => inLanes(work));
    underWay.add(sent);
    void sent.finally(() => underWay.delete(sent));
  }

  function sendCopies(webhook: Webhook): void {
    for (let copies = random.between(1, mostCopies); copies > 0; copies -= 1)
      send(random.between(0, spreadMs), () => bring(product, secrets, webhook, counted));
  }

  async function settle(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay);
  }

  return {
    counted,
    take(webhook) {
      counted.webhooks += 1;
      if (random.between(1, 100) <= falseInHundred) {
        const manner = random.pick(["forged", "stale", "changed"] as const);
        send(random.between(0, spreadMs), () => bringFalse(product, secrets, webhook, manner, counted));
      }
      if (random.between(1, 100) > lateInHundred) return sendCopies(webhook);
      counted.late += 1;
      late.push(webhook);
    },
    async finish() {
      await settle();
      for (const webhook of late.splice(0)) sendCopies(webhook);
      await settle();
    },
  };
}

async function bring(
  product: Product,
  secrets: ReadonlyMap<string, string>,
  { path, body }: Webhook,
  counted: Counts,
): Promise<void> {
  // The provider signs each attempt anew, and tries until it is taken.
  for (;;) {
    counted.deliveries += 1;
    const signed = { body, secret: secrets.get(path) ?? "", signedAt: nowOf(product) };
    const status = await postWebhook(product.stack.urls.brandApi + path, signed);
    if (status === 200) return;
    await pause(500);
  }
}

/** Under an id of its own, so that it would be worked on if it were believed. */
async function bringFalse(
  product: Product,
  secrets: ReadonlyMap<string, string>,
  { path, body }: Webhook,
  manner: "forged" | "stale" | "changed",
  counted: Counts,
): Promise<void> {
  counted.false += 1;
  const id = `evt_${randomUUID().replaceAll("-", "")}`;
  const secret = manner === "forged" ? `whsec_${randomUUID()}` : (secrets.get(path) ?? "");
  const signedAt = nowOf(product) - (manner === "stale" ? staleSeconds : 0);
  const posted = { body: JSON.stringify({ ...JSON.parse(body), id }), secret, signedAt };
  const url = product.stack.urls.brandApi + path;
  const status = await postWebhook(url, manner === "changed" ? { ...posted, signedBody: body } : posted);
  const { rowCount } = await product.database.query("select from provider_event where event_id = $1", [id]);
  if (status !== 400 || rowCount !== 0) counted.believed += 1;
}

function nowOf({ stack }: Product): number {
  return Math.floor(new DevClock(stack.clockFile).now().getTime() / 1_000);
}

/** Runs work a few at a time, in the order in which it comes. */
function openLanes(): (work: () => Promise<void>) => Promise<void> {
  const ends: Promise<void>[] = Array.from({ length: lanes }, () => Promise.resolve());
  let turn = 0;
  return (work) => {
    const lane = turn % lanes;
    turn += 1;
    const done = (ends[lane] ?? Promise.resolve()).then(work);
    ends[lane] = done.catch(() => undefined);
    return done;
  };
}
