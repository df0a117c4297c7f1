import { ShareBar } from "@evenshare/ui";
import { usePortal } from "../app/portal";

const words = {
  brand: {
    title: "Agree it, fund it, release it.",
    points: [
      "Money for a milestone is held by the payment provider until you release it.",
      "You see what must be approved, what is held, and what happens on which date if nobody acts.",
      "Every cent is explained, from the payment to the producer's bank.",
    ],
  },
  producer: {
    title: "Know that the money is there.",
    points: [
      "You see that a milestone is funded before you start the work.",
      "Submitting starts the review clock; if nobody asks for changes, the money is released at its end.",
      "Each payout says what it is for, when it arrives, and what to do if a bank sends it back.",
    ],
  },
} as const;

/** What this portal is for, beside the sign-in form. */
export function AuthAside() {
  const { side } = usePortal();
  const { title, points } = words[side];
  return (
    <>
      <p className="text-title font-semibold">{title}</p>
      <ul className="mt-5 flex max-w-reading flex-col gap-3 text-muted">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <div className="mt-10 border-t pt-5" aria-hidden inert>
        <p className="mb-3 text-small text-muted">For example, a milestone of 2,500</p>
        <ShareBar
          label="An example"
          currency="GBP"
          segments={[
            { id: "released", label: "released", amount: 50_000n, tone: "released" },
            { id: "held", label: "held", amount: 150_000n, tone: "held" },
            { id: "open", label: "to fund", amount: 50_000n, tone: "open" },
          ]}
        />
      </div>
    </>
  );
}
