import { AppShell, type NavigationItem, PageHeaderSkeleton, TableSkeleton } from "@evenshare/ui";
import { lazy, Suspense } from "react";
import { Outlet, useLocation } from "react-router";
import { readFailure } from "../api/failure";
import { Reauthentication } from "../command/reauthentication";
import { FailureScreen } from "../failures/failure-screen";
import { NotificationBell } from "../notifications/notification-bell";
import { PaletteButton } from "../palette/palette-button";
import { AccountMenu } from "./account-menu";
import { ErrorBoundary } from "./error-boundary";
import { OrganizationMenu } from "./organization-menu";
import type { Place } from "./place";
import { usePortal } from "./portal";
import { RouteFocus } from "./route-focus";
import { ScrollMemory } from "./scroll-memory";
import { SessionGate } from "./session";
import { UnverifiedBanner } from "./unverified-banner";

/** Seen once in a lifetime, so not part of every first load. */
const OutsideScreen = lazy(async () => ({ default: (await import("../auth/outside-screen")).OutsideScreen }));

/** The frame of every page behind sign-in. */
export function Shell({ places }: { places: readonly Place[] }) {
  const { name } = usePortal();
  const { pathname } = useLocation();
  const frame = { portal: name, homeHref: "/", navigation: navigationAt(places, pathname) };
  return (
    <SessionGate
      waiting={<ShellWaiting places={places} />}
      outside={(session) => (
        <Suspense fallback={null}>
          <OutsideScreen session={session} />
        </Suspense>
      )}
      failed={(error, retry) => (
        <AppShell {...frame}>
          <FailureScreen failure={readFailure(error)} what="Your session" page onRetry={retry} />
        </AppShell>
      )}
    >
      <Reauthentication>
        <AppShell
          {...frame}
          organization={<OrganizationMenu />}
          tools={
            <>
              <PaletteButton places={places} />
              <NotificationBell />
            </>
          }
          account={<AccountMenu />}
          banner={<UnverifiedBanner />}
        >
          <RouteFocus />
          <ScrollMemory />
          <ErrorBoundary resetKey={pathname}>
            <Suspense fallback={<PageWaiting />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </AppShell>
      </Reauthentication>
    </SessionGate>
  );
}

/** The frame while nothing is known yet. */
function ShellWaiting({ places }: { places: readonly Place[] }) {
  const { name } = usePortal();
  const { pathname } = useLocation();
  return (
    <AppShell portal={name} homeHref="/" navigation={navigationAt(places, pathname)}>
      <PageWaiting />
    </AppShell>
  );
}

function PageWaiting() {
  return (
    <>
      <PageHeaderSkeleton label="Loading" />
      <TableSkeleton label="Loading" rows={4} />
    </>
  );
}

function navigationAt(places: readonly Place[], pathname: string): NavigationItem[] {
  return places.map(({ covers = [], ...place }) => ({
    ...place,
    current: pathname === place.href || covers.some((path) => pathname.startsWith(path)),
  }));
}
