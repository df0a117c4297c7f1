export { findTestCluster, type TestCluster, withAdmin } from "./cluster";
export { openOwnerClient } from "./owner-client";
export { createEmptyDatabase, createTestDatabase, type TestDatabase } from "./test-database";
