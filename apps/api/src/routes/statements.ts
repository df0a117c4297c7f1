import { getStatement, type StatementFiles } from "@evenshare/application";
import { readStatementRecord } from "@evenshare/domain";
import { Hono } from "hono";
import { attachment } from "../files/file-name";
import type { ApiEnv } from "../server/request-facts";
import { requireMember } from "../server/require-member";
import { RestFailure } from "../server/rest-failure";
import { downloadPolicy } from "../server/security-headers";
import type { Services } from "../services";

type Written = (files: StatementFiles) => string | Uint8Array;

/** The files of a statement by the end of their addresses. All of them are written from the one record. */
const files: Readonly<Record<string, { readonly type: string; readonly written: Written }>> = {
  "statement.pdf": { type: "application/pdf", written: ({ pdf }) => pdf },
  "statement.json": { type: "application/json; charset=utf-8", written: ({ json }) => json },
  "lines.csv": { type: "text/csv; charset=utf-8", written: ({ linesCsv }) => linesCsv },
  "balance.csv": { type: "text/csv; charset=utf-8", written: ({ balanceCsv }) => balanceCsv },
};

/** Statements as files, for the people of their issuer and their payee; they do not exist for anybody else. */
export function statementRoutes({ deps, drawStatement }: Services): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  for (const [name, { type, written }] of Object.entries(files)) {
    routes.get(`/:id/${name}`, async (c) => {
      const scope = await requireMember(c, "statement.read");
      const statement = await getStatement(deps, scope, { id: c.req.param("id") });
      if (!statement.ok) {
        const { failure } = statement;
        throw new RestFailure(failure.code === "input.invalid" ? { code: "statement.not_found" } : failure);
      }
      const { number, record } = statement.value;
      const body = written(drawStatement(readStatementRecord(record)));
      return c.body(typeof body === "string" ? body : new Uint8Array(body), 200, {
        "content-type": type,
        "content-disposition": attachment(`${number}-${name}`),
        "content-security-policy": downloadPolicy,
        "cache-control": "private, no-store",
      });
    });
  }
  return routes;
}
