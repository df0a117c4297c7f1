import { getBrandHome, getProducerHome } from "@evenshare/application";
import { views } from "@evenshare/domain";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

export const homeRouter = t.router({
  brand: memberProcedure("partnership.read", "brand")
    .output(views.brandHomeView)
    .query(({ ctx }) => run(ctx, getBrandHome, {})),

  producer: memberProcedure("partnership.read", "producer")
    .output(views.producerHomeView)
    .query(({ ctx }) => run(ctx, getProducerHome, {})),
});
