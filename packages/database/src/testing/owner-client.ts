import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../generated/client";

/** Prisma with the rights of the connection string, past every scope: for looking behind them, and for comparisons. */
export function openOwnerClient(url: string, connections: number): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: connections }),
    transactionOptions: { maxWait: 20_000, timeout: 30_000 },
  });
}
