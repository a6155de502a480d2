/** Resolves with a signal when the process must stop. */
export function stopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    // `on`, not `once`: a Ctrl-C arrives twice, from the terminal and from npm or tsx.
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, resolve);
    // Nobody reads the output any more, as in `npm start | head`.
    process.stdout.on("error", () => resolve("SIGPIPE"));
    // When npm gets a SIGTERM, its shell ends without passing the signal on. Only the parent of this process changes.
    if (process.env.npm_lifecycle_event) onOrphaned(() => resolve("SIGTERM"));
  });
}

function onOrphaned(act: () => void): void {
  const { ppid } = process;
  const watch = () => {
    if (process.ppid !== ppid) act();
  };
  setInterval(watch, 250).unref();
}
