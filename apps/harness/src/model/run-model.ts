import { deepStrictEqual } from "node:assert";
import fc from "fast-check";
import { openSequence } from "./open-sequence";
import { digestOfEverything, ledgerFindings, type RealMilestone, view } from "./real-milestone";
import type { Reference } from "./reference";
import * as reference from "./reference";
import { endMootOffer } from "./remainder";
import { agreeReturn, declineReturn, offerReturn, withdrawReturn } from "./remainder-steps";
import type { Step } from "./steps";
import * as steps from "./steps";

/** What came of a run of the model. */
export interface ModelOutcome {
  readonly sequences: number;
  readonly steps: number;
  readonly refused: number;
  /** How often held money went back to the brand. */
  readonly returned: number;
}

interface Counter {
  steps: number;
  refused: number;
  returned: number;
}

/**
 * Takes a step in the reference and in the product and compares: allowed or refused, state and every amount, the
 * invariants of the ledger, and after a refusal every row of the database.
 * @throws AssertionError with both sides.
 */
async function takeStep(at: Reference, real: RealMilestone, step: Step, counter: Counter): Promise<void> {
  counter.steps += 1;
  const allowed = step.allowed(at);
  const before = allowed ? null : await digestOfEverything(real);
  const result = await step.carryOut(real);
  if (result !== null) {
    const said = result.ok ? "allowed" : `refused (${result.failure.code})`;
    if (result.ok !== allowed)
      throw new Error(`${step.name} in ${at.state}: ${said}, which the reference does not`);
  }
  if (allowed) {
    const { refunded } = at;
    step.expect(at);
    if (at.refunded > refunded) counter.returned += 1;
    endMootOffer(at);
  } else {
    counter.refused += 1;
    deepStrictEqual(await digestOfEverything(real), before, `${step.name} was refused and left a trace`);
  }
  await compare(at, real, step.name);
}

async function compare(at: Reference, real: RealMilestone, after: string): Promise<void> {
  const { state, money, owed, offer } = await view(real);
  const { funded, held, released, refunded, refunding, inFlight, feeHeld } = money;
  deepStrictEqual(
    { state, funded, held, released, refunded, refunding, inFlight, feeHeld, owed, offered: offer?.amount },
    {
      state: at.state,
      funded: at.funded,
      held: at.held,
      released: at.released,
      refunded: at.refunded,
      // Whatever is agreed is sent in the same step.
      refunding: 0n,
      inFlight: at.sending + at.refused,
      feeHeld: at.feeHeld,
      owed: at.owed,
      offered: at.offer?.amount,
    },
    `after: ${after}`,
  );
  if (held < 0n || funded !== released + refunded + held)
    throw new Error(`after ${after}: ${funded} ≠ ${released} + ${refunded} + ${held}`);
  deepStrictEqual(await ledgerFindings(real), [], `after: ${after}`);
}

/** The step that brings a milestone forward from where it is, so that sequences get somewhere. */
function forward(at: Reference): Step {
  switch (at.state) {
    case "draft":
      return steps.propose;
    case "proposed":
      return steps.agree(false);
    case "agreed":
    case "part_funded":
    case "funding_failed":
      if (at.pages.length === 0 && at.debits.length > 0) return steps.advance(48);
      return at.pages.length > 0 ? steps.pay : steps.fund(reference.room(at));
    case "clawback_open":
      return steps.repay;
    case "funded":
      return steps.start;
    case "in_progress":
    case "revision_requested":
      return steps.submit(true);
    case "submitted":
      return steps.accept(0n);
    default:
      return steps.work;
  }
}

class Choice implements fc.AsyncCommand<Reference, RealMilestone> {
  readonly #choose: (at: Reference) => Step;
  readonly #counter: Counter;
  #taken = "";

  constructor(choose: (at: Reference) => Step, counter: Counter) {
    this.#choose = choose;
    this.#counter = counter;
  }

  check(): boolean {
    return true;
  }

