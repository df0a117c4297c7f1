/** What a client may send is not what the types allow: passes anything where a verb takes its input. */
export function asSent<T>(input: unknown): T {
  return input as T;
}
