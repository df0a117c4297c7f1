import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readDevSettings } from "./env";
import { generateClient } from "./generate-client";
import { repositoryRoot } from "./repository";
import { type DemoLogin, demoLogins, demoPassword, seedDemo } from "./seed";
import type { Stack } from "./stack/stack";
import { startStack } from "./stack/start-stack";
import { formatTable, type Row } from "./table";

const HELP = `Starts Evenshare on this machine with everything it needs.

  --empty     without demo data
  --fresh     forget database, Stripe sandbox, mails and clock first
  --verbose   show what the services write (their logs are in the data folder anyway)
  --help      this text

Variables: EVENSHARE_DATA_DIR (default .data), and, in place of the embedded defaults,
DATABASE_URL, STRIPE_SECRET_KEY (with STRIPE_WEBHOOK_SECRET and STRIPE_CONNECT_WEBHOOK_SECRET), SMTP_URL.
`;

const say = (text: string) => process.stdout.write(`${text}\n`);

const { values: flags } = parseArgs({
  options: {
    empty: { type: "boolean" },
    fresh: { type: "boolean" },
    verbose: { type: "boolean" },
    help: { type: "boolean" },
  },
});

if (flags.help) say(HELP);
else await run().catch(fail);

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

/** Resolves at the first signal to stop. A later one does not wait: what runs then dies with us. */
function waitForStop(): Promise<void> {
  return new Promise((resolveStopped) => {
    let askedAt: number | null = null;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        // One Ctrl-C may arrive twice: from the terminal, and passed on by whoever started us.
        if (askedAt !== null && performance.now() - askedAt > 1_000) process.exit(130);
        askedAt ??= performance.now();
        resolveStopped();
      });
    }
  });
}

async function run(): Promise<void> {
  const settings = readDevSettings();
  const dataDir = resolve(settings.dataDir ?? join(repositoryRoot, ".data"));
  const stopped = waitForStop();

  say("Starting Evenshare …");
  await generateClient();
  const stack = await startStack({
    dataDir,
    ports: "preferred",
    portals: "vite",
    fresh: flags.fresh ?? false,
    keepAlive: true,
    external: settings.external,
    onNote: (note) => say(`· ${note}`),
    ...(flags.verbose ? { onLine: (service: string, line: string) => say(`${service} │ ${line}`) } : {}),
  });
  // Ctrl-C does not wait for the story; the next start goes on where it stopped.
  const logins = flags.empty ? [] : await Promise.race([offerDemo(stack), stopped.then(() => [])]);
  say(describeRunning(stack, logins));
  await stopped;
  say("Stopping …");
  await stack.stop();
  process.exit(0);
}

/** Tells the demo story if that has not been done; answers the logins that work. */
async function offerDemo(stack: Stack): Promise<readonly DemoLogin[]> {
  say("Looking after the demo data … (the first time this takes a moment)");
  try {
    const outcome = await seedDemo(stack);
    return outcome === "seeded" || outcome === "seeded_before" ? demoLogins : [];
  } catch (error) {
    say(`· The demo data is not complete: ${error instanceof Error ? error.message : String(error)}`);
    say("· The next start goes on with it; `--fresh` begins again.");
    return demoLogins;
  }
}

function describeRunning({ urls, dataDir }: Stack, logins: readonly DemoLogin[]): string {
  const loginsOf = (portal: DemoLogin["portal"]) =>
    logins
      .filter((login) => login.portal === portal)
      .map(({ email, what }): Row => [email, `${what} (${portal} portal)`]);
  return formatTable("Evenshare is running", [
    [
      ["Brand portal", urls.brand],
      ["Producer portal", urls.producer],
      ["Mailbox", urls.inbox ?? `mail goes to ${urls.smtp}`],
      ["Stripe sandbox", urls.sandbox ?? "Stripe itself"],
    ],
    [
      ...loginsOf("brand"),
      ...loginsOf("producer"),
      ...(logins.length > 0 ? [["Password", demoPassword] as const] : []),
    ],
    [
      ["Data", dataDir],
      ["Stop", "Ctrl-C"],
    ],
  ]);
}
