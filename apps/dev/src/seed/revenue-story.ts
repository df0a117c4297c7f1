import { defaultShareSettings, onlineRetailMapping, type ProposedTerms } from "@evenshare/domain";
import { farmItems, lateRow, writeSalesFile } from "./sales-file";
import { command, type Teller } from "./teller";
import { waitFor } from "./wait";

/** The farm's things in the brand's shop: what they bring is shared, and stated month by month. */
export interface RevenueStory {
  /** The farm and the brand agree, and the first month's sales are stated. */
  begin(partnershipId: string): Promise<void>;
  /** The second month's sales come in, with one of the first that was late, and are stated. */
  goOn(): Promise<void>;
}

/** @param begins the day on which the story begins; the month before it is the first that is shared. */
export function openRevenueStory(teller: Teller, begins: Date): RevenueStory {
  const [first, second] = [monthOf(begins, -1), monthOf(begins, 0)];
  const brand = () => teller.at("gasthaus");
  let agreementId = "";

  async function agree(partnershipId: string): Promise<void> {
    const { id, version } = await command(
      teller,
      "propose the farm shelf",
      () => ({
        title: "Farm shelf at the Mill",
        payees: [{ party: "farm", partnershipId }],
        terms: termsFrom(`${first}-01`),
        settings: defaultShareSettings,
      }),
      (input) => brand().api.shares.propose.mutate(input),
    );
    agreementId = id;
    await command(
      teller,
      "accept the farm shelf",
      () => ({ id, version }),
      (input) => teller.at("wiesen").api.shares.accept.mutate(input),
    );
  }

  async function bringIn(month: string, late: readonly string[]): Promise<void> {
    const fileId = await teller.journal.remember(`upload the sales of ${month}`, () =>
      brand().uploadFile(
        {
          name: `mill-shop-${month}.csv`,
          contentType: "text/csv",
          content: new TextEncoder().encode(writeSalesFile({ month, invoices: 120, late })),
        },
        "/api/revenue/files",
      ),
    );
    const { id } = await command(
      teller,
      `import the sales of ${month}`,
      () => ({
        fileId,
        source: "Mill shop till",
        mapping: onlineRetailMapping,
        saveMappingAs: "Mill shop till",
      }),
      (input) => brand().api.revenue.startImport.mutate(input),
    );
    await waitFor(`the sales of ${month}`, async () => {
      const { status } = await brand().api.revenue.getImport.query({ id });
      return status === "done" || null;
    });
  }

  async function state(period: string): Promise<void> {
    await command(
      teller,
      `issue the statements of ${period}`,
      () => ({ agreementId, period }),
      (input) => brand().api.statements.issue.mutate(input),
    );
  }

  return {
    async begin(partnershipId) {
      await agree(partnershipId);
      await bringIn(first, []);
      await state(first);
    },
    async goOn() {
      await bringIn(second, [lateRow("990001", "WF-104", 3, `${first}-27 16:20:00`)]);
      await state(second);
    },
  };
}

function termsFrom(start: string): ProposedTerms {
  return {
    currency: "GBP",
    timeZone: "Europe/London",
    start,
    end: null,
    period: "month",
    items: [...farmItems],
    parties: [
      { id: "farm", role: "payee" },
      { id: "gasthaus", role: "payer" },
    ],
    deductions: ["tax"],
    share: {
      basis: "cumulative",
      method: "marginal",
      tiers: [
        { upTo: "2000.00", ratesBp: { farm: 6_000, gasthaus: 4_000 } },
        { upTo: null, ratesBp: { farm: 7_000, gasthaus: 3_000 } },
      ],
    },
    payees: {
      farm: {
        floor: { amount: "400.00", basis: "earned" },
        advance: { amount: "600.00", recoupRateBp: 2_500 },
        reserve: { rateBp: 1_000, releaseBp: [5_000, 5_000] },
        minimumPayout: "50.00",
      },
    },
  };
}

/** @example monthOf(new Date("2026-01-15"), -1) // "2025-12" */
function monthOf(day: Date, offset: number): string {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + offset, 1)).toISOString().slice(0, 7);
}
