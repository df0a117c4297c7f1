import type { Fact } from "../content/mail-content";
import type { Styles } from "./styles";

/** The facts as a ledger page: label left, figure right, hairlines between, a double rule under a sum. */
export function FactTable({ facts, styles }: { facts: readonly Fact[]; styles: Styles }) {
  return (
    <table
      width="100%"
      border={0}
      cellPadding={0}
      cellSpacing={0}
      className="line"
      style={{ ...styles.facts, borderCollapse: "collapse" }}
    >
      <tbody>
        {facts.map(({ label, value, note, total }) => (
          <tr key={label}>
            <th
              scope="row"
              className={total ? "ink total" : "muted line"}
              style={{ ...styles.factLabel, ...(total ? { ...styles.total, ...inkOf(styles) } : {}) }}
            >
              {label}
            </th>
            <td
              className={total ? "ink total" : "ink line"}
              style={{ ...styles.factValue, ...(total ? styles.total : {}) }}
            >
              {value}
              {note === undefined ? null : (
                <span className="muted" style={styles.factNote}>
                  {note}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function inkOf(styles: Styles) {
  return { color: styles.factValue.color };
}
