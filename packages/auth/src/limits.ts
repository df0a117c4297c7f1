import { type Failure, ok, type Result, refuse } from "@evenshare/domain";
import type { Pool } from "pg";

/** An allowance: `burst` at once, and then one every so many milliseconds. */
export interface Limit {
  readonly name: string;
  readonly burst: number;
  readonly everyMs: number;
}

const second = 1_000;
const minute = 60 * second;

/** What is counted. Attempts that turn out to be right are given back, so that only wrong ones use anything up. */
export const limits = {
  /** Wrong passwords for one account, from wherever they come. */
  passwordOfAccount: { name: "password", burst: 10, everyMs: minute },
  /** Wrong passwords from one address, for whatever account. */
  passwordFromAddress: { name: "password-from", burst: 50, everyMs: 10 * second },
  /** Wrong codes of one person's second factor. */
  secondFactor: { name: "second-factor", burst: 5, everyMs: minute },
  signUpFromAddress: { name: "sign-up-from", burst: 100, everyMs: 20 * second },
  /** Mails that one person has sent to themselves. */
  mailOfPerson: { name: "mail", burst: 4, everyMs: 5 * minute },
  resetOfAccount: { name: "reset", burst: 3, everyMs: 10 * minute },
  resetFromAddress: { name: "reset-from", burst: 20, everyMs: minute },
  /** Links and hand-overs that were tried from one address. */
  linkFromAddress: { name: "link-from", burst: 60, everyMs: 2 * second },
} as const satisfies Record<string, Limit>;

/** Counts attempts where every process sees them. */
export interface Limiter {
  /**
   * Refused with `request.too_many`, which says after how many seconds to try again, and with `limiter.away` when
   * nothing can be counted: what is limited is then closed.
   */
  take(limit: Limit, subject: string | null): Promise<Result<void>>;
  giveBack(limit: Limit, subject: string | null): Promise<void>;
}

/** Counts in PostgreSQL, one statement for each attempt. */
export function createLimiter(pool: Pool, warn: (message: string) => void): Limiter {
  const keyOf = ({ name }: Limit, subject: string | null) =>
    `${name}:${(subject ?? "unknown").toLowerCase()}`;
  return {
    async take(limit, subject) {
      let waitMs: number;
      try {
        const { rows } = await pool.query<{ wait: number }>({
          name: "take-token",
          text: "select app.take_token($1, $2, $3) as wait",
          values: [keyOf(limit, subject), limit.burst, limit.everyMs],
        });
        waitMs = rows[0]?.wait ?? 0;
      } catch (error) {
        warn(`attempts cannot be counted: ${error instanceof Error ? error.message : "unknown"}`);
        return refuse({ code: "limiter.away" });
      }
      return waitMs === 0 ? ok(undefined) : refuse(tooMany(waitMs));
    },
    async giveBack(limit, subject) {
      await pool.query({
        name: "return-token",
        text: "select app.return_token($1, $2)",
        values: [keyOf(limit, subject), limit.everyMs],
      });
    },
  };
}

function tooMany(waitMs: number): Failure {
  return { code: "request.too_many", details: { seconds: String(Math.ceil(waitMs / 1_000)) } };
}
