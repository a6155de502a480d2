/** The folder and the Node executable for the measurements. */
export interface Setting {
  /** A folder that has the package and the other contenders installed. */
  readonly folder: string;
  /** The Node executable that runs the contenders. */
  readonly node: string;
}
