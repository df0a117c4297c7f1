// Plain JavaScript, because Vite hands a package that a configuration imports to Node as it is.

/** @returns {import("vite").Plugin} */
export function preloadFont() {
  return {
    name: "evenshare:preload-font",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const file = Object.keys(bundle ?? {}).find((name) => /InterVariable-subset.*\.woff2$/.test(name));
        if (file === undefined)
          throw new Error("the build holds no Latin cut of Inter: is styles.css imported?");
        return [
          {
            tag: "link",
            injectTo: "head-prepend",
            attrs: { rel: "preload", href: `/${file}`, as: "font", type: "font/woff2", crossorigin: "" },
          },
        ];
      },
    },
  };
}
