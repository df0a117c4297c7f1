import { describe, expect, it } from "vitest";
import { createLiveHub, type LiveEvent } from "./hub";

const milestone = (id: string): LiveEvent => ({ topic: "milestone", id });

/** Reads a stream in the background, until it ends. */
function follow(stream: AsyncIterable<LiveEvent>) {
  const seen: LiveEvent[] = [];
  const ended = (async () => {
    for await (const event of stream) seen.push(event);
  })();
  return { seen, ended };
}

describe("the live hub", () => {
  it("hands a hint to the streams of its organizations and to no others", async () => {
    const hub = createLiveHub();
    const stop = new AbortController();
    const [brand, producer] = ["brand", "producer"].map((id) =>
      hub.subscribe(id, stop.signal)[Symbol.asyncIterator](),
    );
    const stranger = follow(hub.subscribe("stranger", stop.signal));
    const first = [brand?.next(), producer?.next()];
    hub.publish(["brand", "producer"], milestone("m1"));
    for (const hint of await Promise.all(first)) expect(hint?.value).toEqual(milestone("m1"));
    stop.abort();
    await stranger.ended;
    expect(stranger.seen).toEqual([]);
  });

  it("delivers in order, the same waiting hint once", async () => {
    const hub = createLiveHub();
    const stop = new AbortController();
    const stream = hub.subscribe("a", stop.signal)[Symbol.asyncIterator]();
    const first = stream.next();
    hub.publish(["a"], milestone("m1"));
    expect((await first).value).toEqual(milestone("m1"));
    for (const id of ["m2", "m3", "m2"]) hub.publish(["a"], milestone(id));
    expect((await stream.next()).value).toEqual(milestone("m2"));
    expect((await stream.next()).value).toEqual(milestone("m3"));
    stop.abort();
    expect((await stream.next()).done).toBe(true);
  });

  it("tells a stream that is too far behind to look at everything", async () => {
    const hub = createLiveHub();
    const stop = new AbortController();
    const stream = hub.subscribe("a", stop.signal)[Symbol.asyncIterator]();
    const first = stream.next();
    for (let index = 0; index < 1_000; index += 1) hub.publish(["a"], milestone(`m${index}`));
    const seen = [(await first).value];
    for (let next = 0; next < 5; next += 1) seen.push((await stream.next()).value);
    expect(seen).toContainEqual({ topic: "milestone", id: null });
    stop.abort();
  });

  it("ends every stream when it closes", async () => {
    const hub = createLiveHub();
    const streams = ["a", "b"].map((id) => follow(hub.subscribe(id, undefined)));
    expect(hub.size).toBe(2);
    hub.close();
    await Promise.all(streams.map(({ ended }) => ended));
    expect(hub.size).toBe(0);
    await follow(hub.subscribe("late", undefined)).ended;
  });

  it("forgets a stream that has ended", async () => {
    const hub = createLiveHub();
    const stop = new AbortController();
    const stream = follow(hub.subscribe("a", stop.signal));
    expect(hub.size).toBe(1);
    stop.abort();
    await stream.ended;
    expect(hub.size).toBe(0);
  });
});
