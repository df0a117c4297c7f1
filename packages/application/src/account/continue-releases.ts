import type { Deps } from "../deps";

/** Queues every release that waits for a producer's account, each in the scope of the brand it belongs to. */
export async function continueReleases(deps: Deps, producerId: string): Promise<void> {
  const now = deps.clock.now().toISOString();
  for (const { milestoneId, organizationId } of await deps.database.findBlockedMilestones(producerId)) {
    await deps.database.inTenant(
      organizationId,
      (tx) =>
        tx.$executeRaw`select app.enqueue_operation(
          ${deps.newId()}::uuid, 'release.continue', ${milestoneId}, ${organizationId}::uuid, ${now}::timestamptz)`,
    );
  }
}
