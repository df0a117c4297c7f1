import { z } from "zod";

/** Where everything is that a journey needs; plain data, so that it can be handed to other processes. */
export const worldFacts = z.object({
  brand: z.url(),
  producer: z.url(),
  sandbox: z.url(),
  inbox: z.url(),
  database: z.string(),
  stripeSecretKey: z.string(),
  /** Where a browser can be connected to. */
  browser: z.string(),
  /** Where the product asks for names; nobody answers there but a journey that starts a name server. */
  nameServer: z.string(),
  /** Where services are killed and started, see remote-stack.ts. */
  control: z.url(),
});

export type WorldFacts = z.infer<typeof worldFacts>;
