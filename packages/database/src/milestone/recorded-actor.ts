import type { Actor } from "@evenshare/domain";

/** Who acts, as the audit trail keeps it. */
export type RecordedActor = Actor & { readonly name: string; readonly requestId: string | null };
