import { join } from "node:path";
import { repositoryRoot } from "../repository";

/** The apps that `build` turns into one file each. */
export const SERVER_APPS = ["api", "worker", "cli"] as const;

/** The built file of a server app. */
export function serverEntry(app: (typeof SERVER_APPS)[number]): string {
  return join(repositoryRoot, "apps", app, "dist/main.js");
}

/** The built files of a portal. */
export function portalFolder(side: "brand" | "producer"): string {
  return join(repositoryRoot, "apps", side, "dist");
}
