export * from "./deps";
export { acceptMilestone } from "./milestone/accept-milestone";
export * from "./ports";
export * from "./scope";
export * from "./verb";
