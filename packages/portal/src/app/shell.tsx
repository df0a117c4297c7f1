import { AppShell, type NavigationItem, PageHeaderSkeleton, TableSkeleton } from "@evenshare/ui";
import { Outlet, ScrollRestoration, useLocation } from "react-router";
import { readFailure } from "../api/failure";
import { OutsideScreen } from "../auth/outside-screen";
import { FailureScreen } from "../failures/failure-screen";
import { AccountMenu } from "./account-menu";
import { OrganizationMenu } from "./organization-menu";
import { usePortal } from "./portal";
import { RouteFocus } from "./route-focus";
import { SessionGate } from "./session";

/** A place in the navigation; it is current on its own address and on those that `covers` begins with. */
export interface Place extends Pick<NavigationItem, "href" | "label" | "icon"> {
  readonly covers?: readonly string[];
}

/** The frame of every page behind sign-in. */
export function Shell({ places }: { places: readonly Place[] }) {
  const { name } = usePortal();
  const { pathname } = useLocation();
  const frame = { portal: name, homeHref: "/", navigation: navigationAt(places, pathname) };
  return (
    <SessionGate
      waiting={<ShellWaiting places={places} />}
      outside={(session) => <OutsideScreen session={session} />}
      failed={(error, retry) => (
        <AppShell {...frame}>
          <FailureScreen failure={readFailure(error)} what="Your session" onRetry={retry} />
        </AppShell>
      )}
    >
      <AppShell {...frame} organization={<OrganizationMenu />} account={<AccountMenu />}>
        <RouteFocus />
        <ScrollRestoration />
        <Outlet />
      </AppShell>
    </SessionGate>
  );
}

/** The frame while nothing is known yet. */
export function ShellWaiting({ places }: { places: readonly Place[] }) {
  const { name } = usePortal();
  const { pathname } = useLocation();
  return (
    <AppShell portal={name} homeHref="/" navigation={navigationAt(places, pathname)}>
      <PageHeaderSkeleton label="Loading" />
      <TableSkeleton label="Loading" rows={4} />
    </AppShell>
  );
}

function navigationAt(places: readonly Place[], pathname: string): NavigationItem[] {
  return places.map(({ covers = [], ...place }) => ({
    ...place,
    current: pathname === place.href || covers.some((path) => pathname.startsWith(path)),
  }));
}
