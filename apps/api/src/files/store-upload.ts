import type { Deps, Scope } from "@evenshare/application";
import { FileTooLarge, type StoredFile } from "@evenshare/database";
import { RestFailure } from "../server/rest-failure";
import type { ReceivedFile } from "./receive-file";

/** Keeps a received file for the sender's organization. @throws RestFailure `file.too_large` beyond `maxBytes`. */
export function storeUpload(
  deps: Deps,
  { organizationId, userName: uploadedByName }: Scope,
  { bytes, ...file }: ReceivedFile,
  maxBytes: number,
): Promise<StoredFile> {
  const row = { id: deps.newId(), organizationId, uploadedByName, ...file };
  return deps.database.storeFile(row, bytes, maxBytes, deps.clock.now()).catch((error: unknown) => {
    if (error instanceof FileTooLarge)
      throw new RestFailure({ code: "file.too_large", details: { maxBytes: String(maxBytes) } });
    throw error;
  });
}
