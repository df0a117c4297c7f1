import type { SandboxClient } from "../product/sandbox-client";
import { type Books, type Difference, repeated } from "./difference";

type Provider<K extends "transfers" | "payouts"> = Awaited<ReturnType<SandboxClient[K]>>;

const operationOf = ({ metadata }: { metadata: Record<string, string> }): string =>
  metadata["evenshare_operation"] ?? "";

/** Our transfers against the provider's: one for one, to the cent, to the right account. */
export function compareTransfers({ transfers }: Books, provided: Provider<"transfers">): Difference {
  const ours = new Map(transfers.map((transfer) => [transfer.id, transfer]));
  const theirs = new Map(provided.map((transfer) => [operationOf(transfer), transfer]));
  const doubled = repeated(provided.map(operationOf)).map((id) => `transfer ${id} was made more than once`);
  const strays = provided.filter((transfer) => !ours.has(operationOf(transfer)));
  const differences = transfers.flatMap(({ id, amount, status, provider_transfer_id, account }) => {
    const made = theirs.get(id);
    if (made === undefined) return status === "confirmed" ? [`transfer ${id} is confirmed and not made`] : [];
    const same =
      BigInt(made.amount) === amount && made.id === provider_transfer_id && made.destination === account;
    return same ? [] : [`transfer ${id}: ${amount} here (${status}), ${made.amount} made as ${made.id}`];
  });
  return {
    doubled: [
      ...doubled,
      ...strays.map(({ id, amount }) => `the provider sent ${amount} in ${id}, unknown here`),
    ],
    differences,
  };
}

/** Our payouts against the provider's, one for one. */
export function comparePayouts({ payouts }: Books, provided: Provider<"payouts">): Difference {
  const ours = new Set(payouts.map(({ id }) => id));
  const sent = provided.filter(({ status }) => status !== "failed" && status !== "canceled");
  const theirs = new Map(sent.map((payout) => [operationOf(payout), payout]));
  const doubled = repeated(sent.map(operationOf)).map((id) => `payout ${id} was made more than once`);
  const strays = sent.filter((payout) => !ours.has(operationOf(payout)));
  const unended = payouts.filter(({ status }) => status === "waiting" || status === "unknown");
  const differences = payouts.flatMap(({ id, amount, status, provider_payout_id }) => {
    const made = theirs.get(id);
    if (made === undefined)
      return status === "in_transit" || status === "paid" ? [`payout ${id} is not made`] : [];
    const same = BigInt(made.amount) === amount && made.id === provider_payout_id;
    return same ? [] : [`payout ${id}: ${amount} here (${status}), ${made.amount} made as ${made.id}`];
  });
  return {
    doubled: [
      ...doubled,
      ...strays.map(({ id, amount }) => `the provider paid ${amount} out in ${id}, unknown here`),
    ],
    unended: unended.map(({ id, status }) => `payout ${id} is still ${status}`),
    differences,
  };
}
