import { amountsIn, type RecordFloor, type StatementRecord } from "@evenshare/domain";
import { percentText } from "../text-of-figures";
import {
  amount,
  facts,
  figures,
  halfSection,
  row,
  type Section,
  section,
  sumRow,
  table,
  text,
  wide,
} from "./block";
import { counted } from "./waterfall";

/** The floor test and the advance account; what was not agreed is not there. */
export function guarantees({ floor, advance }: StatementRecord): Section[] {
  return [
    ...(floor === null ? [] : [floorTest(floor)]),
    ...(advance === null
      ? []
      : [
          halfSection(
            "Advance account",
            facts(
              ["Agreed advance", amount(advance.agreed)],
              ["Unrecouped before", amount(advance.opening)],
              ["Could be taken from", `${amount(advance.available)}, at ${percentText(advance.rateBp)}`],
              ["Recouped in this period", amount(advance.recouped)],
              ["Unrecouped after", amount(advance.closing)],
              ["Recouped so far", percentText(advance.progressBp)],
            ),
          ),
        ]),
  ];
}

function floorTest({ agreed, floor, coveredDays, days, share, topUp, remainingGuarantee }: RecordFloor) {
  const met = BigInt(topUp.minor) === 0n;
  return halfSection(
    "Floor test",
    facts(
      ["Agreed for a whole period", amount(agreed)],
      [
        "Floor of this period",
        coveredDays === days
          ? amount(floor)
          : `${amount(floor)}, for ${coveredDays} of ${counted(days, "day")}`,
      ],
      ["Your share", amount(share)],
      [met ? "Result: floor met" : "Result: below the floor, top-up", amount(topUp)],
      ["Still guaranteed later", remainingGuarantee === null ? "without an end" : amount(remainingGuarantee)],
    ),
  );
}

/** What is held back, by the period it was taken in. */
export function reserveAgeing({ reserve, balances, identity }: StatementRecord): Section[] {
  if (reserve === null) return [];
  const schedule = reserve.releaseBp.map(percentText).join(", ");
  const rows = reserve.ageing.map(({ period, taken, released, held, dueNext }) =>
    row(
      period ?? `before ${identity.agreement.effectiveFrom}`,
      amount(taken),
      amount(released),
      amount(held),
      amount(dueNext),
    ),
  );
  const dueNext = reserve.ageing.reduce((sum, one) => sum + BigInt(one.dueNext.minor), 0n);
  const said =
    schedule === ""
      ? []
      : [text(`Of what is taken, these parts are released in the periods that follow: ${schedule}.`)];
  return [
    section(
      "Reserve ageing",
      ...said,
      table(
        [
          wide("Taken in"),
          figures("Taken"),
          figures("Released"),
          figures("Held"),
          figures("Due next period"),
        ],
        [
          ...rows,
          sumRow(
            "All held",
            "",
            "",
            amount(balances.reserveHeld.closing),
            amount(amountsIn(identity.currency)(dueNext)),
          ),
        ],
      ),
    ),
  ];
}
