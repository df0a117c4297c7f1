import type { MilestoneDialogProps } from "../release/release-dialog";
import { ApproveDialog } from "./approve-dialog";
import { DeclineApprovalDialog } from "./decline-approval-dialog";
import { WithdrawApprovalDialog } from "./withdraw-approval-dialog";

// The windows about a request, opened from the page of the milestone that it is about.

export function ApproveReleaseDialog({ milestone: { approval }, onClose }: MilestoneDialogProps) {
  return approval && <ApproveDialog approval={approval} onClose={onClose} />;
}

export function DeclineReleaseDialog({ milestone: { approval }, onClose }: MilestoneDialogProps) {
  return approval && <DeclineApprovalDialog approval={approval} onClose={onClose} />;
}

export function WithdrawReleaseDialog({ milestone: { approval }, onClose }: MilestoneDialogProps) {
  return approval && <WithdrawApprovalDialog approval={approval} onClose={onClose} />;
}
