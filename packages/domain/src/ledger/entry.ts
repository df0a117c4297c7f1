import type { CurrencyCode } from "../money/currency";
import { type AccountKind, type AccountRef, platformOwner } from "./account";

export const entryKinds = [
  "milestone.funded",
  "milestone.released",
  "milestone.rolled",
  "refund.decided",
  "refund.sent",
  "refund.returned",
  "refund.cancelled",
  "funding.returned",
  "funding.restored",
  "funding.repaid",
  "transfer.confirmed",
  "payout.sent",
  "payout.paid",
  "payout.failed",
  "payout.returned",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One line of an entry. `amount` in minor units: positive debits, negative credits. */
export interface Posting {
  readonly account: AccountRef;
  readonly amount: bigint;
}

/**
 * An entry to post. `sourceKey` is unique per kind: posting the same source again posts nothing.
 * Postings sum to zero per currency; none is zero.
 */
export interface EntryDraft {
  readonly id: string;
  readonly kind: EntryKind;
  readonly sourceKey: string;
  readonly partnershipId: string | null;
  readonly milestoneId: string | null;
  readonly postings: readonly Posting[];
}

/** Collects the postings of one entry in one currency. Zero amounts are left out. */
export class PostingsBuilder {
  readonly #currency: CurrencyCode;
  readonly #postings: Posting[] = [];

  constructor(currency: CurrencyCode) {
    this.#currency = currency;
  }

  debit(kind: AccountKind, ownerId: string, amount: bigint): this {
    if (amount !== 0n) this.#postings.push({ account: { kind, ownerId, currency: this.#currency }, amount });
    return this;
  }

  credit(kind: AccountKind, ownerId: string, amount: bigint): this {
    return this.debit(kind, ownerId, -amount);
  }

  debitPlatform(kind: AccountKind, amount: bigint): this {
    return this.debit(kind, platformOwner, amount);
  }

  creditPlatform(kind: AccountKind, amount: bigint): this {
    return this.credit(kind, platformOwner, amount);
  }

  /** @throws RangeError when debits and credits differ, which would be a mistake in the calling rule. */
  build(): readonly Posting[] {
    const difference = this.#postings.reduce((total, posting) => total + posting.amount, 0n);
    if (difference !== 0n) throw new RangeError(`postings do not balance: ${difference}`);
    return this.#postings;
  }
}
