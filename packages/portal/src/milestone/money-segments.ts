import type { views } from "@evenshare/domain";
import type { ShareSegment } from "@evenshare/ui";

/** How a milestone's amount divides, for its share bar: released · on the way · held · returned · to fund. */
export function moneySegments(money: views.MoneySplit): ShareSegment[] {
  const segments: ShareSegment[] = [
    { id: "released", label: "released", amount: money.released - money.inFlight, tone: "released" },
    { id: "in-flight", label: "on the way", amount: money.inFlight, tone: "inFlight" },
    { id: "held", label: "held", amount: money.held, tone: "held" },
    { id: "refunded", label: "returned", amount: money.refunded, tone: "refunded" },
    { id: "to-fund", label: "to fund", amount: money.toFund, tone: "open" },
  ];
  return segments.filter(({ id, amount }) => amount > 0n || id === "released" || id === "held");
}