  async run(at: Reference, real: RealMilestone): Promise<void> {
    const step = this.#choose(at);
    this.#taken = step.name;
    await takeStep(at, real, step, this.#counter);
  }

  toString(): string {
    return this.#taken;
  }
}

/** Payments come in steps of 50: the provider takes no card payment below 30. Some that nobody should accept. */
const payments = fc.oneof(
  { weight: 6, arbitrary: fc.bigInt({ min: 1n, max: 24n }).map((steps) => steps * 50n) },
  { weight: 1, arbitrary: fc.constantFrom(0n, -50n) },
);
/** Parts to let go: any amount around what is there, and some that nobody should accept. */
const parts = fc.oneof(
  { weight: 6, arbitrary: fc.bigInt({ min: 1n, max: 1_200n }) },
  { weight: 1, arbitrary: fc.constantFrom(0n, -5n) },
);
const sides = fc.constantFrom("brand" as const, "producer" as const);
const offs = fc.oneof({ weight: 5, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: fc.constant(1n) });

function choices(counter: Counter): fc.Arbitrary<Choice>[] {
  const as = (arbitrary: fc.Arbitrary<(at: Reference) => Step>) =>
    arbitrary.map((choose) => new Choice(choose, counter));
  const fixed = (...all: Step[]) => as(fc.constantFrom(...all).map((step) => () => step));
  const onward = as(fc.constant(forward));
  // What is offered, a percentage of what is held, is agreed to by the other side unless something comes between.
  const agreement = as(
    fc.tuple(sides, fc.constantFrom(1n, 33n, 50n, 100n)).map(([by, percent]) => (at) => {
      if (at.offer === null) return offerReturn(by, (at.held * percent + 99n) / 100n);
      return agreeReturn(at.offer.by === "brand" ? "producer" : "brand");
    }),
  );
  const rest = (at: Reference): Step => steps.fund(at.amount - at.funded);
  return [
    onward,
    onward,
    onward,
    onward,
    fixed(steps.propose, steps.withdraw, steps.decline, steps.agree(false), steps.agree(true)),
    as(
      fc.oneof(
        payments.map((amount) => () => steps.fund(amount)),
        fc.constant(rest),
      ),
    ),
    fixed(steps.pay),
    fixed(steps.debit(true), steps.debit(true), steps.debit(false)),
    fixed(steps.takeBack, steps.repay),
    fixed(steps.start, steps.submit(true), steps.submit(false), steps.revise),
    as(
      fc.tuple(parts, offs).map(
        ([amount, off]) =>
          () =>
            steps.release(amount, off),
      ),
    ),
    agreement,
    agreement,
    agreement,
    agreement,
    agreement,
    agreement,
    as(sides.map((by) => () => agreeReturn(by))),
    as(
      fc.tuple(sides, parts).map(
        ([by, amount]) =>
          () =>
            offerReturn(by, amount),
      ),
    ),
    as(sides.chain((by) => fc.constantFrom(declineReturn(by), withdrawReturn(by))).map((step) => () => step)),
    as(offs.map((off) => () => steps.accept(off))),
    fixed(steps.work),
    as(fc.constantFrom(1, 30, 340).map((hours) => () => steps.advance(hours))),
    as(
      fc.tuple(fc.boolean(), fc.boolean()).map(
        ([able, heard]) =>
          () =>
            steps.account(able, heard),
      ),
    ),
  ];
}

export interface ModelChoice {
  readonly runs: number;
  readonly seed: number;
  /** Where a failure was found, and how it was shrunk: as a failure prints them. */
  readonly path: string | undefined;
  readonly replay: string | undefined;
  readonly stepsPerRun: number;
  /** Told after each sequence that held, the counts so far; shrinking a failure adds sequences beyond `runs`. */
  readonly tell?: (soFar: ModelOutcome) => void;
}

/**
 * Random sequences of whatever people, the clock and the provider may do to a milestone. At the end of each the provider
 * recovers, and what is on the way must arrive by itself.
 * @throws Error with the seed, the path and the shortest sequence found that still fails.
 */
export async function runModel(choice: ModelChoice): Promise<ModelOutcome> {
  const counter: Counter = { steps: 0, refused: 0, returned: 0 };
  let sequences = 0;
  const property = fc.asyncProperty(
    fc.constantFrom("brand" as const, "producer" as const),
    fc.bigInt({ min: 1n, max: 20n }).map((steps) => steps * 50n),
    fc.commands(choices(counter), {
      maxCommands: choice.stepsPerRun,
      size: "max",
      ...(choice.replay === undefined ? {} : { replayPath: choice.replay }),
    }),
    async (feeBearer, amount, commands) => {
      const { at, real, close } = await openSequence(feeBearer, amount);
      try {
        await fc.asyncModelRun(() => ({ model: at, real }), commands);
        await recover(at, real, counter);
      } finally {
        await close();
      }
      sequences += 1;
      choice.tell?.({ sequences, ...counter });
    },
  );
  await fc.assert(property, {
    numRuns: choice.runs,
    seed: choice.seed,
    ...(choice.path === undefined ? {} : { path: choice.path }),
  });
  return { sequences, ...counter };
}

/** Nobody does anything any more, but the provider can pay: nothing may stay on the way. */
async function recover(at: Reference, real: RealMilestone, counter: Counter): Promise<void> {
  for (const step of [steps.account(true, !at.payable), steps.work, steps.advance(2), steps.advance(2)])
    await takeStep(at, real, step, counter);
  const { money } = await view(real);
  if (money.inFlight !== 0n)
    throw new Error(`${money.inFlight} stay on the way although the producer can be paid`);
}
