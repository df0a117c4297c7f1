import type { Service } from "../processes/service";
import { allDone } from "./all-done";
import { type Assembly, stopServices } from "./assembly";
import { openDataFolder } from "./data-folder";
import { startDatabase, startInbox, startStripe } from "./neighbours";
import { planUrls } from "./plan";
import { chooseStackPorts } from "./ports";
import { composeVariables, startApis, startPortals, startWorkers } from "./product";
import type { ServiceName, Stack, StackOptions } from "./stack";

/**
 * Starts the whole product on this machine and resolves when it can be used: PostgreSQL with an up to
 * date schema, the Stripe sandbox with our webhooks, the inbox, the API, the worker, the portals.
 * Whatever a killed predecessor left in the data folder is adopted or ended. When a part does not start,
 * those that did are stopped again and the error says which log to read.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const folder = await openDataFolder(options.dataDir, options.fresh ?? false);
  const services = new Map<ServiceName, Service>();
  try {
    const ports = await chooseStackPorts(options);
    const urls = planUrls(ports, options);
    const notes = [...folder.notes, ...ports.notes];
    for (const note of notes) options.onNote?.(note);
    const assembly: Assembly = { options, folder, ports, urls, services };

    const [database, stripe] = await allDone([
      startDatabase(assembly),
      startStripe(assembly),
      startInbox(assembly),
    ]);
    const variables = await composeVariables(assembly, database, stripe);
    await allDone([
      startApis(assembly, variables),
      startWorkers(assembly, variables),
      startPortals(assembly),
    ]);

    const serviceCalled = (name: ServiceName): Service => {
      const service = services.get(name);
      if (!service) throw new Error(`This stack runs no '${name}'.`);
      return service;
    };
    return {
      urls: { ...urls, database },
      dataDir: options.dataDir,
      clockFile: folder.clockFile,
      stripeSecretKey: stripe.secretKey,
      notes,
      variables,
      pid: (name) => serviceCalled(name).pid(),
      kill: (name) => serviceCalled(name).kill(),
      async restart(name, given) {
        await serviceCalled(name).stop();
        await serviceCalled(name).start(given);
      },
      async stop() {
        await stopServices({ services });
        await folder.unlock();
      },
    };
  } catch (error) {
    await stopServices({ services });
    await folder.unlock();
    throw error;
  }
}
