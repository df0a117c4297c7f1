import { type Failure, readRestFailure, unreachable } from "./failure";

export type Upload =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly failure: Failure };

export interface UploadOrder {
  /** The route that takes it: `/api/files`. */
  readonly to: string;
  /** Hears how much of it has gone, from 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends one file and tells how much of it has gone (0 to 1). XMLHttpRequest, because fetch cannot tell.
 * Ends with a failure `upload.stopped` when `signal` fires.
 */
export function uploadFile(file: File, { to, onProgress, signal }: UploadOrder): Promise<Upload> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const refuse = (failure: Failure) => resolve({ ok: false, failure });
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      const body = readJson(request.responseText);
      const id = idOf(body);
      if (request.status === 200 && id !== null) resolve({ ok: true, id });
      else refuse(readRestFailure(request.status, body));
    };
    request.onerror = () => refuse(unreachable);
    request.onabort = () => refuse({ ...unreachable, code: "upload.stopped", definitive: true });
    signal.addEventListener("abort", () => request.abort());
    request.open("POST", to);
    const form = new FormData();
    form.append("file", file);
    request.send(form);
  });
}

function idOf(body: unknown): string | null {
  return typeof body === "object" && body !== null && "id" in body && typeof body.id === "string"
    ? body.id
    : null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
