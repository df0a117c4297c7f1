import { CircleCheck, Info, LockKeyhole, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "../class-names";

export interface BannerProps {
  tone?: "info" | "done" | "held" | "risk";
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

const looks = {
  info: { icon: Info, text: "text-accent", ground: "bg-accent-soft" },
  done: { icon: CircleCheck, text: "text-released-text", ground: "bg-released-soft" },
  held: { icon: LockKeyhole, text: "text-held-text", ground: "bg-held-soft" },
  risk: { icon: TriangleAlert, text: "text-risk-text", ground: "bg-risk-soft" },
};

/** Something about the whole page that should be known before reading it. */
export function Banner({ tone = "info", title, children, action }: BannerProps) {
  const { icon: Icon, text, ground } = looks[tone];
  return (
    <div
      className={classNames("flex flex-wrap items-start gap-x-3 gap-y-2 rounded-control px-4 py-3", ground)}
    >
      <Icon aria-hidden className={classNames("mt-1 size-4 shrink-0", text)} />
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold">{title}</p>
        {children !== undefined && <div className="max-w-reading text-dense">{children}</div>}
      </div>
      {action}
    </div>
  );
}
