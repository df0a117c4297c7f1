import type { Platform } from "../platform";
import type { Sandbox } from "../sandbox";

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
