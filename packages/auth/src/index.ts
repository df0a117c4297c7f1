export type { Arrival, SignedIn } from "./arrival";
export type { Auth, NewOrganization } from "./auth";
export { cookieName } from "./cookie";
export { createAuth } from "./create-auth";
export { addMember, type NewMember } from "./members";
export {
  codeOnly,
  emailChange,
  linkBody,
  newPasswordBody,
  passwordChange,
  passwordOnly,
  personName,
  proof,
  resetRequestBody,
  secondFactorProof,
  secondStepBody,
  signInBody,
  signUpBody,
} from "./requests";
export type { Membership, SessionFacts } from "./session-facts";
export type { AuthSettings } from "./settings";
