/** An optional peer dependency is not installed. The message is one line that says what to install. */
export class MissingPeerError extends Error {
  override readonly name = "MissingPeerError";
}

/**
 * Imports an optional peer dependency.
 *
 * @throws {MissingPeerError} when it is not there.
 */
export async function importPeer<T>(need: string, install: string, importing: () => Promise<T>): Promise<T> {
  try {
    return await importing();
  } catch (error) {
    // ERR_MODULE_NOT_FOUND from `import()`, MODULE_NOT_FOUND from `require()`.
    if (!/^(ERR_)?MODULE_NOT_FOUND$/.test(String((error as { code?: unknown }).code))) throw error;
    throw new MissingPeerError(`${need}: npm install --save-dev ${install}`);
  }
}
