import type { ScreenRoute } from "../app/screen-route";

/** Screens of what was sold. Only brands have them. */
export const revenueScreens: readonly ScreenRoute[] = [
  {
    path: "revenue",
    load: async () => (await import("./revenue-screen")).RevenueScreen,
    children: [
      { path: "", load: async () => (await import("./lines-tab")).LinesTab },
      { path: "imports", load: async () => (await import("./imports-tab")).ImportsTab },
    ],
  },
  { path: "revenue/imports/new", load: async () => (await import("./new-import-screen")).NewImportScreen },
  { path: "revenue/imports/:id", load: async () => (await import("./import-screen")).ImportScreen },
];
