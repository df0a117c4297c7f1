import type { ChosenPorts } from "../processes/ports";
import { furtherProcesses, type PortName, portOfProcess } from "./ports";
import type { StackOptions, StackUrls } from "./stack";

/** The addresses that follow from the ports alone, before anything runs. */
export type PlannedUrls = Omit<StackUrls, "database">;

/**
 * Where everything will be. Only Vite's servers stand in front of the API; otherwise its listeners are
 * the portals' origins, as in production.
 */
export function planUrls({ portOf }: ChosenPorts<PortName>, options: StackOptions): PlannedUrls {
  const { portals, external } = options;
  const at = (name: PortName) => `http://127.0.0.1:${portOf(name)}`;
  const behindVite = portals === "vite";
  const brand = at("the brand portal");
  const producer = at("the producer portal");
  const brandApi = behindVite ? at("the API for brands") : brand;
  const producerApi = behindVite ? at("the API for producers") : producer;
  const furtherApis = furtherProcesses(options, "api").map((process) => ({
    brand: at(portOfProcess("the API for brands", process)),
    producer: at(portOfProcess("the API for producers", process)),
  }));
  const furtherWorkers = furtherProcesses(options, "worker").map((process) =>
    at(portOfProcess("the worker", process)),
  );
  return {
    brand,
    producer,
    brandApi,
    producerApi,
    workerHealth: at("the worker"),
    apis: [{ brand: brandApi, producer: producerApi }, ...furtherApis],
    workers: [at("the worker"), ...furtherWorkers],
    inbox: external?.smtpUrl ? null : at("the mailbox"),
    // The sandbox listens on what `localhost` means here, and its pages say so.
    sandbox: external?.stripe ? null : `http://localhost:${portOf("the Stripe sandbox")}`,
    smtp: external?.smtpUrl ?? `smtp://127.0.0.1:${portOf("the mailbox (SMTP)")}`,
  };
}
