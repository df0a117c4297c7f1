import { randomUUID } from "node:crypto";
import { acceptAgreement, type Deps, draftMilestone, type Scope } from "@evenshare/application";
import { defaultMilestoneTerms, type Failure, type MilestoneTerms, type Result } from "@evenshare/domain";
import { beginPartnership } from "./begin-partnership";
import { createBrand, createProducer } from "./people";

export interface StartedPartnership {
  readonly id: string;
  readonly brand: Scope;
  readonly producer: Scope;
}

export const testTerms: Omit<MilestoneTerms, "feeBp"> = {
  ...defaultMilestoneTerms,
  currency: "GBP",
  timeZone: "Europe/London",
};

/** A partnership whose agreement was proposed by the brand and not yet accepted. */
export async function proposedPartnership(
  deps: Deps,
  choice: { brand?: Scope; producer?: Scope; title?: string; terms?: Partial<typeof testTerms> } = {},
): Promise<StartedPartnership> {
  const brand = choice.brand ?? (await createBrand(deps));
  const producer = choice.producer ?? (await createProducer(deps));
  const { id } = must(
    await beginPartnership(deps, brand, producer, {
      title: choice.title ?? "Harvest box",
      terms: { ...testTerms, ...choice.terms },
    }),
  );
  return { id, brand, producer };
}

/** A partnership whose agreement both sides have accepted. */
export async function startedPartnership(
  deps: Deps,
  choice: Parameters<typeof proposedPartnership>[1] = {},
): Promise<StartedPartnership> {
  const partnership = await proposedPartnership(deps, choice);
  must(
    await acceptAgreement(deps, partnership.producer, {
      commandKey: randomUUID(),
      partnershipId: partnership.id,
      version: 1,
    }),
  );
  return partnership;
}

/** A draft of a milestone by one of the sides. */
export async function draftedMilestone(
  deps: Deps,
  drafter: Scope,
  partnershipId: string,
  choice: { title?: string; amount?: bigint; currency?: MilestoneTerms["currency"]; dueOn?: string } = {},
): Promise<string> {
  const { id } = must(
    await draftMilestone(deps, drafter, {
      commandKey: randomUUID(),
      partnershipId,
      title: choice.title ?? "Rough cut",
      description: "The first full version.",
      amount: choice.amount ?? 50_000n,
      currency: choice.currency ?? "GBP",
      criteria: ["Ten minutes long", "Sound is mixed"],
      dueOn: choice.dueOn ?? null,
    }),
  );
  return id;
}

/** The value of a result that must be one. @throws Error that says what was refused. */
export function must<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.failure)}`);
}
