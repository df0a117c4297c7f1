import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { useCommand } from "./use-command";

const refusal = {
  data: { code: "CONFLICT", httpStatus: 409, failure: { code: "milestone.amount_changed" }, requestId: "r" },
};

/** A command whose answers the test gives one after the other; the keys it was sent with are kept. */
function render() {
  const keys: string[] = [];
  const answers: { resolve: () => void; reject: (error: unknown) => void }[] = [];
  const send = ({ commandKey }: { commandKey: string }) => {
    keys.push(commandKey);
    return new Promise<string>((resolve, reject) => answers.push({ resolve: () => resolve("done"), reject }));
  };
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useCommand(send), { wrapper });
  const click = () => result.current.run((commandKey) => ({ commandKey }));
  return { result, keys, answers, click };
}

describe("useCommand", () => {
  it("sends a double click once", async () => {
    const { keys, answers, click, result } = render();
    await act(async () => {
      const first = click();
      expect(await click()).toBeUndefined();
      answers[0]?.resolve();
      expect(await first).toBe("done");
    });
    expect(keys).toHaveLength(1);
    expect(result.current.pending).toBe(false);
  });

  it("keeps the key when the answer was lost, so that trying again cannot do it twice", async () => {
    const { keys, answers, click, result } = render();
    await act(async () => {
      const first = click();
      answers[0]?.reject(new TypeError("Failed to fetch"));
      await first;
    });
    expect(result.current.failure).toMatchObject({ code: "network.unreachable", definitive: false });
    await act(async () => {
      const second = click();
      answers[1]?.resolve();
      await second;
    });
    expect(keys[1]).toBe(keys[0]);
    expect(result.current.failure).toBeNull();
  });

  it("takes a new key after a certain refusal, and after success", async () => {
    const { keys, answers, click } = render();
    await act(async () => {
      const first = click();
      answers[0]?.reject(refusal);
      await first;
      const second = click();
      answers[1]?.resolve();
      await second;
      const third = click();
      answers[2]?.resolve();
      await third;
    });
    expect(new Set(keys).size).toBe(3);
  });
});
