/** Something that the user can correct. It is printed without a stack. */
export class Problem extends Error {
  override readonly name = "Problem";
}
