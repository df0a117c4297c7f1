import {
  acceptMilestone,
  agreeMilestone,
  declineMilestone,
  fundMilestone,
  proposeMilestone,
  releasePart,
  repayMilestone,
  requestRevision,
  startMilestone,
  submitMilestone,
  withdrawMilestone,
} from "@evenshare/application";
import type { Failure, Result } from "@evenshare/domain";
import { payPage as payHostedPage, payPageFromBank } from "../product/hosted-pages";
import {
  command,
  doWork,
  fireDeadlines,
  forgetClosedPages,
  hearOfAccount,
  hearOfRefunds,
  lookAtPages,
  modelCurrency,
  type RealMilestone,
  setAble,
  takeBackDebit,
  view,
} from "./real-milestone";
import type { Reference } from "./reference";
import * as reference from "./reference";
import * as releasing from "./releasing";
import { workAndRefund } from "./remainder";

/** One thing that may happen to a milestone. */
export interface Step {
  readonly name: string;
  /** Whether the reference allows it now. What it does not allow, the product must refuse and leave no trace of. */
  readonly allowed: (at: Reference) => boolean;
  readonly expect: (at: Reference) => void;
  /** A refusal where it is a person's command; null where it is none. */
  readonly carryOut: (real: RealMilestone) => Promise<Result<unknown, Failure> | null>;
}

const inState =
  (...states: string[]) =>
  (at: Reference): boolean =>
    states.includes(at.state);

const becomes = (state: string) => (at: Reference) => {
  at.state = state;
};

export const propose: Step = {
  name: "propose",
  allowed: inState("draft"),
  expect: becomes("proposed"),
  carryOut: (real) => proposeMilestone(real.world.deps, real.partnership.brand, command(real)),
};

export const withdraw: Step = {
  name: "withdraw",
  allowed: inState("proposed"),
  expect: becomes("draft"),
  carryOut: (real) => withdrawMilestone(real.world.deps, real.partnership.brand, command(real)),
};

export const decline: Step = {
  name: "decline",
  allowed: inState("proposed"),
  expect: becomes("draft"),
  carryOut: (real) =>
    declineMilestone(real.world.deps, real.partnership.producer, { ...command(real), reason: "No." }),
};

export const agree = (stale: boolean): Step => ({
  name: stale ? "agree to an older version" : "agree",
  allowed: (at) => !stale && at.state === "proposed",
  expect: becomes("agreed"),
  async carryOut(real) {
    const { version } = await view(real);
    const input = { ...command(real), version: stale ? version - 1 : version };
    return agreeMilestone(real.world.deps, real.partnership.producer, input);
  },
});

export const fund = (amount: bigint): Step => ({
  name: `open a payment page for ${amount}`,
  allowed: (at) => reference.takesMoney(at) && amount > 0n && amount <= reference.room(at),
  expect: (at) => reference.openPage(at, amount),
  async carryOut(real) {
    const opened = await fundMilestone(real.world.deps, real.partnership.brand, {
      ...command(real),
      amount,
      currency: modelCurrency,
    });
    if (opened.ok) real.pages.push(opened.value.checkoutUrl);
    await forgetClosedPages(real);
    return opened;
  },
});

export const pay: Step = {
  name: "pay the oldest open page",
  allowed: () => true,
  expect(at) {
    reference.payPage(at);
    workAndRefund(at);
  },
  async carryOut(real) {
    const url = real.pages.shift();
    if (url !== undefined) {
      await payHostedPage(url);
      await lookAtPages(real);
    }
    await doWork(real);
    return null;
  },
};

export const debit = (pays: boolean): Step => ({
  name: `pay the oldest open page by a bank debit that the bank ${pays ? "pays" : "refuses"}`,
  allowed: () => true,
  expect: (at) => {
    reference.debitPage(at, pays);
    workAndRefund(at);
  },
  async carryOut(real) {
    const url = real.pages.shift();
    if (url !== undefined) {
      await payPageFromBank(url, pays ? "pays" : "refuses");
      await lookAtPages(real);
    }
    await doWork(real);
    return null;
  },
});

export const takeBack: Step = {
  name: "the bank takes the latest debit back",
  allowed: () => true,
  expect(at) {
    reference.takeBack(at);
    workAndRefund(at);
  },
  async carryOut(real) {
    await takeBackDebit(real);
    await doWork(real);
    return null;
  },
};

