export { type DnsServer, startDnsServer } from "./dns-server";
export { drainOperations } from "./drain-operations";
export { noPayments } from "./no-payments";
export {
  draftedMilestone,
  must,
  proposedPartnership,
  type StartedPartnership,
  startedPartnership,
  testTerms,
} from "./partnerships";
export { addMember, createBrand, createProducer, type OrganizationChoice } from "./people";
export { senderParts } from "./sender-parts";
export { activeShare, proposedShare, testShareTerms } from "./shares";
export { createTestWorld, type TestWorld, type TestWorldOptions, testNow } from "./test-world";
export { verifyDkim } from "./verify-dkim";
