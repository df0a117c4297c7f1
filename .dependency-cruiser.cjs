/**
 * Who may import whom: the table of docs/architecture.md, checked.
 * A package's inside is closed by its `exports` map; a path that reaches into another package is an error.
 */

/** For each workspace: the workspaces whose code its own code may import. Everything else is forbidden. */
const MAY_IMPORT = {
  "packages/domain": [],
  "packages/dev-clock": [],
  "packages/database": ["packages/domain"],
  "packages/auth": ["packages/domain"],
  "packages/application": ["packages/domain", "packages/database"],
  "packages/payments": ["packages/domain"],
  "packages/email": ["packages/domain"],
  "packages/documents": ["packages/domain"],
  // What api, worker and cli share when they compose the server.
  "packages/runtime": [
    "packages/domain",
    "packages/database",
    "packages/application",
    "packages/payments",
    "packages/email",
    "packages/dev-clock",
  ],
  "packages/testing": [
    "packages/domain",
    "packages/database",
    "packages/application",
    "packages/dev-clock",
    "packages/runtime",
  ],
  "packages/stripe-sandbox": ["packages/dev-clock"],
  "packages/mail-inbox": [],
  "packages/ui": ["packages/domain"],
  "packages/portal": ["packages/domain", "packages/ui"],
  "apps/api": [
    "packages/domain",
    "packages/database",
    "packages/application",
    "packages/payments",
    "packages/email",
    "packages/documents",
    "packages/auth",
    "packages/runtime",
  ],
  "apps/worker": [
    "packages/domain",
    "packages/database",
    "packages/application",
    "packages/payments",
    "packages/email",
    "packages/runtime",
  ],
  "apps/cli": [
    "packages/domain",
    "packages/database",
    "packages/application",
    "packages/payments",
    "packages/email",
    "packages/auth",
    "packages/runtime",
  ],
  "apps/brand": ["packages/domain", "packages/ui", "packages/portal"],
  "apps/producer": ["packages/domain", "packages/ui", "packages/portal"],
  // Runs the others as processes and builds them; it composes nothing of them.
  "apps/dev": [
    "packages/domain",
    "packages/database",
    "packages/documents",
    "packages/runtime",
    "packages/dev-clock",
    "packages/testing",
  ],
  // Breaks the running product on purpose and checks its books from outside.
  "apps/harness": [
    "packages/domain",
    "packages/database",
    "packages/application",
    "packages/payments",
    "packages/documents",
    "packages/dev-clock",
    "packages/stripe-sandbox",
    "packages/testing",
    "apps/dev",
  ],
  "apps/e2e": ["packages/domain", "packages/database", "packages/testing", "apps/dev"],
};

/** By `import type` only: the port types of the use cases, and the type of the API's router. */
const MAY_IMPORT_TYPES_OF = {
  "packages/payments": ["packages/application"],
  "packages/email": ["packages/application"],
  "packages/auth": ["packages/application"],
  "packages/documents": ["packages/application"],
  "packages/portal": ["apps/api"],
  "apps/brand": ["apps/api"],
  "apps/producer": ["apps/api"],
  // They use the product from outside, as a portal does.
  "apps/dev": ["apps/api"],
  "apps/e2e": ["apps/api"],
  "apps/harness": ["apps/api"],
};

/** Tests of the server also start its neighbours for real. */
const SERVER_TESTS_MAY_IMPORT = [
  "packages/testing",
  "packages/database",
  "packages/application",
  "packages/payments",
  "packages/runtime",
  "packages/dev-clock",
  "packages/stripe-sandbox",
  "packages/mail-inbox",
  "apps/dev",
];

const BROWSER = ["packages/ui", "packages/portal", "apps/brand", "apps/producer"];
const TEST_FILES = "\\.(test|bench)\\.tsx?$|^(apps|packages)/[^/]+/(test|bench)/|^apps/(e2e|harness)/";

const anyOf = (folders) => `^(${folders.join("|")})/`;

const testsAddition = (workspace) => {
  if (workspace === "packages/domain") return [];
  return BROWSER.includes(workspace) ? ["packages/testing"] : SERVER_TESTS_MAY_IMPORT;
};

const workspaceRules = Object.entries(MAY_IMPORT).flatMap(([workspace, allowed]) => {
  const name = workspace.replace("/", "-");
  const typesOf = MAY_IMPORT_TYPES_OF[workspace] ?? [];
  const inTests = [...allowed, ...typesOf, ...testsAddition(workspace)];
  return [
    {
      name: `imports-of-${name}`,
      comment: `${workspace} may import: ${[...allowed, ...typesOf.map((of) => `types of ${of}`)].join(", ") || "no other workspace"}.`,
      severity: "error",
      from: { path: anyOf([workspace]), pathNot: TEST_FILES },
      to: { path: "^(apps|packages)/", pathNot: anyOf([workspace, ...allowed, ...typesOf]) },
    },
    {
      name: `imports-of-${name}-tests`,
      comment: `Tests of ${workspace} may import: ${inTests.join(", ") || "no other workspace"}.`,
      severity: "error",
      from: { path: `^${workspace}/.*(${TEST_FILES})|^${workspace}/(test|bench)/` },
      to: { path: "^(apps|packages)/", pathNot: anyOf([workspace, ...inTests]) },
    },
    ...typesOf.map((of) => ({
      name: `only-types-for-${name}`,
      comment: `${workspace} may import ${of} by \`import type\` only.`,
      severity: "error",
      from: { path: anyOf([workspace]), pathNot: TEST_FILES },
      to: { path: anyOf([of]), dependencyTypesNot: ["type-only"] },
    })),
  ];
});

