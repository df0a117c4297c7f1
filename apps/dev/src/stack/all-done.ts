/**
 * Like `Promise.all`, but a failure is told only when the others have ended too: what is still starting
 * while everything is being stopped would be left behind.
 */
export async function allDone<const T extends readonly Promise<unknown>[]>(
  parts: T,
): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(parts);
  return Promise.all(parts);
}
