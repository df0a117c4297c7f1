import type { views } from "@evenshare/domain";
import type { StatusTone } from "@evenshare/ui";

type Status = views.RevenueImportView["status"];

/** How far an import is, in a word. */
export const importWords: Readonly<Record<Status, { readonly word: string; readonly tone: StatusTone }>> = {
  reading: { word: "Being read", tone: "active" },
  done: { word: "Counts", tone: "released" },
  failed: { word: "Stopped", tone: "risk" },
  reverted: { word: "Taken back", tone: "refunded" },
};
