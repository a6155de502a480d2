/** The facts of an OpenAPI document that calls depend on. `npm run generate` writes them; the client itself knows no API. */
export interface Api {
  /** The URL of each region's server. */
  readonly servers: Readonly<Record<string, string>>;
  /** The header that carries the API key. */
  readonly apiKeyHeader: string;
  /** Path template → method → traits. Only operations that have any are listed. */
  readonly traits: Readonly<Record<string, Readonly<Record<string, Traits>>>>;
}

/** What a call has to know about its operation. The defaults: a JSON body both ways, and a body in every success. */
export interface Traits {
  /** A POST or PATCH that only reads, so that repeating it is safe (RFC 9110, 9.2.1): `x-safe` in the document. */
  readonly safe?: true;
  /** A success may have no body: a 204, or a response without a schema. */
  readonly open?: true;
  /** The media type of the request body, where it is not JSON. */
  readonly sends?: string;
  /** The media types of a success, where one is not JSON. */
  readonly receives?: readonly string[];
  /** A DELETE that has a request body. */
  readonly deleteBody?: true;
  /** How query parameters are serialized, by name. Absent: `form`, exploded, which is OpenAPI's default. */
  readonly query?: Readonly<Record<string, QueryStyle>>;
}

/** `style` and `explode` of a query parameter (OpenAPI 3.1, 4.8.12.2). */
export interface QueryStyle {
  readonly style: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  readonly explode: boolean;
}
