import type { OrganizationKind } from "@evenshare/domain";
import { Hono } from "hono";
import { auditCsvRoutes } from "../routes/audit-csv";
import { authRoutes } from "../routes/auth";
import { exportRoutes } from "../routes/exports";
import { fileRoutes, filesPath } from "../routes/files";
import { healthRoutes } from "../routes/health";
import { organizationRoutes } from "../routes/organizations";
import { receiptRoutes } from "../routes/receipts";
import { revenueFileRoutes, revenueFilesPath } from "../routes/revenue-files";
import { unsubscribePath, unsubscribeRoutes } from "../routes/unsubscribe";
import { webhookRoutes } from "../routes/webhooks";
import type { Services } from "../services";
import { serveTrpc, trpcPath } from "../trpc/serve-trpc";
import { checkOrigin } from "./check-origin";
import { handleError } from "./handle-error";
import { identifyRequest } from "./identify-request";
import { limitBody } from "./limit-body";
import { logRequest } from "./log-request";
import type { ApiEnv } from "./request-facts";
import { failWith } from "./rest-failure";
import { securityHeaders } from "./security-headers";
import { staticFiles } from "./static-files";

export interface PortalOptions {
  readonly portal: OrganizationKind;
  /** Where browsers find this portal; requests that change something must come from there. */
  readonly origin: string;
  /** The built portal; null while a development server serves it. */
  readonly folder: string | null;
  /** How many reverse proxies of our own stand before this server. */
  readonly trustedProxies: number;
}

/** Everything one portal's listener answers. The other portal has an app of its own over the same services. */
export function createPortalApp(services: Services, options: PortalOptions): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use(securityHeaders(options.origin));
  app.use(identifyRequest(options.portal, services.auth, options.trustedProxies));
  app.use(logRequest(services.log));
  app.use(checkOrigin(options.origin));
  app.use(limitBody([filesPath, revenueFilesPath]));
  app.route("/api/auth", authRoutes(services));
  app.route(filesPath, fileRoutes(services));
  app.route(revenueFilesPath, revenueFileRoutes(services));
  app.route("/api/partnerships", auditCsvRoutes(services));
  app.route("/api/exports", exportRoutes(services));
  app.route("/api/receipts", receiptRoutes(services));
  app.route(unsubscribePath, unsubscribeRoutes(services));
  app.route("/api/organizations", organizationRoutes(services));
  app.route("/webhooks", webhookRoutes(services));
  app.route("/health", healthRoutes(services));
  app.on(["GET", "POST"], `${trpcPath}/*`, (c) => serveTrpc(c, services));
  if (options.folder !== null) app.use(staticFiles(options.folder));
  app.notFound((c) => failWith(c, { code: "path.not_found" }));
  app.onError(handleError(services.log));
  return app;
}
