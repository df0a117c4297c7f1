import type { Plugin } from "vite";

/**
 * Asks for the Latin cut of Inter in the page itself, so that it is there with the first paint and no text moves. Works
 * on the production build; in development the file comes from memory.
 */
export function preloadFont(): Plugin;
