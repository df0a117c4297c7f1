import { z } from "zod";
import { moveClock } from "../clock/move-clock";
import type { Sandbox } from "../sandbox";
import type { Control } from "./control";

const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value));

const change = z.union([
  z.strictObject({ advanceMs: z.int() }),
  z.strictObject({ setTo: instant }),
  z.strictObject({ freeze: z.union([z.literal(true), instant]) }),
  z.strictObject({ resume: z.literal(true) }),
]);

/** The development clock. A move answers once everything due on the way has happened and was announced. */
export const clockControls: Control[] = [
  { method: "GET", pattern: "/clock", run: ({ sandbox }) => show(sandbox) },
  {
    method: "POST",
    pattern: "/clock",
    async run({ sandbox, body }) {
      const wish = change.parse(body);
      await moveClock(sandbox, (clock) => {
        if ("advanceMs" in wish) clock.advanceBy(wish.advanceMs);
        else if ("setTo" in wish) clock.setTo(wish.setTo);
        else if ("resume" in wish) clock.resume();
        else clock.freeze(wish.freeze === true ? undefined : wish.freeze);
      });
      return show(sandbox);
    },
  },
];

function show(sandbox: Sandbox): { now: string; offsetMs: number; frozenAt: string | null } {
  return { now: sandbox.clock.now().toISOString(), ...sandbox.clock.state() };
}
