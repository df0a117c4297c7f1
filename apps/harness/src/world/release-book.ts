import { randomUUID } from "node:crypto";
import type { PortalClient } from "../product/portal-client";
import { untilAnswered } from "../product/until-answered";

/** One wish of a person to let money go, and what the product answered. */
export interface Wish {
  readonly milestoneId: string;
  readonly amount: bigint;
  /** Null until it is acknowledged. */
  releaseId: string | null;
}

/** What people were told, kept outside the product: what the truth is compared with. */
export interface ReleaseBook {
  readonly wishes: readonly Wish[];
  /** Milestones of which `held` each can be let go. */
  begin(milestoneIds: readonly string[], held: bigint): void;
  /**
   * Lets a part of a milestone go and repeats the request, under the same command key, until it is answered.
   * Parts of one milestone go one after the other.
   */
  release(milestoneId: string, amount: bigint): Promise<string>;
  /** Like `release`, but by a person who asks once and walks away when no answer comes. */
  releaseOnce(milestoneId: string, amount: bigint): Promise<string>;
  /** A release that was wished and acknowledged in another way. */
  note(wish: Wish): void;
}

/** The release that a command answered. Nobody here has a limit above which it would wait. */
export function released({ releaseId }: { readonly releaseId: string | null }): string {
  if (releaseId === null) throw new Error("a release waits for a second person");
  return releaseId;
}

/** Opens the book of one brand. */
export function openReleaseBook(brand: PortalClient): ReleaseBook {
  const left = new Map<string, bigint>();
  const wishes: Wish[] = [];

  async function ask(
    milestoneId: string,
    amount: bigint,
    send: <T>(call: () => Promise<T>) => Promise<T>,
  ): Promise<string> {
    const expectedHeld = left.get(milestoneId) ?? 0n;
    const wish: Wish = { milestoneId, amount, releaseId: null };
    wishes.push(wish);
    const command = {
      commandKey: randomUUID(),
      id: milestoneId,
      amount,
      currency: "GBP",
      expectedHeld,
    } as const;
    const releaseId = released(await send(() => brand.trpc.milestones.releasePart.mutate(command)));
    wish.releaseId = releaseId;
    left.set(milestoneId, expectedHeld - amount);
    return releaseId;
  }

  return {
    wishes,
    begin(milestoneIds, held) {
      for (const id of milestoneIds) left.set(id, held);
    },
    release: (milestoneId, amount) => ask(milestoneId, amount, untilAnswered),
    releaseOnce: (milestoneId, amount) => ask(milestoneId, amount, (call) => call()),
    note: (wish) => void wishes.push(wish),
  };
}
