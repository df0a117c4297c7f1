import type { OrganizationKind, Role } from "@evenshare/domain";
import type { Browser } from "../api";
import type { World } from "./world";

/** An input that is right but for an id inside it that belongs to someone else, or to nobody. */
export interface NestedProbe {
  readonly what: string;
  readonly input: unknown;
}

/** How the access matrix exercises a procedure. What is expected follows from the procedure's declared access. */
export interface ProcedureRule {
  /** The side whose members call it rightfully. */
  readonly side: OrganizationKind;
  /** A fresh input that its rightful caller, an owner unless another role is named, may send now. */
  readonly input: (world: World, role?: Role) => Promise<Record<string, unknown> | undefined>;
  /** The member of the input that names whose thing it is about; without one, the answer is about the caller alone. */
  readonly subject?:
    | "id"
    | "agreementId"
    | "partnershipId"
    | "organizationId"
    | "userId"
    | "token"
    | "sessionId";
  /** Whether the rightful answer shows something of the partnership, so that its absence elsewhere means something. */
  readonly shows?: boolean;
  readonly nested?: (world: World) => Promise<readonly NestedProbe[]>;
  /** Undoes what the call did to the caller's own session or place. */
  readonly settle?: (caller: Browser, organizationId: string, world: World) => Promise<unknown>;
}
