import type { MailSample } from "./mail-sample";

const share = {
  shareId: "0190c3a0-0000-7000-8000-0000000000f3",
  shareCode: "AGR-1",
  shareTitle: "Harvest film income",
  brandName: "Gasthaus Group",
  version: "2",
  startsOn: "2027-01-01",
};

/** Revenue-share agreements, with the variants that read differently. */
export const shareSamples: readonly MailSample[] = [
  { template: "share.proposed", variant: "", data: { ...share, makerName: "Maggie Hollis" } },
  {
    template: "share.accepted",
    variant: "one left",
    data: { ...share, producerName: "Studio Ada", waitingFor: "1" },
  },
  {
    template: "share.accepted",
    variant: "more left",
    data: { ...share, producerName: "Studio Ada", waitingFor: "3" },
  },
  { template: "share.active", variant: "", data: share },
  {
    template: "share.declined",
    variant: "",
    data: {
      ...share,
      producerName: "Studio Ada",
      reason: "The reserve is too high for us.\nTen per cent would be fine.",
    },
  },
  { template: "share.ended", variant: "withdrawn", data: { ...share, reason: "withdrawn" } },
  { template: "share.ended", variant: "declined by another", data: { ...share, reason: "declined" } },
];
