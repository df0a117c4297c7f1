/** A mistake that could be made, as an edit of one file, and the test that must notice it. */
export interface PlantedFault {
  readonly name: string;
  readonly edits: readonly FaultEdit[];
  readonly caughtBy: { readonly workspace: string; readonly file: string; readonly test: string };
  /** Whether it lies in the database's functions alone: these are planted in the test command too. */
  readonly inSql: boolean;
}

export interface FaultEdit {
  readonly file: string;
  /** Must occur. An empty one stands for the end of the file. */
  readonly find: string;
  readonly replace: string;
}

/** The ten faults of R3. */
export const plantedFaults: readonly PlantedFault[] = [
  {
    name: "a unique key is dropped",
    inSql: true,
    edits: [
      {
        file: "prisma/sql/06-ledger.sql",
        find: "    ON CONFLICT (kind, source_key) DO NOTHING\n",
        replace: "",
      },
      {
        file: "prisma/sql/06-ledger.sql",
        find: "",
        replace: "\nDROP INDEX IF EXISTS ledger_entry_kind_source_key_key;\n",
      },
    ],
    caughtBy: { workspace: "packages/database", file: "test/ledger.test.ts", test: "posts once" },
  },
  {
    name: "the milestone is read without its lock",
    inSql: true,
    edits: [{ file: "prisma/sql/07-load-milestone.sql", find: " FOR UPDATE;", replace: ";" }],
    caughtBy: {
      workspace: "packages/testing",
      file: "test/release-milestone.test.ts",
      test: "R14: a change of a milestone reads it only when",
    },
  },
  {
    name: "the work after a change is queued after its commit",
    inSql: false,
    edits: [
      {
        file: "packages/database/src/milestone/write-change.ts",
        find: "    JSON.stringify(changeToWire(snapshot, change, approval, origin)),",
        replace:
          "    JSON.stringify(changeToWire(snapshot, change && { ...change, operations: [] }, approval, origin)),",
      },
      {
        file: "packages/database/src/milestone/change-milestone.ts",
        find: "  return inChangeTransaction<A, F, { snapshot: unknown }>(",
        replace:
          "  const later: { id: string; kind: string; subjectId: string }[] = [];\n  return inChangeTransaction<A, F, { snapshot: unknown }>(",
      },
      {
        file: "packages/database/src/milestone/change-milestone.ts",
        find: "        await writeChange(client, { snapshot, change, approval }, request, answer);",
        replace:
          "        await writeChange(client, { snapshot, change, approval }, request, answer);\n        later.push(...(change?.operations ?? []));",
      },
      {
        file: "packages/database/src/milestone/change-milestone.ts",
        find: "    hooks,\n  );",
        replace: `    { ...hooks, async afterCommit() {
      await hooks.afterCommit();
      for (const { id, kind, subjectId } of later)
        await connections.app.query("select app.enqueue_operation($1, $2, $3, $4, $5)", [id, kind, subjectId, organizationId, now]);
    } },
  );`,
      },
    ],
    caughtBy: {
      workspace: "apps/harness",
      file: "test/kills.test.ts",
      test: "R1: killed at every point",
    },
  },
  {
    name: "each retry goes to the provider under a new key",
    inSql: false,
    edits: [
      {
        file: "packages/payments/src/keys/idempotency-key.ts",
        find: "export function idempotencyKey(kind: OperationKind, operation: ProviderOperation): string {",
        replace:
          "export function idempotencyKey(kind: OperationKind, operation: ProviderOperation): string {\n  return kind + operation.id + Math.random();",
      },
    ],
    caughtBy: { workspace: "packages/payments", file: "src/keys/idempotency-key.test.ts", test: "" },
  },
  {
    name: "shares are computed in floating point",
    inSql: false,
    edits: [
      {
        file: "packages/domain/src/money/allocate.ts",
        find: "  const product = amount * rateBp;\n  const half",
        replace:
          "  if (amount >= 0n) return BigInt(Math.round((Number(amount) / 100) * (Number(rateBp) / 10_000) * 100));\n  const product = amount * rateBp;\n  const half",
      },
    ],
    caughtBy: {
      workspace: "packages/domain",
      file: "test/allocate.test.ts",
      test: "a share is exact",
    },
  },
  {
    name: "a change does not look at the version it was decided on",
    inSql: true,
    edits: [
      {
        file: "prisma/sql/08-apply-change.sql",
        find: " AND m.version = (part ->> 'version')::int;",
        replace: ";",
      },
    ],
    caughtBy: {
      workspace: "packages/database",
      file: "test/version-check.test.ts",
      test: "a milestone that changed since",
    },
  },
  {
    name: "row-level security is off on one table",
    inSql: true,
    edits: [
      {
        file: "prisma/sql/02-tenancy.sql",
        find: "",
        replace: "\nALTER TABLE milestone DISABLE ROW LEVEL SECURITY;\n",
      },
    ],
    caughtBy: {
      workspace: "packages/database",
      file: "test/migrations.test.ts",
      test: "R12: every table but the list",
    },
  },
  {
    name: "an event that comes twice is worked on twice",
    inSql: true,
    edits: [
      {
        file: "prisma/sql/10-provider-events.sql",
        find: "    RETURN false;\n  END IF;\n  PERFORM app.enqueue_operation(operation_id, 'provider_event.process', event ->> 'eventId', NULL, at);",
        replace:
          "    NULL;\n  END IF;\n  PERFORM app.enqueue_operation(operation_id, 'provider_event.process', event ->> 'eventId', NULL, at);",
      },
    ],
    caughtBy: { workspace: "apps/api", file: "test/webhooks.test.ts", test: "R6: that were worked on" },
  },
  {
    name: "each party's part is rounded by itself",
    inSql: false,
    edits: [
      {
        file: "packages/domain/src/money/allocate.ts",
        find: "    if (left === 0n) break;",
        replace: "    break;",
      },
    ],
    caughtBy: { workspace: "packages/domain", file: "test/allocate.test.ts", test: "R21: the parts of any" },
  },
  {
    name: "the clock's deadlines come one second early",
    inSql: true,
    edits: [
      {
        file: "prisma/sql/09-operations.sql",
        find: "d.due_at <= now\n",
        replace: "d.due_at <= now + interval '1 second'\n",
      },
    ],
    caughtBy: {
      workspace: "packages/testing",
      file: "test/release-milestone.test.ts",
      test: "then exactly at the end the money goes",
    },
  },
];
