/** Something a stack runs, one process (with its own) at a time. */
export interface Service {
  readonly name: string;
  /** Null while it is down. */
  pid(): number | null;
  /** Resolves when it is ready to be used. Variables given here are for this start (and its repetitions) only. */
  start(variables?: Readonly<Record<string, string>>): Promise<void>;
  /** Politely, then firmly. */
  stop(): Promise<void>;
  /** kill −9; it stays down until it is started again. Resolves when its pid is gone. */
  kill(): Promise<void>;
}

/** How a service can be watched. */
export interface ServiceWatcher {
  /** A line it wrote. */
  readonly onLine?: (service: string, line: string) => void;
  /** It died by itself, is being started again, or the like. */
  readonly onNote?: (note: string) => void;
}
