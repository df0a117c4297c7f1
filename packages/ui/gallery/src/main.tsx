import { StrictMode, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { FormattingProvider } from "../../src";
import { applyThemePreference } from "../../src/theme/theme-preference";
import { AuthPage } from "./auth-page";
import { FormsPage } from "./forms-page";
import "./gallery.css";
import { HomePage } from "./home-page";
import { MilestonePage } from "./milestone-page";
import { PartsPage } from "./parts-page";
import { GalleryShell } from "./shell";

applyThemePreference();
const producer = new URLSearchParams(location.search).get("portal") === "producer";
if (producer) document.documentElement.dataset.portal = "producer";
const portal = producer ? "for producers" : "for brands";

const pages: Record<string, () => React.ReactNode> = {
  "#milestone": MilestonePage,
  "#forms": FormsPage,
  "#parts": PartsPage,
};

function Gallery() {
  const place = useSyncExternalStore(watchHash, () => location.hash || "#home");
  if (place === "#auth") return <AuthPage portal={portal} />;
  const Page = pages[place] ?? HomePage;
  return (
    <GalleryShell place={place} portal={portal}>
      <Page />
    </GalleryShell>
  );
}

function watchHash(changed: () => void) {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root");
createRoot(root).render(
  <StrictMode>
    <FormattingProvider locale="en-GB" timeZone="Europe/London">
      <Gallery />
    </FormattingProvider>
  </StrictMode>,
);