/** Packages from npm that belong to one place. `only` is the folders that may import them. */
const ONLY_IN = [
  {
    name: "stripe-only-in-payments",
    comment: "The SDK speaks to Stripe from packages/payments; the sandbox uses its types.",
    packages: ["stripe"],
    only: ["packages/payments/", "packages/stripe-sandbox/test/"],
    typesAlsoIn: ["packages/stripe-sandbox/"],
  },
  {
    name: "prisma-only-in-database",
    comment: "The bare client stays in packages/database; auth is handed one and knows its type.",
    packages: ["@prisma/[^/]+", "prisma"],
    only: ["packages/database/"],
    typesAlsoIn: ["packages/auth/"],
  },
  {
    name: "no-sql-in-transport-and-rules",
    comment: "SQL belongs to packages/database (and to auth's one session query).",
    packages: ["pg", "pg-copy-streams", "graphile-worker", "kysely"],
    only: [
      "packages/(database|auth|runtime|testing)/",
      "apps/(worker|dev|harness)/",
      "(apps|packages)/[^/]+/(test|bench)/",
      "apps/(e2e|harness)/",
    ],
    typesAlsoIn: [],
  },
  {
    name: "smtp-only-in-email",
    comment: "Mail leaves through packages/email.",
    packages: ["nodemailer"],
    only: ["packages/(email|mail-inbox)/"],
    typesAlsoIn: [],
  },
  {
    name: "layout-only-in-documents",
    comment: "Documents are laid out in packages/documents.",
    packages: ["@myriaddreamin/typst-ts-node-compiler", "fontkit"],
    only: ["packages/documents/"],
    typesAlsoIn: [],
  },
  {
    name: "http-only-in-servers",
    comment: "Transport lives in the servers.",
    packages: ["hono", "@hono/[^/]+", "@trpc/server"],
    only: [
      "apps/(api|worker)/",
      "packages/(stripe-sandbox|mail-inbox)/",
      "(apps|packages)/[^/]+/(test|bench)/",
    ],
    typesAlsoIn: ["packages/portal/", "apps/(brand|producer|dev|e2e|harness)/"],
  },
];

const inNodeModules = (names) => `node_modules/(${names.join("|")})/`;

const onlyInRules = ONLY_IN.flatMap(({ name, comment, packages, only, typesAlsoIn }) => [
  {
    name,
    comment,
    severity: "error",
    from: { path: "^(apps|packages)/", pathNot: `^(${[...only, ...typesAlsoIn].join("|")})|\\.test\\.tsx?$` },
    to: { path: inNodeModules(packages) },
  },
  ...(typesAlsoIn.length === 0
    ? []
    : [
        {
          name: `${name}-but-types`,
          comment: `${comment} Here by \`import type\` only.`,
          severity: "error",
          from: { path: `^(${typesAlsoIn.join("|")})`, pathNot: `^(${only.join("|")})|\\.test\\.tsx?$` },
          to: { path: inNodeModules(packages), dependencyTypesNot: ["type-only"] },
        },
      ]),
]);

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one thing, or have a third one between them.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-unresolvable",
      comment:
        "The import leads nowhere: a typing error, a missing dependency, or a way into a closed package.",
      severity: "error",
      from: { path: "^(apps|packages)/" },
      // Prisma's client is generated: its own check says so when it is missing.
      to: { couldNotResolve: true, pathNot: "generated/" },
    },
    {
      name: "no-path-into-another-package",
      comment: "Import a package by its name: its exports say what is public.",
      severity: "error",
      from: { path: "^((?:apps|packages)/[^/]+)/" },
      to: { path: "^(apps|packages)/", pathNot: "^$1/", dependencyTypes: ["local"] },
    },
    {
      name: "workspace-without-rules",
      comment: "Say in .dependency-cruiser.cjs what this workspace may import.",
      severity: "error",
      from: { path: "^(apps|packages)/", pathNot: anyOf(Object.keys(MAY_IMPORT)) },
      to: {},
    },
    {
      name: "no-tests-in-production",
      comment: "Product code must not need test code.",
      severity: "error",
      from: { path: "^(apps|packages)/", pathNot: TEST_FILES },
      to: { path: TEST_FILES },
    },
    {
      name: "domain-is-pure",
      comment: "The domain knows zod and itself: no I/O, no clock, no framework.",
      severity: "error",
      from: { path: "^packages/domain/", pathNot: TEST_FILES },
      to: { path: "node_modules/|^node:", pathNot: "node_modules/zod/" },
    },
    {
      name: "domain-has-no-node",
      comment: "The domain also runs in the browser.",
      severity: "error",
      from: { path: "^packages/domain/", pathNot: TEST_FILES },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "browser-has-no-node",
      comment: "This code runs in the browser.",
      severity: "error",
      from: { path: `${anyOf(BROWSER)}src/`, pathNot: TEST_FILES },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "ui-has-no-data",
      comment: "ui shows what it is given: no tRPC, no queries, no router.",
      severity: "error",
      from: { path: "^packages/ui/" },
      to: { path: inNodeModules(["@trpc/[^/]+", "@tanstack/react-query"]) },
    },
    {
      name: "no-react-on-the-server",
      comment: "React renders portals, and mails in packages/email.",
      severity: "error",
      from: { path: "^(apps|packages)/", pathNot: `${anyOf([...BROWSER, "packages/email"])}|${TEST_FILES}` },
      to: { path: inNodeModules(["react", "react-dom"]) },
    },
    ...workspaceRules,
    ...onlyInRules,
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/(dist|generated)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".json", ".css", ".d.ts"],
    },
  },
};
