import { useFormatting } from "../format/formatting-context";

export interface ProgressProps {
  /** What is being done: "Importing sales". */
  label: string;
  done: number;
  total: number;
  /** What is counted: "rows". */
  unit: string;
}

/** Long work, with counts. */
export function Progress({ label, done, total, unit }: ProgressProps) {
  const { locale } = useFormatting();
  const count = new Intl.NumberFormat(locale);
  return (
    <div className="text-dense">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span className="font-medium">{label}</span>
        <span className="figures text-muted">
          {count.format(done)} of {count.format(total)} {unit}
        </span>
      </p>
      <ProgressBar label={label} done={done} total={total} />
    </div>
  );
}

/** The bar alone, for where the counts stand elsewhere. */
export function ProgressBar({ label, done, total }: Omit<ProgressProps, "unit">) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-hairline"
    >
      <div
        className="h-full origin-left bg-accent transition-transform"
        style={{ transform: `scaleX(${total === 0 ? 0 : Math.min(1, done / total)})` }}
      />
    </div>
  );
}
