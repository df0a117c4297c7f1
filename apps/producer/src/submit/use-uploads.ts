import { describeFailure, uploadFile } from "@evenshare/portal";
import type { DroppedFile } from "@evenshare/ui";
import { useEffect, useRef, useState } from "react";

const maxBytes = 25 * 1024 * 1024;
const maxFiles = 20;

/** A file chosen for a submission; `fileId` is the server's name for it once it is there. */
export interface UploadedFile extends DroppedFile {
  readonly fileId: string | null;
}

export interface Uploads {
  readonly files: readonly UploadedFile[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (id: string) => void;
  readonly running: boolean;
  readonly failed: boolean;
}

/** Sends files as soon as they are chosen, each on its own, and keeps what became of them. */
export function useUploads(): Uploads {
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const running = stops.current;
    return () => {
      for (const stop of running.values()) stop.abort();
    };
  }, []);

  const change = (id: string, to: Partial<UploadedFile>) =>
    setFiles((before) => before.map((file) => (file.id === id ? { ...file, ...to } : file)));

  const send = async (id: string, file: File) => {
    const stop = new AbortController();
    stops.current.set(id, stop);
    const result = await uploadFile(file, {
      to: "/api/files",
      onProgress: (progress) => change(id, { progress }),
      signal: stop.signal,
    });
    stops.current.delete(id);
    if (result.ok) change(id, { state: "done", fileId: result.id });
    else change(id, { state: "failed", error: describe(result.failure) });
  };

  const add = (chosen: readonly File[]) => {
    const room = maxFiles - files.length;
    const added = chosen.map((file, index) => ({ file, entry: entryOf(file, index >= room) }));
    setFiles((before) => [...before, ...added.map(({ entry }) => entry)]);
    for (const { file, entry } of added) if (entry.state === "uploading") void send(entry.id, file);
  };
  const remove = (id: string) => {
    stops.current.get(id)?.abort();
    setFiles((before) => before.filter((file) => file.id !== id));
  };
  return {
    files,
    add,
    remove,
    running: files.some(({ state }) => state === "uploading"),
    failed: files.some(({ state }) => state === "failed"),
  };
}

function entryOf(file: File, tooMany: boolean): UploadedFile {
  const entry = { id: crypto.randomUUID(), name: file.name, size: file.size, fileId: null };
  const refusal = tooMany
    ? `At most ${maxFiles} files. It was not sent; put several into one ZIP.`
    : file.size > maxBytes
      ? "It is larger than 25 MB and was not sent. Make it smaller, or share it as a link."
      : file.size === 0
        ? "It is empty and was not sent. Choose the file again."
        : null;
  return refusal === null
    ? { ...entry, state: "uploading", progress: 0 }
    : { ...entry, state: "failed", error: refusal };
}

function describe(failure: Parameters<typeof describeFailure>[0]): string {
  const { happened, notDone, todo } = describeFailure(failure, { format: String });
  return `${happened} ${notDone} ${todo}`;
}
