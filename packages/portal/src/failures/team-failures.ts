import type { FailureTable } from "./failure-words";

/** Members, invitations, and how an organization looks. */
export const teamFailures: FailureTable = {
  "member.not_found": {
    happened: "This person does not belong to your organization any more.",
    notDone: "Nothing was changed.",
    todo: "Look at the list of members, which is up to date now.",
  },
  "member.last_owner": {
    happened: "Nobody else owns this organization.",
    notDone: "Nothing was changed.",
    todo: "Make somebody else an owner first.",
  },
  "invitation.already_member": {
    happened: "This person belongs to your organization already.",
    notDone: "No invitation was sent.",
    todo: "Change their role in the list of members instead.",
  },
  "invitation.already_pending": {
    happened: "This address has an invitation that is still open.",
    notDone: "No second one was sent.",
    todo: "Send the open one again, or take it back first.",
  },
  "invitation.not_found": {
    happened: "There is no such invitation.",
    notDone: "Nothing was accepted.",
    todo: "Open the link from the newest mail, whole. If that does not help, ask for a new invitation.",
  },
  "invitation.used": {
    happened: "This invitation has been accepted already.",
    notDone: "It was not accepted a second time.",
    todo: "Sign in with the address it was sent to: what it opened is there.",
  },
  "invitation.expired": {
    happened: "This invitation has run out: it was good for 30 days.",
    notDone: "Nothing was accepted.",
    todo: "Ask whoever sent it to send it again.",
  },
  "invitation.declined": {
    happened: "This invitation was declined.",
    notDone: "Nothing was changed.",
    todo: "If that has changed, whoever sent it can send a new one.",
  },
  "invitation.revoked": {
    happened: "This invitation was taken back.",
    notDone: "Nothing was accepted.",
    todo: "Ask whoever sent it whether they still want you to come.",
  },
  "invitation.replaced": {
    happened: "A newer mail replaces this link.",
    notDone: "Nothing was accepted.",
    todo: "Open the link in the newest mail of this invitation.",
  },
  "invitation.for_another": ({ detail }) => ({
    happened: `This invitation is for ${detail("email") ?? "another address"}.`,
    notDone: "It was not accepted for your account.",
    todo: "Sign in with that address, or ask for an invitation to your own.",
  }),
  "invitation.other_portal": {
    happened: "This invitation leads into the other portal.",
    notDone: "Nothing was accepted.",
    todo: "Open it by the link in the mail.",
  },
  "logo.empty": {
    happened: "The file is empty.",
    notDone: "The logo was not changed.",
    todo: "Choose a picture.",
  },
  "logo.too_large": {
    happened: "The picture is larger than 512 KB.",
    notDone: "The logo was not changed.",
    todo: "Choose a smaller one; 256 by 256 points are enough.",
  },
  "logo.not_a_picture": {
    happened: "The file is no PNG, JPEG or WebP picture.",
    notDone: "The logo was not changed.",
    todo: "Choose a picture of one of these kinds.",
  },
  "logo.not_found": {
    happened: "There is no logo.",
    notDone: "Nothing was changed.",
    todo: "Reload the page to see how things stand.",
  },
};
