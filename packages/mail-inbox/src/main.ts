import { readEnv } from "./env";
import { startMailInbox } from "./start";

const env = readEnv();
const inbox = await startMailInbox({
  dataDir: env.MAIL_INBOX_DATA_DIR,
  smtpPort: env.MAIL_INBOX_SMTP_PORT,
  httpPort: env.MAIL_INBOX_HTTP_PORT,
});
process.stdout.write(`${JSON.stringify({ smtpUrl: inbox.smtpUrl, url: inbox.url })}\n`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void inbox.stop().then(() => process.exit(0)));
}
