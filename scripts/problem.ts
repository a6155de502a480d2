/** An error that the user of a command can fix. The command prints its message without a stack. */
export class Problem extends Error {
  override readonly name = "Problem";
}
