import { type AccountToRead, platformAccount } from "@evenshare/database";
import type { Deps } from "../deps";

const dayMs = 24 * 60 * 60_000;
/** The provider's lists may show a movement a little late: this much is read again each time. */
const overlapMs = 60 * 60_000;
/** An account that was not read for long is caught up with in pieces, each of which is kept. */
const longestPieceMs = 30 * dayMs;
/** A piece that is longer is cut into four. */
const mostPagesOfPiece = 15;
/** How often an account is read again because money moved while its balance was read. */
const triesForQuiet = 4;

/** How many pages one round may still fetch. */
export interface PageBudget {
  pages: number;
}

/** Through to the end, more to read in the next round, or the provider's reason why not. */
export type Reading =
  | { readonly kind: "complete" }
  | { readonly kind: "unfinished" }
  | { readonly kind: "unreachable"; readonly reason: string };

/**
 * Reads what is new on one account of the payment provider, up to now. Its balance is kept only when no movement was new
 * since it was told: then it belongs to exactly those that are stored. What is read stays, so that a reading that breaks
 * off goes on where it was.
 */
export async function readAccountMovements(
  deps: Deps,
  { accountId, readThrough }: AccountToRead,
  budget: PageBudget,
): Promise<Reading> {
  let from = new Date(readThrough.getTime() - overlapMs);
  let pieceMs = longestPieceMs;
  for (let tries = 0; tries < triesForQuiet; ) {
    if (budget.pages <= 0) return { kind: "unfinished" };
    const range = nextRange(from, pieceMs, deps.clock.now());
    const piece = await readPiece(deps, accountId, range, budget);
    if (piece.kind === "unreachable") return piece;
    if (piece.kind === "too_long") {
      pieceMs = Math.floor(pieceMs / 4);
      continue;
    }
    if (await keepReading(deps, accountId, range, piece)) return { kind: "complete" };
    from = range.next;
    if (range.isLast) tries += 1;
  }
  // Money moves all the time here: its movements are compared now, its balance another time.
  return { kind: "complete" };
}

interface Range {
  readonly from: Date;
  readonly before: Date;
  /** Whether it reaches up to now. */
  readonly isLast: boolean;
  readonly through: Date;
  /** Where to go on. */
  readonly next: Date;
  readonly now: Date;
}

function nextRange(from: Date, pieceMs: number, now: Date): Range {
  const end = new Date(from.getTime() + pieceMs);
  if (end <= now) return { from, before: end, isLast: false, through: end, next: end, now };
  // The provider's clock may be ahead of ours.
  const before = new Date(now.getTime() + dayMs);
  return { from, before, isLast: true, through: now, next: new Date(now.getTime() - overlapMs), now };
}

/** Remembers how far the account was read; true when nothing was new up to now, so that its balance is known as well. */
async function keepReading(
  { database }: Deps,
  accountId: string,
  { isLast, through, now }: Range,
  { stored, balances }: ReadPiece,
): Promise<boolean> {
  const quiet = isLast && stored === 0;
  await database.recordReading(accountId, through, quiet ? balances : null, now);
  return quiet;
}

interface ReadPiece {
  readonly kind: "read";
  readonly stored: number;
  readonly balances: readonly { readonly currency: string; readonly amount: bigint }[];
}

type Piece =
  | ReadPiece
  | { readonly kind: "too_long" }
  | { readonly kind: "unreachable"; readonly reason: string };

/** The balance first, then the movements. */
async function readPiece(
  deps: Deps,
  accountId: string,
  { from, before }: Range,
  budget: PageBudget,
): Promise<Piece> {
  const account = accountId === platformAccount ? null : accountId;
  const balance = await deps.payments.readBalance(account);
  if (balance.kind !== "done") return { kind: "unreachable", reason: balance.reason };
  let stored = 0;
  let after: string | null = null;
  for (let pages = 0; pages < mostPagesOfPiece; pages += 1) {
    budget.pages -= 1;
    const page = await deps.payments.listMovements({ accountId: account, from, before, after });
    if (page.kind !== "done") return { kind: "unreachable", reason: page.reason };
    const { movements, next } = page.value;
    if (movements.length > 0) {
      stored += await deps.database.storeMovements(accountId, movements, deps.clock.now());
    }
    if (next === null) {
      const balances = balance.value.map(({ currency, available, pending }) => ({
        currency,
        amount: available + pending,
      }));
      return { kind: "read", stored, balances };
    }
    after = next;
  }
  return { kind: "too_long" };
}
