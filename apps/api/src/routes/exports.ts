import { exportTable, tableExports } from "@evenshare/application";
import { Hono } from "hono";
import { csvDownload } from "../files/csv-download";
import type { ApiEnv } from "../server/request-facts";
import { requireMember } from "../server/require-member";
import { RestFailure } from "../server/rest-failure";
import type { Services } from "../services";

/** Every table as a CSV file, each at an address of its own. They only read: nothing changes by a download. */
export function exportRoutes({ deps }: Services): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  for (const table of tableExports) {
    routes.get(`/${table.name}.csv`, async (c) => {
      const scope = await requireMember(c, table.permission);
      const lines = await exportTable(deps, scope, table, c.req.query());
      if (!lines.ok) throw new RestFailure(lines.failure);
      const day = deps.clock.now().toISOString().slice(0, 10);
      return csvDownload(c, `${table.name}-${day}.csv`, lines.value);
    });
  }
  return routes;
}