export const repay: Step = {
  name: "repay what is owed",
  allowed: (at) => at.owed > 0n,
  expect(at) {
    reference.repay(at);
    workAndRefund(at);
  },
  async carryOut(real) {
    const opened = await repayMilestone(real.world.deps, real.partnership.brand, command(real));
    if (!opened.ok) return opened;
    await payHostedPage(opened.value.checkoutUrl);
    await lookAtPages(real);
    await doWork(real);
    return opened;
  },
};

export const start: Step = {
  name: "start",
  allowed: (at) =>
    inState("part_funded", "funded")(at) && (at.funded - at.refunded) * 2n >= at.amount - at.refunded,
  expect: becomes("in_progress"),
  carryOut: (real) => startMilestone(real.world.deps, real.partnership.producer, command(real)),
};

export const submit = (complete: boolean): Step => ({
  name: complete ? "submit" : "submit without answering a criterion",
  allowed: (at) => complete && inState("in_progress", "revision_requested")(at),
  expect: reference.submit,
  async carryOut(real) {
    const { criteria } = await view(real);
    const answers = criteria.map(({ id }) => ({ criterionId: id, met: true, note: "" }));
    return submitMilestone(real.world.deps, real.partnership.producer, {
      ...command(real),
      note: "",
      links: [],
      fileIds: [],
      criteria: complete ? answers : answers.slice(1),
    });
  },
});

export const revise: Step = {
  name: "request a revision",
  allowed: (at) => at.state === "submitted" && at.rounds < reference.includedRounds,
  expect: reference.requestRevision,
  async carryOut(real) {
    const { criteria } = await view(real);
    return requestRevision(real.world.deps, real.partnership.brand, {
      ...command(real),
      note: "",
      failed: criteria.slice(0, 1).map(({ id }) => ({ criterionId: id, comment: "Not met." })),
    });
  },
};

export const accept = (off: bigint): Step => ({
  name: off === 0n ? "accept" : `accept, having seen ${off} more held`,
  allowed: (at) => at.state === "submitted" && off === 0n,
  expect: releasing.accept,
  async carryOut(real) {
    const { money } = await view(real);
    return acceptMilestone(real.world.deps, real.partnership.brand, {
      ...command(real),
      expectedHeld: money.held + off,
    });
  },
});

export const release = (amount: bigint, off: bigint): Step => ({
  name: `let ${amount} go${off === 0n ? "" : `, having seen ${off} more held`}`,
  allowed: (at) =>
    inState("part_funded", "funded", "in_progress", "submitted", "revision_requested")(at) &&
    off === 0n &&
    amount > 0n &&
    amount < at.held &&
    at.payable &&
    releasing.quote(at, amount).net > 0n,
  expect: (at) => releasing.letGo(at, amount),
  async carryOut(real) {
    const { money } = await view(real);
    return releasePart(real.world.deps, real.partnership.brand, {
      ...command(real),
      amount,
      currency: modelCurrency,
      expectedHeld: money.held + off,
    });
  },
});

export const work: Step = {
  name: "the worker works",
  allowed: () => true,
  expect: workAndRefund,
  async carryOut(real) {
    await doWork(real);
    return null;
  },
};

export const advance = (hours: number): Step => ({
  name: `${hours} hours go by, and payment pages close`,
  allowed: () => true,
  expect(at) {
    at.now += hours * 3_600_000;
    at.pages = [];
    releasing.fireTimers(at);
    reference.answerDebits(at);
    workAndRefund(at);
  },
  async carryOut(real) {
    await real.sandbox.advance(hours * 3_600_000);
    await fireDeadlines(real);
    await lookAtPages(real);
    await hearOfRefunds(real);
    await doWork(real);
    await forgetClosedPages(real);
    return null;
  },
});

export const account = (able: boolean, heard: boolean): Step => ({
  name: `the producer can${able ? "" : "not"} be paid${heard ? "" : ", which we do not hear"}`,
  allowed: () => true,
  expect(at) {
    at.able = able;
    if (!heard) return;
    if (able && (at.state === "releasing_blocked" || at.refused > 0n)) at.lookAgain = true;
    at.payable = able;
  },
  async carryOut(real) {
    await setAble(real, able);
    if (heard) await hearOfAccount(real);
    return null;
  },
});
