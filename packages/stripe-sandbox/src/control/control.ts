import { actingFor, type Context } from "../context";
import { resourceMissing } from "../http/stripe-error";
import type { Platform } from "../platform";
import type { Sandbox } from "../sandbox";
import type { ObjectOf, ObjectTable, Owned } from "../state/tables";

/** What a control works with: the platform of the request's key, its JSON body, and the parts of its URL. */
export interface ControlCall {
  sandbox: Sandbox;
  platform: Platform;
  body: unknown;
  part(name: string): string;
}

export interface Control {
  method: "GET" | "POST" | "PUT" | "DELETE";
  pattern: string;
  run(call: ControlCall): unknown;
}

/** Changes the object named in the URL, acting for the account it belongs to. */
export function onObject<T extends ObjectTable>(
  { sandbox, platform, part }: ControlCall,
  table: T,
  noun: string,
  change: (ctx: Context, object: ObjectOf<T>) => unknown,
): unknown {
  return sandbox.change(platform, (ctx) => {
    const row: Owned<ObjectOf<T>> | undefined = ctx.store.get(table, part("id"));
    if (row === undefined) throw resourceMissing(noun, part("id"), "id", true);
    return change(actingFor(ctx, row.account), row.object);
  });
}
