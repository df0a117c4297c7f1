import type { views } from "@evenshare/domain";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { useCommand } from "../command/use-command";
import type { Rest } from "./rest-fields";

export interface RestOffer {
  readonly possible: boolean;
  readonly rest: Rest;
  readonly targetId: string | null;
  readonly choose: (rest: Rest, targetId: string | null) => void;
  /** Whether a milestone has still to be chosen. */
  readonly incomplete: boolean;
  readonly pending: boolean;
  /** Makes the offer about the rest, if one is wanted; false when it could not be made. */
  readonly make: (rest: bigint) => Promise<boolean>;
}

/** What is chosen for the rest while a part is released, and the offer that follows the release. */
export function useRestOffer(
  { id, money, actions }: views.MilestoneView,
  waitsForSecond: boolean,
): RestOffer {
  const client = useTRPCClient();
  const { run, pending } = useCommand(client.milestones.offerRemainder.mutate);
  const [{ rest, targetId }, setChoice] = useState<{ rest: Rest; targetId: string | null }>({
    rest: "stays",
    targetId: null,
  });
  // What waits for a second person may turn out otherwise: about the rest is decided after it.
  const possible = !waitsForSecond && actions.includes("offer_remainder");
  const wanted = possible ? rest : "stays";
  const make = async (amount: bigint) => {
    if (wanted === "stays") return true;
    const { currency } = money;
    const made = await run((commandKey) => ({
      commandKey,
      id,
      kind: wanted,
      amount,
      currency,
      targetId,
      expectedHeld: amount,
    }));
    return made !== undefined;
  };
  return {
    possible,
    rest: wanted,
    targetId,
    choose: (chosen, target) => setChoice({ rest: chosen, targetId: target }),
    incomplete: wanted === "roll" && targetId === null,
    pending,
    make,
  };
}
