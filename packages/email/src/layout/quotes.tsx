import { Section, Text } from "@react-email/components";
import type { Quote } from "../content/mail-content";
import type { Styles } from "./styles";

/** Other people's words, behind a rule of their own. */
export function Quotes({ quotes, styles }: { quotes: readonly Quote[]; styles: Styles }) {
  return quotes.map(({ label, lines }) => (
    <Section key={label} style={styles.quote}>
      <table width="100%" border={0} cellPadding={0} cellSpacing={0} role="presentation">
        <tbody>
          <tr>
            <td className="line" style={styles.quoteCell}>
              <Text className="muted" style={styles.quoteLabel}>
                {label}
              </Text>
              {lines.map((line, index) => (
                <Text key={index} className="ink" style={styles.quoteLine}>
                  {line === "" ? "\u00a0" : line}
                </Text>
              ))}
            </td>
          </tr>
        </tbody>
      </table>
    </Section>
  ));
}
