export type { Arrival, Auth, NewOrganization } from "./auth";
export type { Membership, SessionFacts } from "./session-facts";
