import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import type { Letter } from "../render/letter";
import { trimTo } from "../words/literal";
import { choicesLabel } from "../words/sentences";
import { brandedPalettes } from "./branded-palettes";
import { FactTable } from "./fact-table";
import { Masthead } from "./masthead";
import { Quotes } from "./quotes";
import { ShareBar } from "./share-bar";
import { writeStyleSheet } from "./style-sheet";
import { stylesOf } from "./styles";

/**
 * One mail as a page. No picture, no font and no style comes from elsewhere: a sender's logo travels in the mail, and its
 * name stands there when pictures are off.
 */
export function MailPage({ letter }: { letter: Letter }) {
  const { content, side, link, footer, choicesLink, sender } = letter;
  const { light: palette, dark } = brandedPalettes(side, sender?.accent ?? null);
  const styles = stylesOf(palette);
  const toneColor = {
    accent: palette.accent,
    held: palette.heldText,
    released: palette.releasedText,
    risk: palette.riskText,
  }[content.status.tone];
  return (
    <Html lang="en" dir="ltr">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{content.subject}</title>
        <style>{writeStyleSheet(dark)}</style>
      </Head>
      <Body className="paper" style={styles.body}>
        <Preview>{trimTo(content.preview, 140)}</Preview>
        {/* Body puts its style on a cell of its own, which the dark sheet cannot reach: this table covers it. */}
        <table
          width="100%"
          border={0}
          cellPadding={0}
          cellSpacing={0}
          role="presentation"
          className="paper"
          style={styles.page}
        >
          <tbody>
            <tr>
              <td className="edge" style={styles.pageCell}>
                <Container style={styles.container}>
                  <Masthead sender={sender} side={side} styles={styles} />
                  <table
                    width="100%"
                    border={0}
                    cellPadding={0}
                    cellSpacing={0}
                    role="presentation"
                    className="surface line accent-top"
                    style={styles.card}
                  >
                    <tbody>
                      <tr>
                        <td className="pad" style={styles.cardCell}>
                          <Text
                            className={`tone-${content.status.tone}`}
                            style={{ ...styles.status, color: toneColor }}
                          >
                            <span aria-hidden>● </span>
                            {content.status.word}
                          </Text>
                          <Heading as="h1" className="ink heading" style={styles.heading}>
                            {content.heading}
                          </Heading>
                          {content.lead.map((line) => (
                            <Text key={line} className="ink" style={styles.lead}>
                              {line}
                            </Text>
                          ))}
                          {content.figure ? (
                            <>
                              <Text className="muted" style={styles.figureLabel}>
                                {content.figure.label}
                              </Text>
                              <Text className="ink figure" style={styles.figure}>
                                {content.figure.amount}
                              </Text>
                            </>
                          ) : null}
                          {content.shares ? (
                            <ShareBar shares={content.shares} palette={palette} styles={styles} />
                          ) : null}
                          <FactTable facts={content.facts} styles={styles} />
                          {content.quotes ? <Quotes quotes={content.quotes} styles={styles} /> : null}
                          <Section style={styles.next}>
                            <Heading as="h2" className="ink" style={styles.nextHeading}>
                              What happens next
                            </Heading>
                            {content.next.map((line) => (
                              <Text key={line} className="ink" style={styles.nextLine}>
                                {line}
                              </Text>
                            ))}
                          </Section>
                          <Section>
                            <div style={styles.buttonCell}>
                              <Button href={link} className="button" style={styles.button}>
                                {content.button.label}
                              </Button>
                            </div>
                            <Text className="muted" style={styles.address}>
                              Or open this address:{" "}
                              <Link href={link} className="accent" style={styles.link}>
                                {link}
                              </Link>
                            </Text>
                          </Section>
                        </td>
                      </tr>
                    </tbody>
                  </table>
                  <Section>
                    <div className="pad" style={styles.footer}>
                      {footer.map((line) => (
                        <Text key={line} className="muted" style={styles.footerLine}>
                          {line}
                        </Text>
                      ))}
                      {choicesLink === undefined ? null : (
                        <Text className="muted" style={styles.footerLine}>
                          {choicesLabel}{" "}
                          <Link href={choicesLink} className="accent" style={styles.link}>
                            mail choices
                          </Link>
                        </Text>
                      )}
                    </div>
                  </Section>
                </Container>
              </td>
            </tr>
          </tbody>
        </table>
      </Body>
    </Html>
  );
}
