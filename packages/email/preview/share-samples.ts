import type { MailSample } from "./mail-sample";

const share = {
  shareId: "0190c3a0-0000-7000-8000-0000000000f3",
  shareCode: "AGR-1",
  shareTitle: "Harvest film income",
  brandName: "Gasthaus Group",
  version: "2",
  startsOn: "2027-01-01",
};

const statement = {
  statementId: "0190c3a0-0000-7000-8000-0000000000f9",
  statementNumber: "GASTHAUS-AGR-1-2026-7",
  statementPeriod: "2026-11",
  shareTitle: "Harvest film income",
  brandName: "Gasthaus Group",
  producerName: "Studio Ada",
  currency: "GBP",
  amount: "1085621",
  carried: "0",
  carriedSign: "above",
  dueOn: "2026-12-15",
  disputeUntil: "2027-01-14",
};

/** Revenue-share agreements and their statements, with the variants that read differently. */
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
  { template: "statement.issued", variant: "payable", data: statement },
  {
    template: "statement.issued",
    variant: "carried over",
    data: { ...statement, amount: "0", carried: "4210", carriedSign: "above" },
  },
  {
    template: "statement.issued",
    variant: "below zero",
    data: { ...statement, amount: "0", carried: "1999", carriedSign: "below" },
  },
];
