import { join } from "node:path";
import type { Stack } from "../stack/stack";
import { calendarUntil } from "./calendar";
import { demoPassword, people } from "./cast";
import { foundOrganizations, portalsOf } from "./found-organizations";
import { openJournal } from "./journal";
import { signInToPortal } from "./portal-person";
import { openProductTime } from "./product-time";
import { tellStory } from "./tell-story";
import { placeOf, type Teller } from "./teller";

/** Why there is no demo data, or that it is there. */
export type SeedOutcome = "seeded" | "seeded_before" | "not_ours" | "no_sandbox";

const storyDays = 40;
const dayMs = 86_400_000;

/**
 * Fills a stack with the demo: people by signing up, everything else through the API and the sandbox's pages, as
 * persons at their portals would. Once per data folder; one that was killed half-way is finished at the next start.
 *
 * Does nothing where Stripe or the mail is real, and nothing to a database that came with data of its own.
 */
export async function seedDemo(stack: Stack): Promise<SeedOutcome> {
  if (stack.urls.sandbox === null || stack.urls.inbox === null) return "no_sandbox";
  const journal = await openJournal(join(stack.dataDir, "seeded"));
  if (journal.isFinished) return "seeded_before";
  const time = await openProductTime(stack);
  try {
    const begun = await journal.remember("begun", async () => {
      if (await knowsMaggie(stack)) return null;
      return time.now();
    });
    if (begun === null) return "not_ours";
    await journal.remember("the clock is set back", async () => {
      await time.setTo(new Date(begun.getTime() - storyDays * dayMs));
    });
    const places = await foundOrganizations(stack, journal);
    const teller: Teller = {
      stack,
      journal,
      time,
      at(organization, person) {
        const found = places.get(placeOf(organization, person));
        if (found === undefined) throw new Error(`Nobody is at ${placeOf(organization, person)}.`);
        return found;
      },
    };
    await tellStory(teller, calendarUntil(begun));
    journal.finish();
    return "seeded";
  } finally {
    await time.close();
  }
}

/** Whether the demo is in the database though this data folder knows nothing of it. */
async function knowsMaggie(stack: Stack): Promise<boolean> {
  const { email } = people.maggie;
  return signInToPortal(portalsOf(stack).brand, { email, password: demoPassword }).then(
    () => true,
    () => false,
  );
}
