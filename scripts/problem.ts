/** Something that the one who typed the command can put right. It is told in one line, without a stack. */
export class Problem extends Error {
  override readonly name = "Problem";
}
