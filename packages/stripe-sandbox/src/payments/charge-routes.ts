import { emit } from "../events/emit";
import { listParams, mergeMetadata, metadata, params, range, text, unsettable } from "../http/params";
import { route } from "../http/route";
import { inRange, listObjects, objectFromUrl, saveObject } from "../state/objects";

const listed = listParams({
  created: range().optional(),
  customer: text().optional(),
  payment_intent: text().optional(),
  transfer_group: text().optional(),
});

const updated = params({
  customer: text().optional(),
  description: unsettable().optional(),
  metadata: metadata().optional(),
  transfer_group: text().optional(),
});

export const chargeRoutes = [
  route("GET", "/v1/charges", listed, (ctx, input) =>
    listObjects(
      ctx,
      "charges",
      "/v1/charges",
      input,
      (charge) =>
        inRange(charge.created, input.created) &&
        (input.customer === undefined || charge.customer === input.customer) &&
        (input.payment_intent === undefined || charge.payment_intent === input.payment_intent) &&
        (input.transfer_group === undefined || charge.transfer_group === input.transfer_group),
    ),
  ),
  route("GET", "/v1/charges/:id", params({}), (ctx, _input, path) =>
    objectFromUrl(ctx, "charges", path("id")),
  ),
  route("POST", "/v1/charges/:id", updated, (ctx, input, path) => {
    const before = objectFromUrl(ctx, "charges", path("id"));
    const charge = saveObject(ctx, "charges", {
      ...before,
      customer: input.customer ?? before.customer,
      description: input.description === undefined ? before.description : input.description,
      metadata: mergeMetadata(before.metadata, input.metadata),
      transfer_group: input.transfer_group ?? before.transfer_group,
    });
    emit(ctx, "charge.updated", charge, before);
    return charge;
  }),
];
