export type { AppRouter } from "@evenshare/api";
