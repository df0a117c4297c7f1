import { z } from "zod";
import { deliveryState } from "../notice/delivery";
import { chosenGroup } from "../notice/group";
import { messageTemplates } from "../notice/message";
import { quietHours } from "../notice/quiet-hours";
import { id, pageBounds } from "./shapes";

/** What became of the mail that belongs to a notice. */
export const delivery = z.strictObject({
  state: deliveryState,
  /** When it was sent, or until when it waits. */
  at: z.date().nullable(),
  /** The mail server's reason, where it refused. */
  reason: z.string().nullable(),
});
export type Delivery = z.infer<typeof delivery>;

/** One thing that happened, as one person is told of it. The words are the portal's; the facts are those of the mail. */
export const notice = z.strictObject({
  id,
  template: z.enum(messageTemplates),
  /** Facts at the time of the event: amounts in minor units, instants in ISO form. */
  facts: z.record(z.string(), z.string()),
  createdAt: z.date(),
  readAt: z.date().nullable(),
  delivery,
});
export type Notice = z.infer<typeof notice>;

export const listNoticesInput = z.strictObject({ ...pageBounds, unreadOnly: z.boolean().default(false) });

export const unreadNotices = z.strictObject({ count: z.number().int() });

/** Some notices, or all there were when the newest that was seen was made. */
export const markNoticesInput = z.strictObject({
  read: z.boolean(),
  which: z.union([
    z.strictObject({ ids: z.array(id).min(1, "names none").max(100) }),
    z.strictObject({ upTo: z.date() }),
  ]),
});
export const markedNotices = z.strictObject({ marked: z.number().int() });

/** Whether a group is shown in the portal and sent by mail; `mailLocked` ones are always sent. */
export const noticeChoice = z.strictObject({
  group: chosenGroup,
  inApp: z.boolean(),
  mail: z.boolean(),
  mailLocked: z.boolean(),
});
export type NoticeChoice = z.infer<typeof noticeChoice>;

export const noticePreferences = z.strictObject({
  organizationName: z.string(),
  choices: z.array(noticeChoice),
  quietHours,
});
export type NoticePreferences = z.infer<typeof noticePreferences>;

export const saveNoticeChoicesInput = z.strictObject({
  commandKey: z.uuid(),
  choices: z
    .array(z.strictObject({ group: chosenGroup, inApp: z.boolean(), mail: z.boolean() }))
    .min(1, "names no group")
    .max(chosenGroup.options.length)
    .refine((list) => new Set(list.map(({ group }) => group)).size === list.length, "names a group twice"),
});
export const saveQuietHoursInput = z.strictObject({ commandKey: z.uuid(), quietHours });

/** What the link in a mail lets its reader see and choose: which mails about work one person gets. */
export const mailChoices = z.strictObject({
  organizationName: z.string(),
  /** Not whole: the link may have been forwarded. */
  email: z.string(),
  choices: z.array(noticeChoice),
});
export type MailChoices = z.infer<typeof mailChoices>;

export const saveMailChoicesInput = z.strictObject({
  mail: z.partialRecord(chosenGroup, z.boolean()),
});
