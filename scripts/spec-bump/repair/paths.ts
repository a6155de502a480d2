import { Problem } from "../../problem.js";
import { METHODS } from "../grammar.js";
import { isObject, type JsonObject } from "../json.js";
import { nameOf, templateNames } from "../operations.js";

/**
 * Makes sure that paths and operations are what everything that comes after reads them as.
 *
 * @throws {Problem} when one of them is something else, a path has one name twice, or an operation has no responses.
 */
export function checkPaths(document: JsonObject): JsonObject {
  if (!isObject(document.paths)) {
    throw new Problem(
      "$.paths: not an object, so there are no operations. Check that the source is the API's document.",
    );
  }
  for (const [path, item] of Object.entries(document.paths)) {
    if (path.startsWith("x-")) continue;
    if (!path.startsWith("/"))
      throw new Problem(`$.paths: ${path} does not start with a slash. Correct it in the source.`);
    if (!isObject(item)) throw new Problem(`$.paths: ${path} is not an object. Correct it in the source.`);
    checkPath(path, item);
  }
  return document;
}

function checkPath(path: string, item: JsonObject): void {
  const names = templateNames(path);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new Problem(`$.paths: ${path} has {${twice}} twice. Give each place a name of its own in the source.`);
  }
  for (const method of METHODS.filter((one) => one in item)) {
    const where = nameOf({ method: method.toUpperCase(), path });
    const operation = item[method];
    if (!isObject(operation)) {
      throw new Problem(`${where}: not an object, so it describes no operation. Correct it in the source.`);
    }
    if (!isObject(operation.responses)) {
      throw new Problem(
        `${where}: it has no responses, so nothing is known of what it answers. Correct it in the source.`,
      );
    }
  }
}
