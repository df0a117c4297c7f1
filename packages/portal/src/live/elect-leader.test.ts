import { describe, expect, it } from "vitest";
import { electLeader, type Locks } from "./elect-leader";

/** Web Locks for one name, as browsers keep them: one holder, others wait in order, an aborted wait is rejected. */
class FakeLocks {
  #held = false;
  readonly #waiting: (() => void)[] = [];

  readonly request: Locks["request"] = async (...args: unknown[]) => {
    const [, options, callback] = args;
    const { signal } = readOptions(options);
    if (typeof callback !== "function") throw new TypeError("no callback");
    if (this.#held) await this.#wait(signal);
    this.#held = true;
    try {
      return await callback({ name: "live", mode: "exclusive" });
    } finally {
      this.#held = false;
      this.#waiting.shift()?.();
    }
  };

  #wait(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const turn = () => resolve();
      this.#waiting.push(turn);
      signal?.addEventListener("abort", () => {
        this.#waiting.splice(this.#waiting.indexOf(turn), 1);
        reject(new DOMException("stopped", "AbortError"));
      });
    });
  }
}

function readOptions(options: unknown): { signal?: AbortSignal } {
  return typeof options === "object" && options !== null ? options : {};
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A tab that notes when it begins and ends to lead. */
function openTab(locks: Locks | undefined, name: string, log: string[]): () => void {
  return electLeader({
    locks,
    name: "live",
    lead: (signal) => {
      log.push(`${name} leads`);
      return new Promise((resolve) => {
        signal.addEventListener("abort", () => {
          log.push(`${name} ends`);
          resolve();
        });
      });
    },
  });
}

describe("electLeader", () => {
  it("lets one tab lead and hands over when it closes, telling the next that it inherits", async () => {
    const locks = new FakeLocks();
    const log: string[] = [];
    const closeFirst = openTab(locks, "first", log);
    await settle();
    const closeSecond = openTab(locks, "second", log);
    await settle();
    expect(log).toEqual(["first leads"]);
    closeFirst();
    await settle();
    expect(log).toEqual(["first leads", "first ends", "second leads"]);
    closeSecond();
    await settle();
    expect(log.at(-1)).toBe("second ends");
  });

  it("takes a tab that closes while waiting out of the line", async () => {
    const locks = new FakeLocks();
    const log: string[] = [];
    const closeFirst = openTab(locks, "first", log);
    await settle();
    const closeSecond = openTab(locks, "second", log);
    openTab(locks, "third", log);
    await settle();
    closeSecond();
    closeFirst();
    await settle();
    expect(log).toEqual(["first leads", "first ends", "third leads"]);
  });

  it("lets every tab lead itself where there are no locks", () => {
    const log: string[] = [];
    openTab(undefined, "only", log);
    expect(log).toEqual(["only leads"]);
  });
});
