import { type ComponentType, lazy } from "react";
import { matchRoutes, type Params, type RouteObject, useParams } from "react-router";

/** A screen at an address. Its code is fetched when it is first needed. */
export interface ScreenRoute {
  /** As the router writes paths: `milestones/:id`. Empty for the address of what is around it. */
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
  /** Starts to read what the screen will show, while its code is still on its way. */
  readonly readAhead?: (params: Params) => Promise<void>;
  readonly children?: readonly ScreenRoute[];
}

/** Screens as the router takes them. Call it once: each call makes new components. */
export function toRouteObjects(screens: readonly ScreenRoute[]): RouteObject[] {
  return screens.map((screen): RouteObject => {
    const element = toElement(screen);
    if (screen.children) return { path: screen.path, element, children: toRouteObjects(screen.children) };
    return screen.path === "" ? { index: true, element } : { path: screen.path, element };
  });
}

function toElement({ load, readAhead }: ScreenRoute) {
  const Screen = lazy(async () => ({ default: await load() }));
  if (readAhead === undefined) return <Screen />;
  function ReadingAhead() {
    const params = useParams();
    void readAhead?.(params);
    return <Screen />;
  }
  return <ReadingAhead />;
}

/**
 * Begins with the screen of an address before anything is drawn, so that its code, its data and the session are
 * fetched at the same time and not one after the other.
 */
export function startAhead(screens: readonly ScreenRoute[], pathname: string): void {
  for (const { screen, params } of matchScreens(screens, pathname)) {
    // A failure shows when the screen itself is drawn.
    screen.load().catch(() => undefined);
    void screen.readAhead?.(params);
  }
}

/** The screens an address shows, outermost first. */
export function matchScreens(
  screens: readonly ScreenRoute[],
  pathname: string,
): { readonly screen: ScreenRoute; readonly params: Params }[] {
  const byId = new Map<string, ScreenRoute>();
  const toRoutes = (list: readonly ScreenRoute[], prefix: string): RouteObject[] =>
    list.map((screen, index): RouteObject => {
      const id = `${prefix}${index}`;
      byId.set(id, screen);
      if (screen.children) return { id, path: screen.path, children: toRoutes(screen.children, `${id}.`) };
      return screen.path === "" ? { id, index: true } : { id, path: screen.path };
    });
  const matches = matchRoutes(toRoutes(screens, ""), pathname) ?? [];
  return matches.flatMap(({ route, params }) => {
    const screen = byId.get(route.id ?? "");
    return screen === undefined ? [] : [{ screen, params }];
  });
}
