/**
 * Loaded into every child before its own code: a child whose parent is killed must not live on and
 * hold ports and connections. It dies as hard as its parent did; whatever it was doing must survive that.
 */
const firstParent = process.ppid;

setInterval(() => {
  if (process.ppid !== firstParent) process.kill(process.pid, "SIGKILL");
}, 250).unref();

export {};
