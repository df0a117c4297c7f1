import { defaultMilestoneTerms, type MilestoneTerms } from "@evenshare/domain";
import type { OrganizationKey } from "./cast";

export interface CastPartnership {
  readonly brand: OrganizationKey;
  readonly producer: OrganizationKey;
  readonly title: string;
  readonly terms: Omit<MilestoneTerms, "feeBp">;
}

const london = { ...defaultMilestoneTerms, currency: "GBP", timeZone: "Europe/London" } as const;
const berlin = { ...defaultMilestoneTerms, currency: "EUR", timeZone: "Europe/Berlin" } as const;

/** Who works with whom, on what terms. */
export const partnerships = {
  harvest: { brand: "gasthaus", producer: "wiesen", title: "Harvest boxes", terms: london },
  podcast: {
    brand: "gasthaus",
    producer: "ada",
    title: "The Kitchen Table, season two",
    terms: { ...london, feeBearer: "producer" },
  },
  tableware: { brand: "gasthaus", producer: "kiln", title: "Tableware for the Mill", terms: london },
  windows: {
    brand: "northlight",
    producer: "harbour",
    title: "Spring window films",
    terms: { ...berlin, reviewDays: 7 },
  },
  shelf: { brand: "northlight", producer: "wiesen", title: "Farm shop shelf", terms: berlin },
  export: {
    brand: "northlight",
    producer: "harbour",
    title: "Films for the New York shop",
    terms: { ...defaultMilestoneTerms, currency: "USD", timeZone: "America/New_York" },
  },
  gifts: { brand: "northlight", producer: "kiln", title: "Gift range", terms: berlin },
} as const satisfies Record<string, CastPartnership>;

export type PartnershipKey = keyof typeof partnerships;
