import type { ReactNode } from "react";
import { AnnouncerProvider } from "../overlay/announcer";
import { ThemeToggle } from "../theme/theme-toggle";
import { Logo } from "./logo";

export interface AuthLayoutProps {
  portal: string;
  title: ReactNode;
  subtitle?: ReactNode;
  /** The form. */
  children: ReactNode;
  /** The other ways: sign up, the other portal. */
  below?: ReactNode;
  /** What this portal is for, shown beside the form on a wide screen. */
  aside?: ReactNode;
}

/** The frame of pages seen before signing in. */
export function AuthLayout({ portal, title, subtitle, children, below, aside }: AuthLayoutProps) {
  return (
    <AnnouncerProvider>
      <div className="flex min-h-dvh flex-col lg:flex-row">
        <div className="flex grow flex-col px-4 sm:px-8 lg:max-w-160">
          <header className="flex h-16 items-center justify-between">
            <Logo portal={portal} />
            <ThemeToggle />
          </header>
          <main className="mx-auto flex w-full max-w-96 grow flex-col justify-center pt-6 pb-20">
            <h1 className="text-title font-semibold">{title}</h1>
            {subtitle !== undefined && <p className="mt-1 text-muted">{subtitle}</p>}
            <div className="mt-7">{children}</div>
            {below !== undefined && <div className="mt-7 border-t pt-5 text-dense">{below}</div>}
          </main>
        </div>
        {aside !== undefined && (
          <aside className="hidden grow items-center border-l bg-surface px-16 lg:flex">
            <div className="mx-auto w-full max-w-lg">{aside}</div>
          </aside>
        )}
      </div>
    </AnnouncerProvider>
  );
}
