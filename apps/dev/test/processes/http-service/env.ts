/** The settings of the service for tests. */
export function readServiceEnv(): { PORT: number; FLAVOUR: string | undefined; BROKEN: boolean } {
  const { PORT, FLAVOUR, BROKEN } = process.env;
  return { PORT: Number(PORT), FLAVOUR, BROKEN: BROKEN !== undefined };
}
