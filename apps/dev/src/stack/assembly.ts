import { join } from "node:path";
import { createNodeService } from "../processes/node-service";
import type { ChosenPorts } from "../processes/ports";
import type { Service } from "../processes/service";
import { repositoryRoot } from "../repository";
import type { DataFolder } from "./data-folder";
import type { PlannedUrls } from "./plan";
import type { PortName } from "./ports";
import type { ServiceName, StackOptions } from "./stack";

/** A service of the stack that is a TypeScript process. */
export interface Recipe {
  readonly name: ServiceName;
  /** Folder of its workspace, relative to the checkout. */
  readonly workspace: string;
  /** Relative to the workspace. */
  readonly entry: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly healthUrl: string;
}

/** A stack while it is being put together. */
export interface Assembly {
  readonly options: StackOptions;
  readonly folder: DataFolder;
  readonly ports: ChosenPorts<PortName>;
  readonly urls: PlannedUrls;
  /** In the order in which they were started. */
  readonly services: Map<ServiceName, Service>;
}

/** Starts a service and resolves when it is ready; from now on it is stopped with the stack. */
export async function startService(assembly: Assembly, name: ServiceName, service: Service): Promise<void> {
  assembly.services.set(name, service);
  await service.start();
}

/** Starts a process of the stack: logs, pid file and manners are the same for all. */
export async function startProcess(assembly: Assembly, recipe: Recipe): Promise<void> {
  const { options, folder } = assembly;
  const { name, workspace, entry, env, healthUrl } = recipe;
  const cwd = join(repositoryRoot, workspace);
  const service = createNodeService({
    name,
    cwd,
    entry: join(cwd, entry),
    env: { ...env, ...options.variables?.[serviceOf(name)], ...options.variables?.[name] },
    healthUrl,
    logFile: folder.logFile(name),
    pidFile: folder.pidFile(name),
    keepAlive: options.keepAlive ?? false,
    ...(options.onLine ? { onLine: options.onLine } : {}),
    ...(options.onNote ? { onNote: options.onNote } : {}),
  });
  await startService(assembly, name, service);
}

/** What is said of a service holds for each of its processes. */
function serviceOf(name: ServiceName): ServiceName {
  if (name.startsWith("api-")) return "api";
  return name.startsWith("worker-") ? "worker" : name;
}

/** Stops everything in the reverse order of starting, each as far as it goes. */
export async function stopServices({ services }: Pick<Assembly, "services">): Promise<void> {
  for (const service of [...services.values()].reverse()) await service.stop();
}
