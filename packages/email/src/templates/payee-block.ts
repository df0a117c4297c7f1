import { type PayeeBlock, payeeBlocks } from "@evenshare/domain";

interface Explanation {
  /** As said to the producer, and what the producer can do. */
  readonly own: string;
  readonly ownFix: string;
  /** As said to the brand, and what the brand can do. */
  readonly other: (producer: string) => string;
  readonly otherFix: (producer: string) => string;
}

const nothingToDo = (producer: string) =>
  `There is nothing for you to do: ${producer} has been told what is missing.`;

const explanations: Record<PayeeBlock, Explanation> = {
  no_account: {
    own: "You have no Stripe account yet to which money could be sent.",
    ownFix: "Open your Stripe account. It takes a few minutes.",
    other: (producer) => `${producer} has no Stripe account yet to which money could be sent.`,
    otherFix: nothingToDo,
  },
  onboarding_incomplete: {
    own: "Stripe still needs details from you before it may pay you.",
    ownFix: "Give Stripe the details that are missing; the page lists them.",
    other: (producer) => `Stripe still needs details from ${producer} before it may pay them.`,
    otherFix: nothingToDo,
  },
  transfers_inactive: {
    own: "Stripe has paused payments to your account.",
    ownFix: "See what Stripe asks for and answer it; the page lists it.",
    other: (producer) => `Stripe has paused payments to the account of ${producer}.`,
    otherFix: nothingToDo,
  },
  account_closed: {
    own: "Your Stripe account is closed.",
    ownFix: "Open a new Stripe account, and the money is sent there.",
    other: (producer) => `The Stripe account of ${producer} is closed.`,
    otherFix: nothingToDo,
  },
  disconnected: {
    own: "Your Stripe account was disconnected from Evenshare.",
    ownFix: "Connect it again, or set up another one; the money is sent there.",
    other: (producer) => `${producer} has disconnected its Stripe account.`,
    otherFix: nothingToDo,
  },
};

/** Words for a block of the producer's account; undefined when the reason is already in words. */
export function explainPayeeBlock(reason: readonly string[]): Explanation | undefined {
  const block = payeeBlocks.find((known) => known === reason[0]);
  return block === undefined ? undefined : explanations[block];
}
