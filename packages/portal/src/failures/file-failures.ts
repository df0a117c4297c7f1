import type { FailureTable } from "./failure-words";

/** Files that are sent with work. */
export const fileFailures: FailureTable = {
  "file.too_large": ({ detail }) => ({
    happened: `The file is larger than ${megabytes(detail("maxBytes"))} MB.`,
    notDone: "It was not stored.",
    todo: "Make it smaller, or send it in parts.",
  }),
  "file.type_refused": {
    happened: "Files of this type are not accepted.",
    notDone: "It was not stored.",
    todo: "Send a PDF, Word, Excel or PowerPoint file, plain text, a picture, sound, video or ZIP, or share a link.",
  },
  "file.type_mismatch": {
    happened: "What is inside the file is not what its name says.",
    notDone: "It was not stored.",
    todo: "Export it again under its real type.",
  },
  "file.incomplete": {
    happened: "The file did not arrive whole.",
    notDone: "It was not stored.",
    todo: "Check your connection and choose it again.",
  },
  "file.missing": {
    happened: "No file arrived.",
    notDone: "Nothing was stored.",
    todo: "Choose the file again.",
  },
  "file.not_found": {
    happened: "A file is not here any more, or not yours.",
    notDone: "Nothing was sent.",
    todo: "Remove it from the list and choose it again.",
  },
};

/** What is allowed differs by what a file is for; the server says how much. */
function megabytes(bytes: string | undefined): number {
  return Math.round(Number(bytes ?? 25 * 1024 * 1024) / 1024 / 1024);
}
