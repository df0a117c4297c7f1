import { findPlaces } from "@evenshare/application";
import { views } from "@evenshare/domain";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

export const paletteRouter = t.router({
  find: memberProcedure("partnership.read")
    .input(views.findPlacesInput)
    .output(views.foundPlaces)
    .query(({ ctx, input }) => run(ctx, findPlaces, input)),
});
