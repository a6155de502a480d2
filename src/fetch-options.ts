/** What the client sets itself, in every fetch. */
export const RESERVED = ["method", "headers", "body", "signal", "redirect"] as const;

type Reserved = (typeof RESERVED)[number];

/** Options of fetch that are not the client's: those of the platform, and any that it or a framework adds. */
export type FetchOptions = Readonly<
  Omit<RequestInit, Reserved> & { [Name in Reserved]?: never } & { [name: string]: unknown }
>;
