import { randomUUID } from "node:crypto";
import {
  agreeRemainder,
  getMilestone,
  offerRemainder,
  releasePart,
  type Scope,
} from "@evenshare/application";
import { drainOperations, must, type StartedPartnership } from "../../src";
import { agreedMilestone, fund, type MoneyWorld, payablePartnership } from "./money-world";

/** Two milestones of £500.00: of the first, funded whole, £200.00 was released; the next is agreed and not funded. */
export interface RemainderCase extends StartedPartnership {
  readonly milestone: string;
  readonly next: string;
}

export interface WantedOffer {
  readonly kind: "roll" | "return";
  readonly amount?: bigint;
  readonly targetId?: string;
  readonly commandKey?: string;
}

/** What tests do about the remainder of a milestone, in one world. */
export function remainderCases(world: () => MoneyWorld) {
  async function partReleased(card?: string): Promise<RemainderCase> {
    const { deps } = world();
    const partnership = await payablePartnership(world());
    const milestone = await agreedMilestone(world(), partnership, { title: "First cut" });
    const next = await agreedMilestone(world(), partnership, { title: "Second cut" });
    await fund(world(), partnership, milestone, 50_000n, "GBP", card);
    must(
      await releasePart(deps, partnership.brand, {
        commandKey: randomUUID(),
        id: milestone,
        amount: 20_000n,
        currency: "GBP",
        expectedHeld: 50_000n,
      }),
    );
    await drainOperations(deps);
    return { ...partnership, milestone, next };
  }

  const view = async ({ brand }: Pick<RemainderCase, "brand">, id: string) =>
    must(await getMilestone(world().deps, brand, { id }));

  async function offer(scope: Scope, paid: RemainderCase, { kind, ...choice }: WantedOffer) {
    const { held, currency } = (await view(paid, paid.milestone)).money;
    return offerRemainder(world().deps, scope, {
      commandKey: choice.commandKey ?? randomUUID(),
      id: paid.milestone,
      kind,
      amount: choice.amount ?? held,
      currency,
      targetId: kind === "roll" ? (choice.targetId ?? paid.next) : null,
      expectedHeld: held,
    });
  }

  const agree = (scope: Scope, { milestone }: RemainderCase, offerId: string, commandKey = randomUUID()) =>
    agreeRemainder(world().deps, scope, { commandKey, id: milestone, offerId });

  /** The brand offers and the producer agrees; what follows is carried out. */
  async function settle(paid: RemainderCase, wanted: WantedOffer): Promise<void> {
    const { offerId } = must(await offer(paid.brand, paid, wanted));
    must(await agree(paid.producer, paid, offerId));
    await drainOperations(world().deps);
  }

  return { partReleased, view, offer, agree, settle };
}
