import { emptyTables, type TableMaps, type TableName, type Tables } from "./tables";

/** One row written (or, with null, deleted) by a transaction. */
export type Write = [table: TableName, id: string, row: unknown];

/** Takes the writes of a transaction to disk before `transact` returns. */
export type Persist = (writes: Write[]) => void;

/**
 * The state of one platform: tables of immutable rows in memory. Changes happen in `transact`, which either keeps
 * all of them and hands them to the journal, or none. Node runs one transaction at a time, so no locks are needed.
 */
export class Store {
  #tables: TableMaps = emptyTables();
  readonly #persist: Persist;
  #undo: (() => void)[] | null = null;
  #writes = new Map<string, Write>();
  #nextDue: number | null = Number.POSITIVE_INFINITY;

  constructor(persist: Persist) {
    this.#persist = persist;
  }

  get<T extends TableName>(table: T, id: string): Tables[T] | undefined {
    return this.#tables[table].get(id);
  }

  all<T extends TableName>(table: T): IterableIterator<Tables[T]> {
    return this.#tables[table].values();
  }

  entries<T extends TableName>(table: T): IterableIterator<[string, Tables[T]]> {
    return this.#tables[table].entries();
  }

  size(table: TableName): number {
    return this.#tables[table].size;
  }

  /** Writes a row; only inside `transact`. Rows are replaced, never changed in place. */
  put<T extends TableName>(table: T, id: string, row: Tables[T]): void {
    const map = this.#tables[table];
    const before = map.get(id);
    this.#record(table, id, row, () => {
      if (before === undefined) map.delete(id);
      else map.set(id, before);
    });
    map.set(id, row);
  }

  delete<T extends TableName>(table: T, id: string): void {
    const map = this.#tables[table];
    const before = map.get(id);
    if (before === undefined) return;
    this.#record(table, id, null, () => map.set(id, before));
    map.delete(id);
  }

  /** Runs `work`; if it throws, nothing of it remains. */
  transact<R>(work: () => R): R {
    if (this.#undo !== null) throw new Error("transactions do not nest");
    const undo: (() => void)[] = [];
    this.#undo = undo;
    try {
      const result = work();
      if (this.#writes.size > 0) this.#persist([...this.#writes.values()]);
      return result;
    } catch (error) {
      for (const revert of undo.reverse()) revert();
      this.#nextDue = null;
      throw error;
    } finally {
      this.#undo = null;
      this.#writes = new Map();
    }
  }

  /** The earliest instant (seconds) at which a timer is due; Infinity when none is set. */
  nextDue(): number {
    if (this.#nextDue === null) {
      let earliest = Number.POSITIVE_INFINITY;
      for (const timer of this.#tables.timers.values()) earliest = Math.min(earliest, timer.due);
      this.#nextDue = earliest;
    }
    return this.#nextDue;
  }

  /** Every row, as plain JSON-able pairs. */
  dump(): Record<TableName, [string, unknown][]> {
    const dumped = {} as Record<TableName, [string, unknown][]>;
    for (const table of tableNames) dumped[table] = [...this.#tables[table].entries()];
    return dumped;
  }

  /** Replaces the whole state by dumped rows, without going to disk. */
  load(rows: Iterable<Write>): void {
    this.#tables = emptyTables();
    for (const write of rows) this.apply(write);
  }

  /** Applies one journalled write, without going to disk. */
  apply([table, id, row]: Write): void {
    // Rows come from a dump or journal this same class wrote; they are not checked again.
    const map = this.#tables[table] as Map<string, unknown>;
    if (row === null) map.delete(id);
    else map.set(id, row);
    this.#nextDue = null;
  }

  #record(table: TableName, id: string, row: unknown, revert: () => void): void {
    if (this.#undo === null) throw new Error(`${table} may only change inside a transaction`);
    this.#undo.push(revert);
    this.#writes.set(`${table}\n${id}`, [table, id, row]);
    if (table === "timers") this.#nextDue = null;
  }
}

export const tableNames = Object.keys(emptyTables()) as TableName[];

export function isTableName(value: unknown): value is TableName {
  return typeof value === "string" && (tableNames as string[]).includes(value);
}
