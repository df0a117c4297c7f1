export * from "./ports";
export * from "./scope";
