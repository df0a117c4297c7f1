/** What each record is for: the signature, who may send, and what a receiver does with mails that fail. */
export const recordPurposes = ["dkim", "spf", "dmarc"] as const;
export type RecordPurpose = (typeof recordPurposes)[number];

/** A TXT record that an organization sets at its domain. */
export interface WantedRecord {
  readonly purpose: RecordPurpose;
  readonly name: string;
  /** What it holds; where something else of its kind stands already, what to make of that. */
  readonly value: string;
  /** Whether the domain is verified only with it; otherwise it is advice. */
  readonly required: boolean;
}

/** What makes a domain's records: the pair of keys made for it and what the platform's operator asks for. */
export interface MailDomainKeys {
  readonly domain: string;
  /** The label under which the key stands; never used for another key. */
  readonly selector: string;
  /** SPKI, base64. */
  readonly publicKey: string;
  /** The mechanism of the operator's mail server, such as `include:_spf.example.com`; null: none is asked for. */
  readonly spf: string | null;
}

const senderLocalPart = "partners";
const advisedPolicy = "v=DMARC1; p=none";

/** The address that mails of a verified domain come from. */
export function senderAddress(domain: string): string {
  return `${senderLocalPart}@${domain}`;
}

/** The records of a domain, in the order in which they are set. */
export function wantedRecords({ domain, selector, publicKey, spf }: MailDomainKeys): WantedRecord[] {
  return [
    {
      purpose: "dkim",
      name: `${selector}._domainkey.${domain}`,
      value: `v=DKIM1; k=rsa; p=${publicKey}`,
      required: true,
    },
    ...(spf === null
      ? []
      : [{ purpose: "spf", name: domain, value: `v=spf1 ${spf} ~all`, required: true } as const]),
    { purpose: "dmarc", name: `_dmarc.${domain}`, value: advisedPolicy, required: false },
  ];
}
