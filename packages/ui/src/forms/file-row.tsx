import { CircleAlert, CircleCheck, FileText, X } from "lucide-react";
import { IconButton } from "../actions/icon-button";
import { ProgressBar } from "../data/progress";
import { useFormatting } from "../format/formatting-context";
import { formatFileSize } from "./file-size";

export interface DroppedFile {
  readonly id: string;
  /** Shown literally, whatever it contains. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly state: "ready" | "uploading" | "done" | "failed";
  /** From 0 to 1 while uploading. */
  readonly progress?: number;
  /** What is wrong and what to do. */
  readonly error?: string;
}

interface FileRowProps {
  file: DroppedFile;
  onRemove: (id: string) => void;
}

export function FileRow({ file, onRemove }: FileRowProps) {
  const { locale } = useFormatting();
  const Icon = file.state === "failed" ? CircleAlert : file.state === "done" ? CircleCheck : FileText;
  const tone =
    file.state === "failed" ? "text-risk-text" : file.state === "done" ? "text-released-text" : "text-muted";
  return (
    <li className="flex items-start gap-3 py-2 text-dense">
      <Icon aria-hidden className={`mt-1.5 size-4 shrink-0 ${tone}`} />
      <div className="min-w-0 grow py-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <bdi className="min-w-0 break-all">{file.name}</bdi>
          <span className="figures text-small text-muted">{formatFileSize(file.size, locale)}</span>
        </p>
        {file.state === "uploading" && (
          <ProgressBar label={`Uploading ${file.name}`} done={file.progress ?? 0} total={1} />
        )}
        {file.error !== undefined && <p className="text-small font-medium text-risk-text">{file.error}</p>}
      </div>
      <IconButton label={`Remove ${file.name}`} icon={X} size="small" onClick={() => onRemove(file.id)} />
    </li>
  );
}
