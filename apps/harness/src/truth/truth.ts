import { readInbox } from "../product/inbox-client";
import type { Product } from "../product/open-product";
import { waitUntil } from "../wait";
import type { World } from "../world/open-world";
import { compareLedger } from "./compare-ledger";
import { compareMails } from "./compare-mails";
import { comparePayouts, compareTransfers } from "./compare-provider";
import { compareReleases } from "./compare-releases";
import type { Difference } from "./difference";
import { listOpenWork, readBooks } from "./read-books";

/** What differs between what people were told, the product's books, the provider's and the mailbox. */
export interface Truth {
  /** Acknowledged to a person, and not in the books. */
  readonly lost: readonly string[];
  /** In the books or at the provider without a wish of a person, or more than once. */
  readonly doubled: readonly string[];
  /** Releases that have neither arrived nor stopped with a reason. */
  readonly unended: readonly string[];
  /** Everything else that does not add up, in words. */
  readonly differences: readonly string[];
  readonly counted: {
    readonly releases: number;
    readonly cents: bigint;
    readonly transfers: number;
    readonly payouts: number;
    readonly mails: number;
    /** Mails that arrived more than once under one Message-ID, which a mailbox shows once. */
    readonly mergedMails: number;
  };
}

/**
 * Waits until no work is left that the worker could do by itself, as long as it gets less.
 * @throws Error that names what is left when nothing was done for `patienceMs`.
 */
export async function waitUntilQuiet({ database }: Product, patienceMs = 60_000): Promise<void> {
  let open: readonly string[] = [];
  const look = async () => {
    open = await listOpenWork(database).catch((error: unknown) => [String(error)]);
    return open.length;
  };
  for (let left = await look(); left > 0; ) {
    const before = left;
    const isLess = async () => {
      left = await look();
      return left < before;
    };
    await waitUntil("the worker to be through", isLess, { patienceMs, everyMs: 100 }).catch(
      (error: unknown) => {
        throw new Error(`${String(error)}; ${left} left:\n${open.slice(0, 20).join("\n")}`);
      },
    );
  }
}

/** Compares everything with everything. Call it when all is quiet. */
export async function readTruth({ product, book }: Pick<World, "product" | "book">): Promise<Truth> {
  const books = await readBooks(product.database);
  const [transfers, payouts, inbox] = await Promise.all([
    product.sandbox.transfers(),
    Promise.all(
      books.accounts.map(({ provider_account_id }) => product.sandbox.payouts(provider_account_id)),
    ).then((lists) => lists.flat()),
    readInbox(product.inboxUrl),
  ]);
  const parts = [
    compareReleases(book.wishes, books),
    compareTransfers(books, transfers),
    comparePayouts(books, payouts),
    compareMails(books, inbox),
    await compareLedger(product.sandbox, books),
  ];
  const all = (pick: (part: Difference) => readonly string[] | undefined) =>
    parts.flatMap((part) => pick(part) ?? []);
  return {
    lost: all(({ lost }) => lost),
    doubled: all(({ doubled }) => doubled),
    unended: all(({ unended }) => unended),
    differences: all(({ differences }) => differences),
    counted: {
      releases: books.releases.length,
      cents: books.releases.reduce((total, { gross }) => total + gross, 0n),
      transfers: transfers.length,
      payouts: payouts.length,
      mails: inbox.length,
      mergedMails: inbox.filter(({ times }) => times > 1).length,
    },
  };
}

/** Whether nothing at all differs. */
export function isWhole({ lost, doubled, unended, differences }: Truth): boolean {
  return lost.length + doubled.length + unended.length + differences.length === 0;
}
