import type { DroppedFile } from "@evenshare/ui";
import { useEffect, useRef, useState } from "react";
import { uploadFile } from "../api/upload-file";
import { describeFailure } from "../failures/describe-failure";

const maxBytes = 512 * 1024 * 1024;

/** The file of an import; `fileId` is the server's name for it once it is there. */
export interface RevenueFile extends DroppedFile {
  readonly fileId: string | null;
}

export interface RevenueFileChoice {
  readonly file: RevenueFile | null;
  /** Takes the place of the one chosen before. */
  readonly choose: (files: readonly File[]) => void;
  readonly remove: () => void;
}

/** Sends the file as soon as it is chosen, and keeps what became of it. */
export function useRevenueFile(): RevenueFileChoice {
  const [file, setFile] = useState<RevenueFile | null>(null);
  const sending = useRef<AbortController | null>(null);
  useEffect(() => () => sending.current?.abort(), []);

  const change = (id: string, to: Partial<RevenueFile>) =>
    setFile((before) => (before?.id === id ? { ...before, ...to } : before));

  const send = async (id: string, chosen: File) => {
    const stop = new AbortController();
    sending.current = stop;
    // What a browser says of a CSV file depends on which programs are installed beside it.
    const asCsv = new File([chosen], chosen.name, { type: "text/csv" });
    const result = await uploadFile(asCsv, {
      to: "/api/revenue/files",
      onProgress: (progress) => change(id, { progress }),
      signal: stop.signal,
    });
    if (result.ok) return change(id, { state: "done", fileId: result.id });
    const { happened, notDone, todo } = describeFailure(result.failure, { format: String });
    change(id, { state: "failed", error: `${happened} ${notDone} ${todo}` });
  };

  const choose = (files: readonly File[]) => {
    const [chosen, ...others] = files;
    if (chosen === undefined) return;
    sending.current?.abort();
    const entry = { id: crypto.randomUUID(), name: chosen.name, size: chosen.size, fileId: null };
    const refusal = refusalOf(chosen, others.length > 0);
    if (refusal !== null) return setFile({ ...entry, state: "failed", error: refusal });
    setFile({ ...entry, state: "uploading", progress: 0 });
    void send(entry.id, chosen);
  };
  const remove = () => {
    sending.current?.abort();
    setFile(null);
  };
  return { file, choose, remove };
}

/** What can be told without sending anything. */
function refusalOf({ name, size }: File, several: boolean): string | null {
  if (several) return "Several files were dropped and none was sent. Import one after the other.";
  if (size > maxBytes)
    return "It is larger than 512 MB and was not sent. Export a shorter time, one file after the other.";
  if (size === 0) return "It is empty and was not sent. Export it again, then choose it.";
  if (/\.(xlsx?|xlsm|ods|numbers)$/i.test(name))
    return "It is a spreadsheet program’s own file and was not sent. Save it there as CSV, then choose that.";
  return null;
}
