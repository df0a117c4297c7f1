export { findTestCluster, type TestCluster, useTestCluster, withAdmin } from "./cluster";
export { openOwnerClient } from "./owner-client";
export { createEmptyDatabase, createTestDatabase, type TestDatabase } from "./test-database";
