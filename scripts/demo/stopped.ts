/** Resolves when the process is to stop, with the signal that says so or stands for what happened. */
export function stopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    // `on`, not `once`: npm and tsx pass a Ctrl-C on to a process that has had it from the terminal already.
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, resolve);
    // The reader of the output has gone, as in `npm start | head`.
    process.stdout.on("error", () => resolve("SIGPIPE"));
    // A SIGTERM for npm ends its shell, which passes nothing on: this process only gets another parent.
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
