import { hostname, userInfo } from "node:os";

/** The person at the shell, as the machine knows them. */
export function whoIsThis(): string {
  return `${userInfo().username}@${hostname()}`;
}
