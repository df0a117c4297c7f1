import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DiskJournal, type JournalEntry } from "./journal";
import { Store, type Write } from "./store";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "journal-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A store of one platform on the disk. */
function open(compactAfter?: number): { store: Store; journal: DiskJournal } {
  const store: Store = new Store((writes) => journal.append("p", writes));
  const dump = (): JournalEntry[] => [
    {
      seq: 0,
      platform: "p",
      writes: [...store.entries("counters")].map(([id, row]): Write => ["counters", id, row]),
      replace: true,
    },
  ];
  const replay = (entry: JournalEntry) => {
    if (entry.replace) store.load(entry.writes);
    else for (const write of entry.writes) store.apply(write);
  };
  const journal = DiskJournal.open(folder, replay, dump, compactAfter);
  return { store, journal };
}

const put = (store: Store, id: string, value: number) =>
  store.transact(() => store.put("counters", id, { value }));
const values = (store: Store) =>
  Object.fromEntries([...store.entries("counters")].map(([id, row]) => [id, row.value]));

describe("DiskJournal", () => {
  it("brings everything back in order, deletions too", () => {
    const first = open();
    put(first.store, "a", 1);
    put(first.store, "b", 2);
    put(first.store, "a", 3);
    first.store.transact(() => first.store.delete("counters", "b"));
    first.journal.close();
    const second = open();
    expect(values(second.store)).toEqual({ a: 3 });
    put(second.store, "c", 4);
    second.journal.close();
    expect(values(open().store)).toEqual({ a: 3, c: 4 });
  });

  it("cuts off a torn last line and writes on behind the whole ones", () => {
    const first = open();
    put(first.store, "a", 1);
    first.journal.close();
    appendFileSync(join(folder, "journal.jsonl"), '{"seq":2,"platform":"p","writes":[["count');
    const second = open();
    expect(values(second.store)).toEqual({ a: 1 });
    put(second.store, "b", 2);
    second.journal.close();
    expect(values(open().store)).toEqual({ a: 1, b: 2 });
  });

  it("folds itself into a snapshot of many lines, and survives a kill between the two files", () => {
    const first = open(20_000);
    const before = () => readFileSync(join(folder, "journal.jsonl"));
    let journalBeforeFolding = before();
    for (let n = 0; n < 1200; n += 1) {
      put(first.store, `k${n}`, n);
      if (statSync(join(folder, "journal.jsonl")).size > 0) journalBeforeFolding = before();
    }
    expect(readFileSync(join(folder, "snapshot.jsonl"), "utf8").trim().split("\n").length).toBeGreaterThan(1);
    put(first.store, "k0", 99);
    first.journal.close();
    const expected = { ...values(first.store) };
    expect(values(open().store)).toEqual(expected);
    // The snapshot is written, the journal not yet emptied: its old entries must not be applied again.
    writeFileSync(join(folder, "journal.jsonl"), Buffer.concat([journalBeforeFolding, before()]));
    expect(values(open().store)).toEqual(expected);
  });
});

describe("Store", () => {
  it("keeps nothing of a transaction that fails, and lets none nest", () => {
    const written: Write[][] = [];
    const store = new Store((writes) => written.push(writes));
    put(store, "a", 1);
    expect(() =>
      store.transact(() => {
        store.put("counters", "a", { value: 2 });
        store.put("counters", "b", { value: 3 });
        store.delete("counters", "a");
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(values(store)).toEqual({ a: 1 });
    expect(written).toHaveLength(1);
    expect(() => store.put("counters", "c", { value: 1 })).toThrow("inside a transaction");
    expect(() => store.transact(() => put(store, "c", 1))).toThrow("nest");
  });
});
