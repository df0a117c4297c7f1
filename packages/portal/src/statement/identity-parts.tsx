import type { StatementRecord } from "@evenshare/domain";
import { DateTime, type Description, DescriptionList, Section, TextLink, useFormatting } from "@evenshare/ui";
import { dayWords } from "../partnership/day-words";
import { counted } from "./statement-words";
import type { PartProps } from "./voice";

interface DatesProps extends Pick<PartProps, "record"> {
  agreementId: string;
}

/** Whose statement it is, of what, and by when something can be done about it. */
export function Dates({ record: { identity, rights }, agreementId }: DatesProps) {
  const { locale } = useFormatting();
  const { period, agreement, contact, issuer, payee } = identity;
  const dayOr = (day: string | null, draft: string) => (day === null ? draft : dayWords(day, locale));
  const items: Description[] = [
    {
      term: "Agreement",
      value: (
        <>
          <TextLink href={`/shares/${agreementId}`}>{agreement.title}</TextLink> ({agreement.id}), version{" "}
          {agreement.version}
        </>
      ),
    },
    { term: "Issuer", value: partyLine(issuer) },
    { term: "Payee", value: partyLine(payee) },
    {
      term: "Period",
      value: `${dayWords(period.firstDay, locale)} to ${dayWords(period.lastDay, locale)}, by the calendar of ${period.timeZone.replaceAll("_", " ")}`,
    },
    {
      term: "Data read",
      value: <DateTime at={new Date(period.cutOff)} timeZone={period.timeZone} />,
    },
    { term: "Issued", value: dayOr(identity.issueDate, "not yet") },
    { term: "Due", value: dayOr(identity.dueDate, "set when it is issued") },
    {
      term: "Can be disputed until",
      value: dayOr(identity.disputeDeadline, `${counted(rights.disputeDays, "day")} after it is issued`),
    },
    {
      term: "Questions to",
      value: (
        <>
          {contact.name}, <TextLink href={`mailto:${contact.email}`}>{contact.email}</TextLink>
        </>
      ),
    },
  ];
  return (
    <Section title="Dates and parties">
      <DescriptionList items={items} />
    </Section>
  );
}

function partyLine({ name, address, taxId }: StatementRecord["identity"]["issuer"]): string {
  return [name, ...address, ...(taxId === null ? [] : [`tax id ${taxId}`])].join(", ");
}
