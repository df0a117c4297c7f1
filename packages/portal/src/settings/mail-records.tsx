import type { views } from "@evenshare/domain";
import { DescriptionList, Section, StatusBadge, type StatusTone } from "@evenshare/ui";
import { CopyButton } from "./copy-button";

type DomainRecord = views.DomainRecord;

const purposes = {
  dkim: { title: "DKIM", about: "The key by which receivers see that a mail is really yours." },
  spf: { title: "SPF", about: "Lets our mail server send for your domain. A domain has one such record." },
  dmarc: {
    title: "DMARC, advised",
    about: "Tells receivers what to do with mails that only pretend to be yours. Any policy will do.",
  },
} as const;

const states: Readonly<Record<DomainRecord["state"], { tone: StatusTone; word: string }>> = {
  unchecked: { tone: "neutral", word: "Not checked yet" },
  right: { tone: "released", word: "Found" },
  missing: { tone: "waiting", word: "Missing" },
  different: { tone: "risk", word: "Differs" },
  unanswered: { tone: "waiting", word: "No answer" },
};

/** What to set in the domain's DNS, each beside what was found there. */
export function MailRecords({ mailDomain }: { mailDomain: views.MailDomain }) {
  return (
    <Section
      title="DNS records"
      description="Set them where your domain is managed. It may take hours until they are seen everywhere. Verified domains are checked each day."
    >
      <ul aria-label="DNS records" className="flex flex-col gap-8">
        {mailDomain.records.map((record) => (
          <li key={record.purpose}>
            <MailRecord record={record} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function MailRecord({ record }: { record: DomainRecord }) {
  const { purpose, name, value, state, found } = record;
  const { title, about } = purposes[purpose];
  return (
    <>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-semibold">{title}</h3>
        <StatusBadge tone={states[state].tone}>{states[state].word}</StatusBadge>
      </div>
      <p className="mb-3 max-w-reading text-dense text-muted">{about}</p>
      <DescriptionList
        items={[
          { term: "Type", value: "TXT" },
          {
            term: "Name",
            value: <Copied what={`the name of the ${purpose.toUpperCase()} record`} text={name} />,
          },
          {
            term: state === "different" ? "Expected" : "Value",
            value: <Copied what={`the value of the ${purpose.toUpperCase()} record`} text={value} />,
          },
          ...(found.length === 0 || state === "right"
            ? []
            : [{ term: "Found", value: <Found texts={found} /> }]),
        ]}
      />
    </>
  );
}

function Copied({ what, text }: { what: string; text: string }) {
  return (
    <span className="flex items-start justify-between gap-2">
      <code className="min-w-0 text-small break-all">{text}</code>
      <span className="-my-1.5">
        <CopyButton what={what} text={text} />
      </span>
    </span>
  );
}

function Found({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <code key={text} className="block text-small break-all">
      {text}
    </code>
  ));
}
