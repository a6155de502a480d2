/** An error that the user of a command can fix. The command prints its message without a stack. */
export class Problem extends Error {
  override readonly name = "Problem";
}

/** Runs a command. Prints a problem that the user can correct without a stack. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  // Nobody reads the output any more, as in `npm run … | head`. The command still does its work.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  try {
    process.exitCode = await command();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // The user can also correct an error of the system, such as a missing permission.
    if (!(error instanceof Problem) && typeof code !== "string") throw error;
    console.error(message);
    process.exitCode = 1;
  }
}
