import { z } from "zod";
import { command } from "./milestones";
import type { World } from "./world";

/** The page on which the brand saves a card, and its id. */
async function openSetup({ brand }: World): Promise<string> {
  const { url } = await brand.as.owner.trpc.paymentMethods.save.mutate(command());
  return url;
}

async function saveOn(url: string): Promise<string> {
  const card = {
    method: "card",
    email: "payer@example.com",
    number: "4242424242424242",
    exp: "12/34",
    cvc: "123",
    name: "Payer",
  };
  const answer = await fetch(url, { method: "POST", body: new URLSearchParams(card), redirect: "manual" });
  return z.uuid().parse(new URL(answer.headers.get("location") ?? "").searchParams.get("setup"));
}

/** A setup page of the brand on which a card was saved. */
export async function openedSetup(world: World): Promise<string> {
  return saveOn(await openSetup(world));
}

/** A saved card of the brand with a limit in pounds. */
export async function savedMethod(world: World): Promise<string> {
  const { paymentMethods } = world.brand.as.owner.trpc;
  await paymentMethods.refresh.mutate({ id: await openedSetup(world) });
  const id = z.uuid().parse((await paymentMethods.list.query()).methods[0]?.id);
  await paymentMethods.limit.mutate({ ...command(), id, limit: { amount: 10_000_000n, currency: "GBP" } });
  return id;
}
