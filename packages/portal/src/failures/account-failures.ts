import type { FailureTable } from "./failure-words";

/** One's own account: address, password, second factor, sessions. */
export const accountFailures: FailureTable = {
  "account.email_unverified": {
    happened: "Your e-mail address is not confirmed yet.",
    notDone: "Nothing was done.",
    todo: "Open the link in the mail we sent you, then press again here. The note at the top of the page sends it anew.",
  },
  "session.reauthentication_required": {
    happened: "This wants your password once more: you signed in some time ago.",
    notDone: "Nothing was done.",
    todo: "Press again and enter your password.",
  },
  "session.not_found": {
    happened: "That session is over already.",
    notDone: "Nothing was changed.",
    todo: "Look at the list again.",
  },
  "password.wrong": {
    happened: "This is not your password.",
    notDone: "Nothing was changed.",
    todo: "Check it and try again.",
  },
  "second_factor.code_invalid": {
    happened: "This code is not right, or it was used before.",
    notDone: "Nothing was done.",
    todo: "Wait for the next code of your app and enter that, or use a recovery code.",
  },
  "second_factor.code_needed": {
    happened: "Your second factor is on, so the password alone is not enough.",
    notDone: "Nothing was done.",
    todo: "Enter the code of your authenticator app as well.",
  },
  "second_factor.on": {
    happened: "Your second factor is on already.",
    notDone: "It was left as it is.",
    todo: "Reload the page to see how things stand.",
  },
  "second_factor.off": {
    happened: "Your second factor is off already.",
    notDone: "Nothing was changed.",
    todo: "Reload the page to see how things stand.",
  },
  "link.invalid": {
    happened: "This link has been used already, is too old, or was replaced by a newer one.",
    notDone: "Nothing was changed.",
    todo: "Use the newest mail, or have another link sent to you.",
  },
  "limiter.away": {
    happened: "We cannot count attempts at the moment, so nothing that changes something is let through.",
    notDone: "Nothing was done. Money that is held stays held.",
    todo: "Try again in a minute. Looking at things works meanwhile.",
  },
};
