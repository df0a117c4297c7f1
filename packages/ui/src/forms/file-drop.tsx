import { Upload } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { classNames } from "../class-names";
import { FieldError, hasError } from "./field";
import { type DroppedFile, FileRow } from "./file-row";

export interface FileDropProps {
  label: ReactNode;
  /** Limits in words: "Up to 25 MB each". */
  hint: ReactNode;
  files: readonly DroppedFile[];
  /** Files chosen or dropped, unchecked: the caller decides what is too large and says so on the file. */
  onAdd: (files: readonly File[]) => void;
  onRemove: (id: string) => void;
  error?: ReactNode;
  /** As the `accept` attribute of a file input. */
  accept?: string;
  /** Whether several can be chosen at once. */
  multiple?: boolean;
  disabled?: boolean;
}

/** Files to send: drop them, or choose them with the button; each listed with its size, progress and error. */
export function FileDrop(props: FileDropProps) {
  const { label, hint, files, onAdd, onRemove, error, accept, multiple = true, disabled = false } = props;
  const id = useId();
  const [over, setOver] = useState(false);
  const errorId = hasError(error) ? `${id}-error` : undefined;
  return (
    <div className="flex flex-col gap-1.5">
      <span id={`${id}-label`} className="text-dense font-medium">
        {label}
      </span>
      <label
        htmlFor={id}
        className={classNames(
          "flex flex-wrap items-center gap-x-4 gap-y-1 rounded-control border border-dashed border-control px-4 py-4",
          "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
          over ? "bg-accent-soft" : "bg-surface",
          disabled ? "text-muted" : "cursor-pointer hover:bg-sunken",
        )}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(!disabled);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (!disabled) onAdd([...event.dataTransfer.files]);
        }}
      >
        <Upload aria-hidden className="size-5 text-muted" />
        <span className="min-w-0">
          <span className="block font-medium text-accent">{multiple ? "Choose files" : "Choose a file"}</span>
          <span id={`${id}-hint`} className="block text-small text-muted">
            or drop {multiple ? "them" : "it"} here. {hint}
          </span>
        </span>
        <input
          id={id}
          type="file"
          multiple={multiple}
          accept={accept}
          disabled={disabled}
          className="sr-only"
          aria-labelledby={`${id}-label`}
          aria-describedby={classNames(errorId, `${id}-hint`)}
          onChange={(event) => {
            onAdd([...(event.target.files ?? [])]);
            // The same file can be chosen again after it was removed.
            event.target.value = "";
          }}
        />
      </label>
      <FieldError id={errorId}>{error}</FieldError>
      {files.length > 0 && (
        <ul className="divide-y border-y">
          {files.map((file) => (
            <FileRow key={file.id} file={file} onRemove={onRemove} />
          ))}
        </ul>
      )}
    </div>
  );
}
