export { type Drift, describeDrift } from "./drift";
export { readMigrationFiles, readSchemaFiles } from "./files";
export { migrateDatabase } from "./migrate";
