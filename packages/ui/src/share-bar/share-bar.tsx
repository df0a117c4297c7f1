import { ChevronDown } from "lucide-react";
import { classNames } from "../class-names";
import { useFormatting } from "../format/formatting-context";
import { formatMoney } from "../money/format-money";
import { Money } from "../money/money";
import { orderShares, type ShareSegment, sharePermille } from "./share-proportions";
import { ShareTable } from "./share-table";

export interface ShareBarProps {
  /** What is being divided: "Episode 4, £2,500". Read out before the parts. */
  label: string;
  segments: readonly ShareSegment[];
  currency: string;
  /**
   * `full` writes the amounts under the bar and opens to a table; `inline` (in lists and table cells) shows the bar
   * alone and says the same in hidden text.
   */
  variant?: "full" | "inline";
  className?: string;
}

/** One thin bar that shows how a whole divides. Parts of zero are listed but take no room. */
export function ShareBar({ label, segments, currency, variant = "full", className }: ShareBarProps) {
  const { locale } = useFormatting();
  const shares = orderShares(segments);
  const permille = sharePermille(shares.map((share) => share.amount));
  if (variant === "inline") {
    const words = shares.map((share) => `${share.label} ${formatMoney(share.amount, currency, locale)}`);
    return (
      <span className={classNames("block min-w-24", className)}>
        <span className="sr-only">{`${label}: ${words.join(", ")}`}</span>
        <Bar shares={shares} permille={permille} className="h-2" />
      </span>
    );
  }
  return (
    <details className={classNames("group/share", className)}>
      <summary className="list-none rounded-mark">
        <span className="sr-only">{`${label}. `}</span>
        <Bar shares={shares} permille={permille} className="h-3.5" />
        <span className="mt-2.5 flex flex-wrap items-baseline gap-x-5 gap-y-1.5 text-small">
          {shares.map((share) => (
            <span key={share.id} className="flex items-baseline gap-1.5">
              <Swatch tone={share.tone} />
              <span className="text-muted">{share.label}</span>
              <Money amount={share.amount} currency={currency} className="font-semibold" />
            </span>
          ))}
          <span className="ml-auto flex items-center gap-1 text-muted">
            <span className="sr-only sm:not-sr-only">as a table</span>
            <ChevronDown aria-hidden className="size-3.5 transition-transform group-open/share:rotate-180" />
          </span>
        </span>
      </summary>
      <ShareTable label={label} shares={shares} permille={permille} currency={currency} />
    </details>
  );
}

interface BarProps {
  shares: readonly ShareSegment[];
  permille: readonly number[];
  className: string;
}

function Bar({ shares, permille, className }: BarProps) {
  const empty = permille.every((part) => part === 0);
  return (
    <span aria-hidden className={classNames("flex gap-px overflow-hidden rounded-mark", className)}>
      {empty && <span className="share-fill grow rounded-mark" data-tone="open" />}
      {shares.map((share, index) =>
        share.amount === 0n ? null : (
          <span
            key={share.id}
            className="share-fill min-w-1 basis-0 transition-[flex-grow] first:rounded-l-mark last:rounded-r-mark"
            data-tone={share.tone}
            // A part too small for a tenth of a percent still shows, at the least width.
            style={{ flexGrow: permille[index] ?? 0 }}
          />
        ),
      )}
    </span>
  );
}

/** The small square that stands for a tone in a key. */
export function Swatch({ tone }: { tone: ShareSegment["tone"] }) {
  return (
    <span aria-hidden className="share-fill inline-block size-2.5 shrink-0 rounded-mark" data-tone={tone} />
  );
}
