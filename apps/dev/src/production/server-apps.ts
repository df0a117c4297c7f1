import { join } from "node:path";
import { repositoryRoot } from "../repository";

/** The apps that `build` turns into a folder each. */
export const SERVER_APPS = ["api", "worker", "cli"] as const;

/** The built file that starts a server app. */
export function serverEntry(app: (typeof SERVER_APPS)[number]): string {
  return join(repositoryRoot, "apps", app, "dist/main.js");
}

/** The built files of a portal. */
export function portalFolder(side: "brand" | "producer"): string {
  return join(repositoryRoot, "apps", side, "dist");
}
