/** What a script that child.ts started uses to talk to its parent process. */

/** The argument that the parent passed. */
export function argument<T>(): T {
  return JSON.parse(process.argv[2] ?? "null") as T;
}

export function sendToParent(message: unknown): void {
  process.send?.(message);
}

/** Answers each question of the parent with what the function returns. If the function throws, the process ends. */
export function answerParent<Question>(answer: (question: Question) => unknown): void {
  process.on("message", async (question) => sendToParent(await answer(question as Question)));
  process.once("disconnect", () => process.exit());
}
