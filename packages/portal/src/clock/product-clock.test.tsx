import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ProductClock, useNow } from "./product-clock";

const machine = new Date("2026-11-22T10:00:00Z");
const server = new Date("2026-12-06T16:59:00Z");

beforeEach(() => {
  vi.useFakeTimers({ now: machine });
});
afterEach(() => {
  vi.useRealTimers();
});

function render(until?: Date) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ProductClock server={server} receivedAt={machine.getTime()}>
      {children}
    </ProductClock>
  );
  return renderHook(() => useNow(until), { wrapper }).result;
}

describe("useNow", () => {
  it("tells the server's time, whatever this machine's clock shows", () => {
    expect(render().current).toEqual(server);
  });

  it("ticks each second towards an instant that is near", () => {
    const now = render(new Date("2026-12-06T17:00:00Z"));
    act(() => void vi.advanceTimersByTime(1_000));
    expect(now.current).toEqual(new Date("2026-12-06T16:59:01Z"));
  });

  it("ticks rarely towards one that is far", () => {
    const now = render(new Date("2026-12-20T17:00:00Z"));
    act(() => void vi.advanceTimersByTime(19_000));
    expect(now.current).toEqual(server);
    act(() => void vi.advanceTimersByTime(1_000));
    expect(now.current).toEqual(new Date("2026-12-06T16:59:20Z"));
  });
});
