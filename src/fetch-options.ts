/** The options of fetch that the client sets in every request. */
export const RESERVED = ["method", "headers", "body", "signal", "redirect"] as const;

type Reserved = (typeof RESERVED)[number];

/** The other options of fetch: those of the standard, and any that a platform or a framework adds. */
export type FetchOptions = Readonly<
  Omit<RequestInit, Reserved> & { [Name in Reserved]?: never } & { [name: string]: unknown }
>;
