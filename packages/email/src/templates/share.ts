import { z } from "zod";
import type { Fact } from "../content/mail-content";
import { formatDay } from "../words/dates";
import { count, day, id, name } from "./fields";
import { sharePage } from "./pages";

/** What every mail about a revenue-share agreement knows: which one, which version of its terms, and from when. */
export const shareFields = {
  shareId: id,
  shareCode: name,
  shareTitle: name,
  brandName: name,
  version: count,
  startsOn: day,
};

const fields = z.object(shareFields);
type ShareFacts = z.output<typeof fields>;

export function shareFacts({
  shareCode,
  shareTitle,
  brandName,
  version,
  startsOn,
}: ShareFacts): readonly Fact[] {
  return [
    { label: "Agreement", value: `${shareCode.full}, ${shareTitle.full}` },
    { label: "Shared by", value: brandName.full },
    { label: "Version", value: String(version) },
    { label: "Takes effect on", value: formatDay(startsOn) },
  ];
}

export function openShare({ shareId }: ShareFacts, label = "Open the agreement") {
  return { label, path: sharePage(shareId) };
}
