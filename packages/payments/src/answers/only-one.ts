/**
 * The one object an operation made, or null when it made none.
 *
 * @throws Error when there are several: the operation was carried out twice, which a person must look into.
 */
export function onlyOne<T extends { id: string }>(operationId: string, made: readonly T[]): T | null {
  if (made.length > 1) {
    const ids = made.map(({ id }) => id).join(", ");
    throw new Error(`alarm: operation ${operationId} was carried out ${made.length} times (${ids})`);
  }
  return made[0] ?? null;
}
