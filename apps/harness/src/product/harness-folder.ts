import { openGuardedRunFolder, type RunFolder, runsFolderOf } from "@evenshare/dev";

/**
 * A folder for whatever is started here. However this process ends, what is in the folder ends with it: the servers, the
 * processes written down there, the data.
 */
export function openHarnessFolder(): Promise<RunFolder> {
  return openGuardedRunFolder(runsFolderOf("harness"));
}
