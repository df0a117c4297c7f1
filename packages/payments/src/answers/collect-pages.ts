import { z } from "zod";
import { checkAnswer } from "./check-answer";

const pageSize = 100;
/** 20,000 objects: past that, listing is the wrong way to look. */
const maximumPages = 200;

/** Fetches one page of a list, newest first, after the given id. */
type FetchPage = (page: { limit: number; starting_after?: string }) => Promise<unknown>;

/**
 * Reads a list to its end, checking every page.
 *
 * @throws Error when a page is not a list of such objects, does not go on, or the list has no end.
 */
export async function collectPages<T extends { id: string }>(
  fetchPage: FetchPage,
  item: z.ZodType<T>,
): Promise<T[]> {
  const pageSchema = z.object({ object: z.literal("list"), data: z.array(item), has_more: z.boolean() });
  const found: T[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < maximumPages; pages += 1) {
    const answer = await fetchPage({
      limit: pageSize,
      ...(after === undefined ? {} : { starting_after: after }),
    });
    const { data, has_more } = checkAnswer(pageSchema, answer);
    found.push(...data);
    if (!has_more) return found;
    const last = data.at(-1)?.id;
    if (last === undefined || last === after) throw new Error("the list does not go on");
    after = last;
  }
  throw new Error(`the list goes on after ${maximumPages} pages`);
}
