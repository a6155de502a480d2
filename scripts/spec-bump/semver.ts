import { Problem } from "../problem.js";
import type { Comparison } from "./comparison.js";

export type Step = "major" | "minor" | "patch" | "none";

export interface NextVersion {
  readonly step: Step;
  /** The next version of the package. */
  readonly version: string;
}

/**
 * The next version of the package, after these changes of the API. Below 1.0, a breaking change is a minor version and any
 * other change a patch, because a caret range of npm then accepts patches only.
 *
 * @throws {Problem} when the version of the package is not `major.minor.patch`.
 */
export function nextVersion(packageVersion: string, comparison: Comparison): NextVersion {
  const numbers = /^(\d+)\.(\d+)\.(\d+)$/.exec(packageVersion)?.slice(1).map(Number);
  if (!numbers) throw new Problem(`package.json: the version ${JSON.stringify(packageVersion)} must be like 1.2.3`);
  const [major = 0, minor = 0, patch = 0] = numbers;
  const step = stepOf(comparison, major === 0);
  const versions = {
    major: `${major + 1}.0.0`,
    minor: `${major}.${minor + 1}.0`,
    patch: `${major}.${minor}.${patch + 1}`,
    none: packageVersion,
  };
  return { step, version: versions[step] };
}

function stepOf(comparison: Comparison, isBeforeOne: boolean): Step {
  const { from, to, regions, added, changed, general, breaking } = comparison;
  if (breaking) return isBeforeOne ? "minor" : "major";
  const changes = [...general, ...changed.flatMap((one) => one.changes)];
  const adds = regions.added.length + added.length > 0 || changes.some((change) => change.adds);
  if (adds) return isBeforeOne ? "patch" : "minor";
  return changes.length > 0 || from !== to ? "patch" : "none";
}
