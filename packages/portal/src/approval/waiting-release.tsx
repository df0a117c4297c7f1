import type { views } from "@evenshare/domain";
import { Banner, DateTime } from "@evenshare/ui";
import { useMoneyWords } from "../app/use-money-words";
import { approvalRule, approvalTitle } from "./approval-words";

/** On a milestone: somebody asked for its release, and it waits for a second person. */
export function WaitingRelease({ approval }: { approval: views.ApprovalRow }) {
  const money = useMoneyWords(approval.currency);
  const { mine, makerName, expiresAt, timeZone } = approval;
  return (
    <Banner tone="held" title="Waits for a second person">
      {mine ? "You" : makerName} asked: {approvalTitle(approval, money)}. {approvalRule(approval, money)} It
      waits until <DateTime at={expiresAt} timeZone={timeZone} />; if nobody decides, nothing is done by it.
      {mine && " Somebody else who may release has to approve it."}
    </Banner>
  );
}
