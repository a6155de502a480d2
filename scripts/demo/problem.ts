/** Something that the one who typed the command can put right. It is told in one line, without a stack. */
export class StartProblem extends Error {
  override readonly name = "StartProblem";
}
