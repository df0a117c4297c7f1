import type { OrganizationKind } from "@evenshare/domain";
import type { LetterSender } from "../render/letter";
import type { Styles } from "./styles";

/**
 * Who writes. A logo stands on a white plate, so that it can be seen in dark mail readers too, and where pictures are off
 * the name stands in its place.
 */
export function Masthead({
  sender,
  side,
  styles,
}: {
  sender: LetterSender | undefined;
  side: OrganizationKind;
  styles: Styles;
}) {
  const forWhom = side === "brand" ? "For brands" : "For producers";
  return (
    <table width="100%" border={0} cellPadding={0} cellSpacing={0} role="presentation">
      <tbody>
        <tr>
          <td className="ink" style={styles.masthead}>
            {sender?.logoCid === undefined ? (
              <span style={styles.wordmark}>{sender?.name.full ?? "Evenshare"}</span>
            ) : (
              <span style={styles.plate}>
                <img
                  src={`cid:${sender.logoCid}`}
                  alt={sender.name.full}
                  height={styles.logo.height}
                  style={styles.logo}
                />
              </span>
            )}
          </td>
          <td className="muted" style={styles.side}>
            {sender === undefined ? forWhom : "via Evenshare"}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
