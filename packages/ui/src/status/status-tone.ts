import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  Landmark,
  LockKeyhole,
  type LucideIcon,
  Send,
  TriangleAlert,
  Undo2,
} from "lucide-react";

/** What a state means for the reader's money; each has its own colour and icon. */
export type StatusTone =
  | "neutral"
  | "active"
  | "waiting"
  | "held"
  | "inFlight"
  | "released"
  | "paid"
  | "refunded"
  | "risk";

interface ToneLook {
  readonly icon: LucideIcon;
  readonly text: string;
  readonly soft: string;
}

const accent = { text: "text-accent", soft: "bg-accent-soft" };
const released = { text: "text-released-text", soft: "bg-released-soft" };

export const toneLooks: Record<StatusTone, ToneLook> = {
  neutral: { icon: CircleDashed, text: "text-muted", soft: "bg-sunken" },
  active: { icon: CircleDot, ...accent },
  waiting: { icon: CircleDot, text: "text-held-text", soft: "bg-held-soft" },
  held: { icon: LockKeyhole, text: "text-held-text", soft: "bg-held-soft" },
  inFlight: { icon: Send, ...released },
  released: { icon: CircleCheck, ...released },
  paid: { icon: Landmark, ...released },
  refunded: { icon: Undo2, text: "text-refunded-text", soft: "bg-refunded-soft" },
  risk: { icon: TriangleAlert, text: "text-risk-text", soft: "bg-risk-soft" },
};
