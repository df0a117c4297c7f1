import { config } from "zod/v4/core";

/**
 * Shapes may be checked by code that is made from text, which the portals' Content-Security-Policy forbids. Trying is
 * caught and harmless, but it is reported as a violation, so it is not tried. Comes before any shape is made.
 */
export function checkShapesWithoutEval(): void {
  config({ jitless: true });
}
