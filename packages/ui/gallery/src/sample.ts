/** The instant at which the gallery's pages are looked at. */
export const now = new Date("2026-12-03T09:12:00Z");
export const zone = "Europe/London";

export interface PartnershipRow {
  readonly id: string;
  readonly partner: string;
  readonly stage: string;
  readonly state: "held" | "risk" | "neutral";
  readonly stateWord: string;
  readonly held: bigint;
  readonly released: bigint;
  readonly toFund: bigint;
  readonly next: Date;
}

export const partnerships: readonly PartnershipRow[] = [
  row("Studio Ada", "Growth", "held", "To review", 200000n, 650000n, 120000n, "2026-12-06T17:00:00Z"),
  row("Wiesen Farm", "Trial", "neutral", "On track", 1240050n, 310000n, 0n, "2026-12-11T12:00:00Z"),
  row("Kiln & Clay", "Growth", "risk", "Funding failed", 0n, 98000n, 480000n, "2026-12-14T09:00:00Z"),
  row(
    "The Very Long Named Cooperative of Bakers",
    "Renewal",
    "held",
    "To review",
    400075n,
    1n,
    0n,
    "2027-01-04T17:00:00Z",
  ),
];

function row(
  partner: string,
  stage: string,
  state: PartnershipRow["state"],
  stateWord: string,
  held: bigint,
  released: bigint,
  toFund: bigint,
  next: string,
): PartnershipRow {
  return { id: partner, partner, stage, state, stateWord, held, released, toFund, next: new Date(next) };
}
