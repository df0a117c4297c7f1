export { findTestCluster, type TestCluster, withAdmin } from "./cluster";
export { createEmptyDatabase, createTestDatabase, type TestDatabase } from "./test-database";
