import type { AppRouter } from "@evenshare/api";
import type { inferRouterOutputs } from "@trpc/server";

export type { AppRouter };
export type RouterOutputs = inferRouterOutputs<AppRouter>;
