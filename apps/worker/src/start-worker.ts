import { tellOfHolds, type WorkerDeps } from "@evenshare/application";
import { createMailer } from "@evenshare/email";
import { createLog, openSender, openServer } from "@evenshare/runtime";
import { dkimKeyOf, type Environment } from "./env";
import { serveHealth } from "./health";
import { outliveDatabase } from "./outlive-database";
import { runQueue } from "./queue";
import { repeat } from "./repeat";
import { sweepApprovals, sweepDeadlines, sweepMailDomains, sweepMails, sweepOperations } from "./sweep";

/** How often due deadlines and operations are looked for. A wake-up usually comes first; this is the net below it. */
const sweepMs = 500;
/** How soon the operator hears of a hold. */
const operatorMs = 10_000;
/** Mail domains are looked at once a day each; a few seconds more or less are nothing. */
const domainSweepMs = 5_000;

export interface RunningWorker {
  stop(): Promise<void>;
}

export function startWorker(env: Environment): RunningWorker {
  const log = createLog(env.LOG_LEVEL);
  outliveDatabase(log);
  const server = openServer({
    database: { url: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE },
    payments: {
      secretKey: env.STRIPE_SECRET_KEY,
      apiBase: env.STRIPE_API_BASE,
      platformWebhookSecret: env.STRIPE_WEBHOOK_SECRET,
      connectWebhookSecret: env.STRIPE_CONNECT_WEBHOOK_SECRET,
    },
    product: {
      brandOrigin: env.BRAND_ORIGIN,
      producerOrigin: env.PRODUCER_ORIGIN,
      platformFeeBp: env.PLATFORM_FEE_BP,
      operatorEmail: env.OPERATOR_EMAIL,
    },
    devClockFile: env.DEV_CLOCK_FILE,
    faultPoint: env.FAULT_POINT,
  });
  const mailer = createMailer({
    smtpUrl: env.SMTP_URL,
    from: env.MAIL_FROM,
    replyTo: env.MAIL_REPLY_TO,
    brandOrigin: env.BRAND_ORIGIN,
    producerOrigin: env.PRODUCER_ORIGIN,
    dkim: dkimKeyOf(env),
  });
  const deps: WorkerDeps = { ...server.deps, ...openSender(env), mailer };
  const health = serveHealth(deps, env.HOST, env.WORKER_HEALTH_PORT);
  const queue = runQueue(deps, log, {
    databaseUrl: env.DATABASE_URL,
    concurrency: env.WORKER_CONCURRENCY,
    leaseSeconds: env.WORKER_LEASE_SECONDS,
  });
  // In this order: a release by the clock ends the request for the same release, and says so.
  const deadlines = repeat("the sweep of deadlines", sweepMs, log, async () => {
    await sweepDeadlines(deps, log);
    await sweepApprovals(deps, log);
  });
  const operations = repeat("the sweep of operations", sweepMs, log, () =>
    sweepOperations(deps, log, { atOnce: env.WORKER_CONCURRENCY, leaseSeconds: env.WORKER_LEASE_SECONDS }),
  );
  const mails = repeat("the sweep of waiting mails", sweepMs, log, () => sweepMails(deps));
  const operator = repeat("telling the operator of holds", operatorMs, log, () => tellOfHolds(deps));
  const domains = repeat("the sweep of mail domains", domainSweepMs, log, () => sweepMailDomains(deps, log));
  log.info("worker ready");
  return {
    async stop() {
      const loops = [operator, deadlines, mails, domains, operations, queue];
      await Promise.all(loops.map((loop) => loop.stop()));
      health.close();
      mailer.close();
      await server.close();
    },
  };
}
