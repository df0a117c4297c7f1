import { checkRecord, type MailDomainKeys, type RecordFinding, wantedRecords } from "@evenshare/domain";
import type { DnsLookup } from "../ports";

/** Asks the DNS for every record of a domain. Outside any transaction: name servers take their time. */
export function lookUpRecords(dns: DnsLookup, keys: MailDomainKeys): Promise<RecordFinding[]> {
  return Promise.all(
    wantedRecords(keys).map(async (wanted) => checkRecord(wanted, await dns.readTxt(wanted.name), keys)),
  );
}
