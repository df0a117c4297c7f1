import type { OrganizationKind } from "@evenshare/domain";
import { FormattingProvider, LinkProvider } from "@evenshare/ui";
import { applyThemePreference } from "@evenshare/ui/theme";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { createPortalData, type PortalData } from "../api/portal-data";
import { TRPCProvider } from "../api/trpc";
import { LiveChannelProvider } from "../live/live-updates";
import { checkShapesWithoutEval } from "./check-shapes-without-eval";
import { PortalProvider } from "./portal";
import { PortalPages } from "./portal-pages";
import { RouterLink } from "./router-link";
import { memberScreens, type PortalRoutes, portalRoutes } from "./routes";
import { startAhead } from "./screen-route";
import { sessionKeyOf } from "./session-key";

export interface StartPortal {
  readonly side: OrganizationKind;
  /** The portal's own places and screens; the shared ones are added. */
  readonly routes: (data: PortalData) => PortalRoutes;
}

/** Starts a portal in the page's `#root`. */
export function startPortal({ side, routes }: StartPortal): void {
  checkShapesWithoutEval();
  applyThemePreference();
  document.documentElement.dataset["portal"] = side;
  const root = document.getElementById("root");
  if (root === null) throw new Error("the page has no #root");
  const data = createPortalData();
  const { places, screens: own } = routes(data);
  const screens = memberScreens(data, own);
  const pages = portalRoutes(places, screens);
  startAhead(screens, window.location.pathname);
  const sessionKey = () => sessionKeyOf(data.queries.getQueryData(data.trpc.session.me.queryKey()));
  createRoot(root).render(
    <PortalProvider side={side}>
      <FormattingProvider>
        <LinkProvider link={RouterLink}>
          <QueryClientProvider client={data.queries}>
            <TRPCProvider trpcClient={data.client} queryClient={data.queries}>
              <LiveChannelProvider sessionKey={sessionKey}>
                <BrowserRouter>
                  <PortalPages routes={pages} />
                </BrowserRouter>
              </LiveChannelProvider>
            </TRPCProvider>
          </QueryClientProvider>
        </LinkProvider>
      </FormattingProvider>
    </PortalProvider>,
  );
}
