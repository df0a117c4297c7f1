import type { ProviderOperation } from "@evenshare/application";
import { z } from "zod";

/** Under this key every object at the provider names the operation that made it: the way back when an answer was lost. */
const operationKey = "evenshare_operation";

interface OperationContext {
  readonly milestone_id?: string;
  readonly release_id?: string;
  readonly partnership_id?: string;
  readonly organization_id?: string;
}

export function operationMetadata(
  operation: ProviderOperation,
  context: OperationContext,
): Record<string, string> {
  return { [operationKey]: operation.id, ...context };
}

/** The transfer group that ties a milestone's charges and transfers together. */
export function milestoneGroup(milestoneId: string): string {
  return `milestone:${milestoneId}`;
}

export const wireMetadata = z.record(z.string(), z.string());

export function operationIdOf(metadata: z.infer<typeof wireMetadata>): string | null {
  return metadata[operationKey] ?? null;
}
