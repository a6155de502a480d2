import { Problem } from "../problem.js";
import type { Comparison } from "./comparison.js";

export interface NextVersion {
  /** The next version of the package. */
  readonly version: string;
  /** Why it is that version: `a minor version, because callers break`. */
  readonly reason: string;
}

/**
 * The next version of the package, after these changes of the API. Below 1.0, a breaking change is a minor version and
 * any other change a patch, because a caret range of npm then accepts patches only.
 *
 * @throws {Problem} when the version of the package is not `major.minor.patch`.
 */
export function nextVersion(packageVersion: string, comparison: Comparison): NextVersion {
  const numbers = /^(\d+)\.(\d+)\.(\d+)$/.exec(packageVersion)?.slice(1).map(Number);
  if (!numbers) throw new Problem(`package.json: the version ${JSON.stringify(packageVersion)} must be like 1.2.3`);
  const [major = 0, minor = 0, patch = 0] = numbers;
  const { from, to, regions, added, changed, general, breaking } = comparison;
  const changes = [...general, ...changed.flatMap((one) => one.changes)];
  const adds = regions.added.length + added.length > 0 || changes.some((change) => change.adds);
  const nextMinor = `${major}.${minor + 1}.0`;
  if (breaking && major > 0) return { version: `${major + 1}.0.0`, reason: "a major version, because callers break" };
  if (breaking) return { version: nextMinor, reason: "a minor version, because callers break" };
  if (adds && major > 0) return { version: nextMinor, reason: "a minor version" };
  if (adds || changes.length > 0 || from !== to)
    return { version: `${major}.${minor}.${patch + 1}`, reason: "a patch" };
  return { version: packageVersion, reason: "the same version, because only words have changed" };
}
