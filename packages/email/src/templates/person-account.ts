import { z } from "zod";
import type { Fact, MailContent } from "../content/mail-content";
import type { ShownName } from "../words/literal";
import { defineTemplate, type MailTemplate } from "./define-template";
import { id, name } from "./fields";
import { accountLinkPage, forgottenPasswordPage } from "./pages";

// Mails about a person's own account. They read the same in both portals.

const nothing = z.object({});
const link = z.object({ token: id });
const addressLink = z.object({ token: id, email: name });

const nothingToDo = "If it was you, there is nothing to do.";
const workFact: Fact = { label: "Where", value: "Your Evenshare account, in both portals" };
const addressFact = (email: ShownName): Fact => ({ label: "New address", value: email.full });

function account<S extends z.ZodType>(
  template: Parameters<typeof defineTemplate>[0]["template"],
  data: S,
  words: (facts: z.output<S>) => MailContent,
): MailTemplate {
  return defineTemplate({ template, kind: "access", data, brand: words, producer: words });
}

/** Somebody signed up with this address. */
export const accountVerifyEmail = account("account.verify_email", link, ({ token }) => ({
  subject: "Confirm your e-mail address",
  preview: "One press, and you can work with others.",
  status: { tone: "accent", word: "To be confirmed" },
  heading: "Confirm your e-mail address",
  lead: [
    "An account was made with this address. Confirm that it is yours: until then you can look around, but not start or accept a partnership, and nobody finds you by this address.",
  ],
  facts: [workFact, { label: "Valid", value: "24 hours, once" }],
  next: ["The button opens a page that confirms the address. A newer mail of this kind replaces this one."],
  button: { label: "Confirm the address", path: accountLinkPage("verify-email", token) },
}));

/** Somebody asked for a new password. */
export const accountResetPassword = account("account.reset_password", link, ({ token }) => ({
  subject: "Set a new password",
  preview: "The link works once, for an hour.",
  status: { tone: "accent", word: "Asked for" },
  heading: "Set a new password",
  lead: ["Somebody asked for a new password for the account with this address."],
  facts: [workFact, { label: "Valid", value: "1 hour, once" }],
  next: [
    "The button opens a page where you choose the new password. You are then signed out everywhere, in both portals.",
    "Your password stays as it is as long as nobody uses the link.",
  ],
  button: { label: "Choose a new password", path: accountLinkPage("reset-password", token) },
}));

/** The password is another one now. */
export const accountPasswordChanged = account("account.password_changed", nothing, () => ({
  subject: "Your password was changed",
  preview: "Everybody who was signed in with the old one is signed out.",
  status: { tone: "accent", word: "Changed" },
  heading: "Your password was changed",
  lead: ["Everybody who was signed in with the old password has been signed out, in both portals."],
  facts: [workFact],
  next: [
    nothingToDo,
    "If it was not you, set a new password now: the button has a link sent to this address.",
  ],
  button: { label: "It was not me", path: forgottenPasswordPage },
}));

/** Somebody wants to be reached here from now on. */
export const accountConfirmEmail = account("account.confirm_email", addressLink, ({ token, email }) => ({
  subject: "Confirm your new e-mail address",
  preview: "Until then your old address stays.",
  status: { tone: "accent", word: "To be confirmed" },
  heading: "Confirm your new e-mail address",
  lead: [
    "This address is to become the one you sign in with and get mails at. Until you confirm it, nothing changes.",
  ],
  facts: [addressFact(email), { label: "Valid", value: "24 hours, once" }],
  next: ["The button opens a page that makes the change. Your old address is told of it."],
  button: { label: "Confirm the address", path: accountLinkPage("confirm-email", token) },
}));

/** To the address that was left. */
export const accountEmailChanged = account("account.email_changed", addressLink, ({ token, email }) => ({
  subject: "Your e-mail address was changed",
  preview: "If it was not you, take it back with the link in this mail.",
  status: { tone: "risk", word: "Changed" },
  heading: "Your e-mail address was changed",
  lead: [
    "You sign in with another address from now on, and mails go there. This is the last one that comes here.",
  ],
  facts: [addressFact(email), { label: "Way back", value: "7 days, once" }],
  next: [
    nothingToDo,
    "If it was not you, take it back with the button: this address is yours again, everybody is signed out, the password stops working, and a link for a new one comes here.",
  ],
  button: { label: "It was not me: take it back", path: accountLinkPage("restore-email", token) },
}));

/** From now on a code is asked for. */
export const accountSecondFactorOn = account("account.second_factor_on", nothing, () => ({
  subject: "Your second factor is on",
  preview: "Signing in asks for a code from now on.",
  status: { tone: "accent", word: "On" },
  heading: "Your second factor is on",
  lead: ["Signing in asks for a code of your authenticator app from now on, beside your password."],
  facts: [workFact],
  next: [
    "Keep the recovery codes where you find them without your phone; each works once.",
    "If it was not you, set a new password now: the button has a link sent to this address. Then tell support.",
  ],
  button: { label: "It was not me", path: forgottenPasswordPage },
}));

/** The password alone is enough again. */
export const accountSecondFactorOff = account("account.second_factor_off", nothing, () => ({
  subject: "Your second factor is off",
  preview: "Signing in asks for the password alone from now on.",
  status: { tone: "risk", word: "Off" },
  heading: "Your second factor is off",
  lead: [
    "Signing in asks for your password alone from now on. Your recovery codes are worth nothing any more.",
  ],
  facts: [workFact],
  next: [
    nothingToDo,
    "If it was not you, set a new password now: the button has a link sent to this address.",
  ],
  button: { label: "It was not me", path: forgottenPasswordPage },
}));
