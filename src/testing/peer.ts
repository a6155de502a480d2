/**
 * Thrown if an optional peer dependency is not installed. The message is one line with the command that installs it.
 */
export class MissingPeerError extends Error {
  override readonly name = "MissingPeerError";
}

/**
 * Imports an optional peer dependency.
 *
 * @throws {MissingPeerError} if it is not installed.
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
