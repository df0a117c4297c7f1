import type { ReactNode } from "react";
import { focusTarget } from "../link/focus-target";
import { Link } from "../link/link-context";
import { AnnouncerProvider } from "../overlay/announcer";
import { ToastProvider } from "../overlay/toasts";
import { ThemeToggle } from "../theme/theme-toggle";
import { Logo, LogoMark } from "./logo";
import { type NavigationItem, ShellNavigation } from "./shell-navigation";

export interface AppShellProps {
  /** The portal's name beside the wordmark: "for brands". */
  portal: string;
  homeHref: string;
  navigation: readonly NavigationItem[];
  /** The organisation switcher. */
  organization?: ReactNode;
  /** The account menu; it changes the theme too, because on a phone the toggle has no room. */
  account?: ReactNode;
  /** Other tools in the header, before the theme toggle: search, notifications. */
  tools?: ReactNode;
  /** A Banner about the whole portal. */
  banner?: ReactNode;
  children: ReactNode;
}

/** The frame of a portal: header, navigation beside the page or below it on a phone, and the page itself. */
export function AppShell(props: AppShellProps) {
  const { portal, homeHref, navigation, organization, account, tools, banner, children } = props;
  return (
    <AnnouncerProvider>
      <ToastProvider>
        {/* biome-ignore lint/a11y/useValidAnchor: it does go there; only the address is left to the router */}
        <a
          href="#content"
          onClick={focusTarget}
          className="sr-only rounded-control bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
        >
          Skip to the page
        </a>
        <header className="sticky top-0 z-30 flex h-14 items-center gap-2 border-b bg-paper px-4 sm:gap-3 lg:px-5">
          <Link
            href={homeHref}
            aria-label="Evenshare, home"
            className="flex items-center rounded-mark lg:w-52"
          >
            <span className="hidden sm:flex">
              <Logo portal={portal} />
            </span>
            <span className="flex sm:hidden">
              <LogoMark />
            </span>
          </Link>
          <div className="min-w-0 grow">{organization}</div>
          <div className="flex shrink-0 items-center gap-1">
            {tools}
            <span className="hidden sm:block">
              <ThemeToggle />
            </span>
            {account}
          </div>
        </header>
        <div className="lg:flex">
          <ShellNavigation items={navigation} />
          <main
            id="content"
            tabIndex={-1}
            className="min-h-[calc(100dvh-3.5rem)] min-w-0 grow pb-28 outline-none lg:border-l lg:pb-16"
          >
            <div className="mx-auto max-w-page px-4 pt-6 sm:px-8 lg:px-10 lg:pt-9">
              <div className="empty:hidden mb-6">{banner}</div>
              {children}
            </div>
          </main>
        </div>
      </ToastProvider>
    </AnnouncerProvider>
  );
}
