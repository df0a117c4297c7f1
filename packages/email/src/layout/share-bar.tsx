import { Section } from "@react-email/components";
import type { Share } from "../content/mail-content";
import type { Palette } from "./palette";
import type { Styles } from "./styles";

/** The signature: one thin bar that shows how the whole divides, with every amount written under it. */
export function ShareBar(props: { shares: readonly Share[]; palette: Palette; styles: Styles }) {
  const { shares, palette, styles } = props;
  const fills = { released: palette.released, held: palette.held, toFund: palette.open };
  const edges = { released: palette.released, held: palette.held, toFund: palette.muted };
  return (
    <Section style={{ marginTop: "16px" }}>
      <table width="100%" border={0} cellPadding={0} cellSpacing={0} role="presentation">
        <tbody>
          <tr>
            {shares.map(({ kind, perMille }) => (
              <td
                key={kind}
                aria-hidden
                width={`${Math.max(1, Math.round(perMille / 10))}%`}
                height={8}
                className={`share-${kind}`}
                style={{
                  height: "8px",
                  lineHeight: "8px",
                  fontSize: "1px",
                  backgroundColor: fills[kind],
                  border: `1px ${kind === "toFund" ? "dashed" : "solid"} ${edges[kind]}`,
                }}
              >
                {"\u00a0"}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <div>
        {shares.map(({ kind, label, amount }) => (
          <span key={kind} className="muted" style={styles.shareKey}>
            <span aria-hidden style={{ color: edges[kind] }}>
              {kind === "toFund" ? "□" : "■"}
            </span>
            {` ${label} `}
            <span className="ink" style={styles.shareAmount}>
              {amount}
            </span>
          </span>
        ))}
      </div>
    </Section>
  );
}
