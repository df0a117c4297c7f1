export type { Arrival, Auth, NewOrganization, SignedIn } from "./auth";
export { cookieName } from "./cookie";
export { createAuth } from "./create-auth";
export { signInBody, signUpBody } from "./requests";
export type { Membership, SessionFacts } from "./session-facts";
export type { AuthSettings } from "./settings";
