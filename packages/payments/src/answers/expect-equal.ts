/**
 * Holds an answer against the request it answers.
 *
 * @throws Error when they differ: then the answer is not ours, whatever its shape.
 */
export function expectEqual(name: string, answered: unknown, requested: unknown): void {
  if (answered !== requested) {
    throw new Error(`the answer's ${name} is ${String(answered)}, asked was ${String(requested)}`);
  }
}
