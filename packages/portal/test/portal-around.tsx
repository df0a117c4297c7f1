import { FormattingProvider, ToastProvider } from "@evenshare/ui";
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { createTRPCClient, TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { ReactNode } from "react";
import { MemoryRouter, Route, Routes } from "react-router";
import type { AppRouter } from "../src/api/app-router";
import { createQueryClient } from "../src/api/query-client";
import { TRPCProvider } from "../src/api/trpc";
import { PortalProvider } from "../src/app/portal";

/** What the server says to each call, by its path; it throws what it refuses with. */
export type Answers = Readonly<Record<string, (input: unknown) => unknown>>;

/** A refusal as the server writes it. */
export class Refusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

interface Around {
  readonly side?: "brand" | "producer";
  /** The address, and the pattern that it is found by. */
  readonly at?: string;
  readonly path?: string;
  readonly answers?: Answers;
}

/** Renders a part of a portal with everything that stands around it, and a server that answers as the test says. */
export function renderInPortal(
  part: ReactNode,
  { side = "brand", at = "/", path = "*", answers = {} }: Around = {},
) {
  const queries = createQueryClient(() => undefined);
  const client = createTRPCClient<AppRouter>({ links: [answering(answers)] });
  return render(
    <QueryClientProvider client={queries}>
      <TRPCProvider queryClient={queries} trpcClient={client}>
        <PortalProvider side={side}>
          <FormattingProvider locale="en-GB" timeZone="Europe/London">
            <ToastProvider>
              <MemoryRouter initialEntries={[at]}>
                <Routes>
                  <Route path={path} element={part} />
                </Routes>
              </MemoryRouter>
            </ToastProvider>
          </FormattingProvider>
        </PortalProvider>
      </TRPCProvider>
    </QueryClientProvider>,
  );
}

function answering(answers: Answers): TRPCLink<AppRouter> {
  return () =>
    ({ op }) =>
      observable((observer) => {
        try {
          const answer = answers[op.path];
          if (answer === undefined) throw new Error(`nobody answers ${op.path}`);
          observer.next({ result: { type: "data", data: answer(op.input) } });
          observer.complete();
        } catch (error) {
          observer.error(refusalOf(error));
        }
      });
}

function refusalOf(error: unknown): TRPCClientError<AppRouter> {
  const failure = error instanceof Refusal ? { code: error.code, field: null, details: {} } : null;
  return TRPCClientError.from({
    error: {
      code: -32_009,
      message: String(error),
      data: { code: "CONFLICT", httpStatus: 409, failure, requestId: "r" },
    },
  });
}
