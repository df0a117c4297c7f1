import { type ChosenGroup, groupOfTemplate, type MessageTemplate } from "@evenshare/domain";
import {
  Banknote,
  Bell,
  Building2,
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
  organization: Building2,
};

/** The picture of a notification: a warning where something does not work any more, otherwise that of its group. */
export function noticeIcon(template: MessageTemplate): LucideIcon {
  if (/\.(failed|blocked|lost)$/.test(template)) return TriangleAlert;
  const group = groupOfTemplate[template];
  return group === "access" ? Bell : groupIcons[group];
}
