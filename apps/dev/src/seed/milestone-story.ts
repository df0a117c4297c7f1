import { type PartnershipKey, partnerships } from "./agreements";
import { type OrganizationKey, organizations, type PersonKey, people } from "./cast";
import type { Delivery } from "./deliveries";
import { type CastMilestone, type MilestoneKey, milestones } from "./milestones";
import { debitOnHostedPage, payOnHostedPage, type SeedBankAccount } from "./sandbox-pages";
import { command, type Teller } from "./teller";
import { waitFor } from "./wait";

/** What a producer says when handing in. */
export interface Handover {
  readonly note: string;
  readonly files?: readonly Delivery[];
  readonly links?: readonly string[];
  /** Criteria, by position from 0, that are not met yet, with what is missing. */
  readonly unmet?: Readonly<Record<number, string>>;
}

/** What can be told of one milestone; every sentence is a command of somebody at their portal. */
export interface MilestoneStory {
  draft(side?: "brand" | "producer"): Promise<void>;
  propose(): Promise<void>;
  agree(): Promise<void>;
  /** All of it unless an amount is given; resolves when the money is held. */
  fund(amount?: bigint): Promise<void>;
  /** All of it by debit from a bank account; resolves when the bank has been asked. */
  debit(account: SeedBankAccount): Promise<void>;
  start(): Promise<void>;
  submit(handover: Handover): Promise<void>;
  /** Names criteria by position from 0. */
  askForChanges(note: string, failed: Readonly<Record<number, string>>): Promise<void>;
  releasePart(amount: bigint, held: bigint): Promise<void>;
  /** By the brand's owner, unless somebody else is named; beyond the brand's limit it waits for a second person. */
  accept(held: bigint, by?: PersonKey): Promise<void>;
}

/** The story of a milestone in a partnership, whose id is known once it was drafted. */
export function storyOf(
  teller: Teller,
  ids: Readonly<Record<PartnershipKey, string>>,
  key: MilestoneKey,
): MilestoneStory {
  const { partnership, title, description, amount, criteria, dueInDays }: CastMilestone = milestones[key];
  const { brand, producer, terms } = partnerships[partnership];
  const { currency } = terms;
  let rounds = 0;
  let drafter: OrganizationKey = brand;
  let id = "";
  const ours = () => ({ id });
  const view = () => teller.at(brand).api.milestones.get.query({ id });
  const at = (organization: OrganizationKey) => teller.at(organization).api.milestones;
  const other = () => (drafter === brand ? producer : brand);

  async function answerCriteria(unmet: Readonly<Record<number, string>>) {
    const { criteria: agreed } = await view();
    return agreed.map(({ id: criterionId }, index) => ({
      criterionId,
      met: unmet[index] === undefined,
      note: unmet[index] ?? "",
    }));
  }

  return {
    async draft(side = "brand") {
      drafter = side === "brand" ? brand : producer;
      const drafted = await command(
        teller,
        `draft ${key}`,
        async () => ({
          partnershipId: ids[partnership],
          title,
          description,
          amount,
          currency,
          criteria: [...criteria],
          dueOn: dueInDays === null ? null : dayAfter(await teller.time.now(), dueInDays),
        }),
        (input) => at(drafter).draft.mutate(input),
      );
      id = drafted.id;
    },
    async propose() {
      await command(teller, `propose ${key}`, ours, (input) => at(drafter).propose.mutate(input));
    },
    async agree() {
      const read = async () => ({ id, version: (await view()).version });
      await command(teller, `agree ${key}`, read, (input) => at(other()).agree.mutate(input));
    },
    async fund(share = amount) {
      const payer = financeOf(brand);
      const name = `fund ${key} with ${share}`;
      const { fundingId, checkoutUrl } = await command(
        teller,
        name,
        () => ({ id, amount: share, currency }),
        (input) => teller.at(brand, payer).api.milestones.fund.mutate(input),
      );
      const { name: cardName, email } = people[payer];
      await teller.journal.remember(`${name}: paid`, () =>
        payOnHostedPage(checkoutUrl, { name: cardName, email }),
      );
      await waitFor(`the money for ${title} to be held`, async () => {
        const { fundings } = await view();
        return fundings.some((funding) => funding.id === fundingId && funding.status === "succeeded") || null;
      });
    },
    async debit(account) {
      const payer = financeOf(brand);
      const name = `debit ${key}`;
      const { fundingId, checkoutUrl } = await command(
        teller,
        name,
        () => ({ id, amount, currency }),
        (input) => teller.at(brand, payer).api.milestones.fund.mutate(input),
      );
      const { name: holder, email } = people[payer];
      await teller.journal.remember(`${name}: paid`, () =>
        debitOnHostedPage(checkoutUrl, account, { name: holder, email }),
      );
      await waitFor(`the debit for ${title} to be under way`, async () => {
        const { fundings } = await view();
        return fundings.some((funding) => funding.id === fundingId && funding.status !== "opened") || null;
      });
    },
    async start() {
      await command(teller, `start ${key}`, ours, (input) => at(producer).start.mutate(input));
    },
    async submit({ note, files = [], links = [], unmet = {} }) {
      rounds += 1;
      const name = `submit ${key}, version ${rounds}`;
      await command(
        teller,
        name,
        async () => ({
          id,
          note,
          links: [...links],
          fileIds: await Promise.all(files.map((file) => teller.at(producer).uploadFile(file))),
          criteria: await answerCriteria(unmet),
        }),
        (input) => at(producer).submit.mutate(input),
      );
    },
    async askForChanges(note, failed) {
      const contents = async () => {
        const { criteria: agreed } = await view();
        const named = agreed.flatMap(({ id: criterionId }, index) => {
          const comment = failed[index];
          return comment === undefined ? [] : [{ criterionId, comment }];
        });
        return { id, note, failed: named };
      };
      await command(teller, `ask for changes of ${key}, version ${rounds}`, contents, (input) =>
        at(brand).requestRevision.mutate(input),
      );
    },
    async releasePart(part, held) {
      const contents = () => ({ id, amount: part, currency, expectedHeld: held });
      await command(teller, `release ${part} of ${key}`, contents, (input) =>
        at(brand).releasePart.mutate(input),
      );
    },
    async accept(held, by) {
      await command(
        teller,
        `accept ${key}`,
        () => ({ id, expectedHeld: held }),
        (input) => teller.at(brand, by).api.milestones.accept.mutate(input),
      );
    },
  };
}

/** The day (UTC) so many days after an instant. */
function dayAfter(instant: Date, days: number): string {
  return new Date(instant.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Who pays for a brand: its finance, where it has one. */
function financeOf(brand: OrganizationKey): PersonKey {
  const { members, owner } = organizations[brand];
  for (const [person, role] of Object.entries(members)) {
    if (role === "finance" && isPerson(person)) return person;
  }
  return owner;
}

function isPerson(key: string): key is PersonKey {
  return Object.hasOwn(people, key);
}
