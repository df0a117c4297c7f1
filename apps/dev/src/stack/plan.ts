import type { ChosenPorts } from "../processes/ports";
import type { PortName } from "./ports";
import type { StackOptions, StackUrls } from "./stack";

/** The addresses that follow from the ports alone, before anything runs. */
export type PlannedUrls = Omit<StackUrls, "database">;

/**
 * Where everything will be. Only Vite's servers stand in front of the API; otherwise its listeners are
 * the portals' origins, as in production.
 */
export function planUrls(
  { portOf }: ChosenPorts<PortName>,
  { portals, external }: StackOptions,
): PlannedUrls {
  const at = (name: PortName) => `http://127.0.0.1:${portOf(name)}`;
  const behindVite = portals === "vite";
  const brand = at("the brand portal");
  const producer = at("the producer portal");
  return {
    brand,
    producer,
    brandApi: behindVite ? at("the API for brands") : brand,
    producerApi: behindVite ? at("the API for producers") : producer,
    workerHealth: at("the worker"),
    inbox: external?.smtpUrl ? null : at("the mailbox"),
    // The sandbox listens on what `localhost` means here, and its pages say so.
    sandbox: external?.stripe ? null : `http://localhost:${portOf("the Stripe sandbox")}`,
    smtp: external?.smtpUrl ?? `smtp://127.0.0.1:${portOf("the mailbox (SMTP)")}`,
  };
}
