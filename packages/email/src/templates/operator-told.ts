import { z } from "zod";
import { defineTemplate } from "./define-template";
import { name, passage } from "./fields";

const data = z.object({ reason: name, note: passage, fix: name });

/** Something that whoever runs the platform has to know of. They have no portal: the command is where they act. */
export const operatorTold = defineTemplate({
  template: "operator.told",
  kind: "access",
  data,
  brand: ({ reason, note, fix }) => ({
    subject: reason.short,
    preview: "For whoever runs the platform.",
    status: { tone: "risk", word: "For the operator" },
    heading: reason.full,
    lead: ["This is for whoever runs the platform."],
    facts: [{ label: "What to do", value: fix.full }],
    quotes: [{ label: "What is known", lines: note }],
    next: ["What the service says of itself is at the address below."],
    button: { label: "Open the state of health", path: "/health" },
    because: "You get this mail because OPERATOR_EMAIL names this address. It is sent once for each event.",
  }),
});
