export * from "./milestone";
export * from "./partnership";
export * from "./shapes";
