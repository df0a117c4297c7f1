import { useFormatting } from "../format/formatting-context";
import { Money } from "../money/money";
import type { ShareSegment } from "./share-proportions";

interface ShareTableProps {
  label: string;
  shares: readonly ShareSegment[];
  permille: readonly number[];
  currency: string;
}

/** The figures behind a share bar, with the sum they make. */
export function ShareTable({ label, shares, permille, currency }: ShareTableProps) {
  const { locale } = useFormatting();
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const whole = shares.reduce((sum, share) => sum + share.amount, 0n);
  const cell = "py-1.5 text-end figures";
  return (
    <table className="mt-3 w-full max-w-md text-dense">
      <caption className="sr-only">{label}</caption>
      <thead className="text-small text-muted">
        <tr className="border-b">
          <th scope="col" className="py-1.5 text-start font-medium">
            Part
          </th>
          <th scope="col" className="py-1.5 text-end font-medium">
            Amount
          </th>
          <th scope="col" className="py-1.5 text-end font-medium">
            Share
          </th>
        </tr>
      </thead>
      <tbody>
        {shares.map((share, index) => (
          <tr key={share.id} className="border-b">
            <th scope="row" className="py-1.5 text-start font-normal">
              {share.label}
            </th>
            <td className={cell}>
              <Money amount={share.amount} currency={currency} />
            </td>
            <td className={cell}>{percent.format((permille[index] ?? 0) / 1000)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot className="font-semibold">
        <tr>
          <th scope="row" className="py-1.5 text-start font-semibold">
            Whole
          </th>
          <td className={cell}>
            <Money amount={whole} currency={currency} />
          </td>
          <td className={cell}>{percent.format(whole === 0n ? 0 : 1)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
