import type { views } from "@evenshare/domain";
import type { StatusTone } from "@evenshare/ui";

const words: Record<views.PartnershipRow["agreementStatus"], { word: string; tone: StatusTone }> = {
  proposed: { word: "Agreement proposed", tone: "waiting" },
  accepted: { word: "Agreed", tone: "released" },
  superseded: { word: "Agreement replaced", tone: "neutral" },
};

/** What to call the state of an agreement. */
export function agreementWords(status: views.PartnershipRow["agreementStatus"]) {
  return words[status];
}
