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
export { createTestWorld, type TestWorld, type TestWorldOptions, testNow } from "./test-world";
