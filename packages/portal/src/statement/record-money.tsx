import type { RecordAmount } from "@evenshare/domain";
import { Money, type MoneyProps } from "@evenshare/ui";

interface RecordMoneyProps extends Omit<MoneyProps, "amount"> {
  amount: RecordAmount;
}

/** An amount of a record in the reader's locale. */
export function RecordMoney({ amount, ...rest }: RecordMoneyProps) {
  return <Money amount={BigInt(amount.minor)} {...rest} />;
}
