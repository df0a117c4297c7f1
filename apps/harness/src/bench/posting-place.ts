import { randomUUID } from "node:crypto";
import { createTestDatabase } from "@evenshare/database/testing";
import pg from "pg";

/** A database of its own with connections like the product's, to post entries past verbs and HTTP. */
export interface PostingPlace {
  readonly app: pg.Pool;
  /** Past every scope. */
  readonly owner: pg.Pool;
  post(postings: readonly Line[]): Promise<unknown>;
  close(): Promise<void>;
}

/** A line of an entry: debits are positive. */
export interface Line {
  readonly kind: string;
  readonly ownerId: string;
  readonly amount: number;
}

export async function openPostingPlace(clients: number): Promise<PostingPlace> {
  const database = await createTestDatabase();
  // The same for both: a commit is written before it is answered.
  const settings = "-c synchronous_commit=on";
  const app = new pg.Pool({
    connectionString: database.url,
    options: `-c role=evenshare_app ${settings}`,
    max: clients,
  });
  const owner = new pg.Pool({ connectionString: database.url, options: settings, max: clients });
  return {
    app,
    owner,
    post(postings) {
      const id = randomUUID();
      const lines = postings.map((line) => ({ ...line, amount: String(line.amount), currency: "GBP" }));
      const entry = { id, kind: "milestone.funded", sourceKey: id, postings: lines };
      return app.query({
        name: "post",
        text: "select app.post_entry($1, now())",
        values: [JSON.stringify(entry)],
      });
    },
    async close() {
      await Promise.all([app.end(), owner.end()]);
      await database.drop();
    },
  };
}
