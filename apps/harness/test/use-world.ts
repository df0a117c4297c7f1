import { afterAll, beforeAll } from "vitest";
import { openProduct, type ProductOptions } from "../src/product/open-product";
import { openWorld, type World } from "../src/world/open-world";

/** One product for the tests of a file, with a brand and a producer in it; taken down after them. */
export function useWorld(options: ProductOptions = {}): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    const product = await openProduct(options);
    world = await openWorld(product).catch(async (error: unknown) => {
      await product.close();
      throw error;
    });
  }, 180_000);
  afterAll(() => world?.product.close(), 60_000);
  return () => {
    if (world === undefined) throw new Error("the product is not there yet");
    return world;
  };
}
