import type { Connections } from "../connection/open";

/** Queues a mail to the operator, one for each event and address, however often it is asked for. */
export async function tellOperator(
  { app }: Connections,
  news: { readonly event: string; readonly email: string; readonly data: Readonly<Record<string, string>> },
  now: Date,
): Promise<void> {
  await app.query("select app.tell_operator($1, $2, $3, $4)", [
    news.event,
    news.email,
    JSON.stringify(news.data),
    now.toISOString(),
  ]);
}
