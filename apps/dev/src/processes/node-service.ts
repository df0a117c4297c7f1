import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { waitForExit } from "@evenshare/database/embedded";
import { childEnv } from "../env";
import { createBackOff } from "./back-off";
import { noteProcess } from "./process-note";
import { killTree } from "./process-tree";
import type { Service, ServiceWatcher } from "./service";
import { waitUntilReady } from "./wait-until-ready";

/** A TypeScript entry point run as a process. */
export interface NodeServiceSpec extends ServiceWatcher {
  readonly name: string;
  readonly entry: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Answers once it is ready. */
  readonly healthUrl: string;
  readonly logFile: string;
  readonly pidFile: string;
  /** Start it again, with growing pauses, when it dies by itself. */
  readonly keepAlive: boolean;
}

const READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;

const TSX = import.meta.resolve("tsx");
const EXIT_WITH_PARENT = join(dirname(fileURLToPath(import.meta.url)), "exit-with-parent.ts");

/** Makes a service of an entry point; nothing runs until it is started. */
export function createNodeService(spec: NodeServiceSpec): Service {
  const backOff = createBackOff();
  let variables: Readonly<Record<string, string>> = {};
  let child: ChildProcess | null = null;
  /** Down on purpose: an exit is then no reason to start again. */
  let wanted = false;
  /** A service that has never been ready is not started again: something is wrong with it. */
  let provenOnce = false;
  let pending: NodeJS.Timeout | null = null;

  async function launch(): Promise<void> {
    const launched = await spawnChild(spec, variables);
    child = launched;
    const died = new AbortController();
    launched.once("exit", (code, signal) => {
      died.abort(
        new Error(
          `${spec.name} ended (${signal ?? `code ${code}`}) before it was ready; see ${spec.logFile}`,
        ),
      );
      if (child !== launched) return;
      child = null;
      if (wanted && provenOnce && spec.keepAlive) startAgain(signal ?? `code ${code}`);
    });
    const patience = AbortSignal.timeout(READY_TIMEOUT_MS);
    await waitUntilReady(spec.healthUrl, AbortSignal.any([died.signal, patience])).catch((error: unknown) => {
      throw patience.aborted
        ? new Error(`${spec.name} is not ready after a minute; see ${spec.logFile}`)
        : error;
    });
    provenOnce = true;
    backOff.healthy();
  }

  function startAgain(reason: string): void {
    const pause = backOff.nextPauseMs();
    spec.onNote?.(
      `${spec.name} ended (${reason}); starting it again in ${pause} ms. Its log: ${spec.logFile}`,
    );
    pending = setTimeout(() => {
      pending = null;
      // When it dies again its exit brings us here once more.
      launch().catch(() => undefined);
    }, pause);
  }

  async function end(how: (running: ChildProcess, pid: number) => Promise<void>): Promise<void> {
    wanted = false;
    if (pending) clearTimeout(pending);
    pending = null;
    const running = child;
    child = null;
    if (running?.pid !== undefined) await how(running, running.pid);
    await rm(spec.pidFile, { force: true });
  }

  const kill = (): Promise<void> => end((_running, pid) => killTree(pid));

  return {
    name: spec.name,
    pid: () => child?.pid ?? null,
    async start(given) {
      if (child) throw new Error(`${spec.name} is running.`);
      variables = given ?? {};
      wanted = true;
      try {
        await launch();
      } catch (error) {
        await kill();
        throw new Error(
          `${error instanceof Error ? error.message : String(error)}\n${await lastLines(spec.logFile)}`,
        );
      }
    },
    stop: () =>
      end(async (running, pid) => {
        running.kill("SIGTERM");
        if (!(await waitForExit(pid, STOP_TIMEOUT_MS))) await killTree(pid);
      }),
    kill,
  };
}

async function lastLines(logFile: string): Promise<string> {
  const log = await readFile(logFile, "utf8").catch(() => "");
  return log.trim().split("\n").slice(-15).join("\n");
}

async function spawnChild(
  spec: NodeServiceSpec,
  variables: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  await mkdir(dirname(spec.logFile), { recursive: true });
  const log = createWriteStream(spec.logFile, { flags: "a" });
  const child = spawn(process.execPath, ["--import", TSX, "--import", EXIT_WITH_PARENT, spec.entry], {
    cwd: spec.cwd,
    env: childEnv({ ...spec.env, ...variables }),
    stdio: ["ignore", "pipe", "pipe"],
    // Ctrl-C must reach it through us and in our order, not from the terminal.
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.pipe(log, { end: false });
    createInterface(stream).on("line", (line) => spec.onLine?.(spec.name, line));
  }
  child.once("close", () => log.end());
  await new Promise((resolve, reject) => {
    child.once("spawn", resolve);
    child.once("error", reject);
  });
  if (child.pid !== undefined) await noteProcess(spec.pidFile, child.pid);
  return child;
}
