/**
 * Where to go after signing in: the address asked for, if it is a path of this portal, otherwise home. An address
 * that could lead to another site, or back to signing in, is not followed.
 */
export function safeNext(next: string | null): string {
  if (next === null || !next.startsWith("/") || /^\/[/\\]/.test(next) || next.startsWith("/sign-"))
    return "/";
  return next;
}
