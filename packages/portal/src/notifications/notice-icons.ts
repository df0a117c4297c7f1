import { type ChosenGroup, groupOfTemplate, type MessageTemplate } from "@evenshare/domain";
import {
  Banknote,
  Bell,
  Eye,
  Handshake,
  LockKeyhole,
  type LucideIcon,
  Milestone,
  TriangleAlert,
} from "lucide-react";

const groupIcons: Readonly<Record<ChosenGroup, LucideIcon>> = {
  partnership: Handshake,
  milestone: Milestone,
  review: Eye,
  money: LockKeyhole,
  payout: Banknote,
};

/** The picture of a notification: a warning where money does not move, otherwise that of its group. */
export function noticeIcon(template: MessageTemplate): LucideIcon {
  if (template.endsWith(".failed") || template.endsWith(".blocked")) return TriangleAlert;
  const group = groupOfTemplate[template];
  return group === "access" ? Bell : groupIcons[group];
}
