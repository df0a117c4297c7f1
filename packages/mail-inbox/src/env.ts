import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65_535);

const schema = z.object({
  MAIL_INBOX_SMTP_PORT: port,
  MAIL_INBOX_HTTP_PORT: port,
  MAIL_INBOX_DATA_DIR: z.string().min(1),
});

/** Reads the settings of the inbox process; throws with the name of what is missing. */
export function readEnv(): z.infer<typeof schema> {
  return schema.parse(process.env);
}
