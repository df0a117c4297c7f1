import type { FailureTable } from "./failure-words";

/** What goes wrong with any request, whatever it is about. */
export const requestFailures: FailureTable = {
  "network.unreachable": {
    happened: "The server did not answer.",
    notDone: "Nobody can tell yet whether it was done.",
    todo: "Check your connection and try again: pressing the same button again never does it twice.",
  },
  "server.unexpected": {
    happened: "Something went wrong on our side.",
    notDone: "Nobody can tell yet whether it was done.",
    todo: "Try again: pressing the same button again never does it twice. If it stays, tell support the request number.",
  },
  "server.failed": {
    happened: "Something went wrong on our side.",
    notDone: "Nobody can tell yet whether it was done.",
    todo: "Try again: pressing the same button again never does it twice. If it stays, tell support the request number.",
  },
  "database.away": {
    happened: "Our database is out of reach for a moment.",
    notDone: "Nobody can tell yet whether it was done. Money that is held stays held.",
    todo: "Try again in a few seconds: pressing the same button again never does it twice.",
  },
  "input.invalid": ({ detail }) => ({
    happened: `Something entered here ${detail("reason") ?? "is not accepted"}.`,
    notDone: "Nothing was saved.",
    todo: "Correct it and send it again.",
  }),
  "input.unreadable": {
    happened: "The server could not read the request.",
    notDone: "Nothing was saved.",
    todo: "Reload the page and try again; this page may be of an older version.",
  },
  "body.too_large": {
    happened: "This is more than can be sent at once.",
    notDone: "Nothing was saved.",
    todo: "Shorten it, or send long texts as a file.",
  },
  "request.too_large": {
    happened: "This is more than can be sent at once.",
    notDone: "Nothing was saved.",
    todo: "Shorten it, or send long texts as a file.",
  },
  "request.too_many": ({ detail }) => ({
    happened: "Too many attempts in a short time.",
    notDone: "This one was not carried out.",
    todo: `Wait ${waitWords(detail("seconds"))}, then try again.`,
  }),
  "origin.foreign": {
    happened: "The request did not come from this portal's own page.",
    notDone: "Nothing was done.",
    todo: "Open the portal at its own address and try again there.",
  },
  "command.key_reused": {
    happened: "An earlier attempt with other entries has already gone through.",
    notDone: "The changed entries were not used.",
    todo: "Look at what is shown now before you try again.",
  },
  "path.not_found": {
    happened: "There is nothing at this address.",
    notDone: "Nothing was done.",
    todo: "Go back and open it from a list.",
  },
  "procedure.not_found": {
    happened: "This portal cannot do that.",
    notDone: "Nothing was done.",
    todo: "Use the other portal, or reload the page.",
  },
  "subject.not_found": {
    happened: "This is not here, or not yours.",
    notDone: "Nothing was done.",
    todo: "Go back and open it from a list.",
  },
};

function waitWords(seconds: string | undefined): string {
  const minutes = Math.ceil(Number(seconds ?? 60) / 60);
  return minutes <= 1 ? "a minute" : `${minutes} minutes`;
}
