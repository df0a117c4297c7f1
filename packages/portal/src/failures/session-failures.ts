import type { FailureTable } from "./failure-words";

/** Signing in, organizations, the way between the portals. */
export const sessionFailures: FailureTable = {
  "session.missing": {
    happened: "You are not signed in any more.",
    notDone: "Nothing was done.",
    todo: "Sign in in another tab, then press again here: what you entered is kept.",
  },
  "organization.missing": {
    happened: "You belong to no organization in this portal.",
    notDone: "Nothing was done.",
    todo: "Create an organization, or choose one.",
  },
  "organization.not_found": {
    happened: "This organization is not here, or not yours.",
    notDone: "You are still in the organization you were in.",
    todo: "Choose one of your organizations.",
  },
  "permission.denied": {
    happened: "Your role in this organization does not allow that.",
    notDone: "Nothing was done.",
    todo: "Ask an owner of your organization to do it, or to change your role.",
  },
  "handover.invalid": {
    happened: "This link has been used already, or its 60 seconds are over.",
    notDone: "You were not signed in here.",
    todo: "Go back to the other portal and press the button again, or sign in here.",
  },
  "credentials.invalid": {
    happened: "E-mail address and password do not belong together.",
    notDone: "You were not signed in.",
    todo: "Check both and try again.",
  },
  "account.exists": {
    happened: "There is an account with this e-mail address already.",
    notDone: "No second one was made.",
    todo: "Sign in instead; one account works in both portals.",
  },
};
