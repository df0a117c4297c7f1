import { FormattingProvider, ToastProvider } from "@evenshare/ui";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import type { AppRouter } from "../src/api/app-router";
import { TRPCProvider } from "../src/api/trpc";

/** What a test answers in place of the server, by the name of the procedure. */
export type Answers = Readonly<Record<string, (input: unknown) => unknown>>;

/** What surrounds a screen in a portal at an address, with answers of a test's own instead of a server. */
export function wrapperOf(answers: Answers, address = "/") {
  const link: TRPCLink<AppRouter> =
    () =>
    ({ op }) =>
      observable((observer) => {
        const data = answers[op.path]?.(op.input);
        queueMicrotask(() => {
          observer.next({ result: { type: "data", data } });
          observer.complete();
        });
      });
  const client = createTRPCClient<AppRouter>({ links: [link] });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return function Portal({ children }: { children: ReactNode }) {
    return (
      <MemoryRouter initialEntries={[address]}>
        <FormattingProvider locale="en-GB" timeZone="Europe/London">
          <ToastProvider>
            <QueryClientProvider client={queries}>
              <TRPCProvider trpcClient={client} queryClient={queries}>
                {children}
              </TRPCProvider>
            </QueryClientProvider>
          </ToastProvider>
        </FormattingProvider>
      </MemoryRouter>
    );
  };
}
