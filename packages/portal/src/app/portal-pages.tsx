import { Suspense } from "react";
import { type RouteObject, useLocation, useRoutes } from "react-router";
import { ErrorBoundary } from "./error-boundary";

/** The page of the current address. Inside the frame of a portal, screens fail and wait on their own. */
export function PortalPages({ routes }: { routes: RouteObject[] }) {
  const { pathname } = useLocation();
  const page = useRoutes(routes);
  return (
    <ErrorBoundary resetKey={pathname}>
      <Suspense fallback={null}>{page}</Suspense>
    </ErrorBoundary>
  );
}
