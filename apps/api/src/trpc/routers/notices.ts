import {
  countUnreadNotices,
  getNoticePreferences,
  listNotices,
  markNotices,
  saveNoticeChoices,
  saveQuietHours,
} from "@evenshare/application";
import { views } from "@evenshare/domain";
import { z } from "zod";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

const own = memberProcedure("notice.own");

export const noticesRouter = t.router({
  list: own
    .input(views.listNoticesInput)
    .output(views.page(views.notice))
    .query(({ ctx, input }) => run(ctx, listNotices, input)),

  unread: own.output(views.unreadNotices).query(({ ctx }) => run(ctx, countUnreadNotices, {})),

  mark: own
    .input(views.markNoticesInput)
    .output(views.markedNotices)
    .mutation(({ ctx, input }) => run(ctx, markNotices, input)),

  preferences: own.output(views.noticePreferences).query(({ ctx }) => run(ctx, getNoticePreferences, {})),

  saveChoices: own
    .input(views.saveNoticeChoicesInput)
    .output(z.strictObject({ changed: z.number() }))
    .mutation(({ ctx, input }) => run(ctx, saveNoticeChoices, input)),

  saveQuietHours: own
    .input(views.saveQuietHoursInput)
    .output(z.strictObject({ quietHours: z.enum(["on", "off"]) }))
    .mutation(({ ctx, input }) => run(ctx, saveQuietHours, input)),
});
