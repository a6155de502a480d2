/**
 * What the client needs to know of an OpenAPI document. `npm run generate` writes it; the client knows no API by
 * itself.
 */
export interface Api {
  /** The URL of each region's server. */
  readonly servers: Readonly<Record<string, string>>;
  /** The header that carries the API key. */
  readonly apiKeyHeader: string;
  /** Path template → method → traits. Only operations that have any are listed. */
  readonly traits: Readonly<Record<string, Readonly<Record<string, Traits>>>>;
}

/** What differs from the usual in an operation. Usual are a JSON body both ways, and a body in every success. */
export interface Traits {
  /** A POST or PATCH that only reads, so that repeating it is safe (RFC 9110, 9.2.1): `x-safe` in the document. */
  readonly safe?: true;
  /** A success may have no body: a 204, or a response without a schema. */
  readonly mayBeEmpty?: true;
  /** What is sent for each kind of body. Absent: `application/json` alone. */
  readonly sends?: Sends;
  /** How a success is read, by media type or media range. Absent: JSON alone. */
  readonly receives?: Readonly<Record<string, Kind>>;
  /**
   * Of a multipart form: media types of parts. Of a URL-encoded form: styles of fields. By name; absent: the defaults.
   */
  readonly parts?: Readonly<Record<string, string | Style>>;
  /** A DELETE that has a request body. */
  readonly deleteBody?: true;
  /** Styles of path parameters, by name: those of lists and objects, and those that are not `simple`. */
  readonly path?: Readonly<Record<string, Style>>;
  /** Styles of query parameters, by name. Absent: `form` with `explode`, which is OpenAPI's default. */
  readonly query?: Readonly<Record<string, Style>>;
}

/** How a body is read: as JSON, as a string, as a Blob, or as its `content-type` says. */
export type Kind = "json" | "text" | "bytes" | "any";

/** The media type for each kind of body that a caller can give: bytes, a string, the fields of a form, a JSON value. */
export type Sends = { readonly [Value in "bytes" | "text" | "form" | "json"]?: string };

/** `style` and `explode` of a parameter (OpenAPI 3.1, 4.8.12.2); `json` for one whose `content` is JSON. */
export interface Style {
  readonly style: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "simple" | "label" | "matrix" | "json";
  readonly explode: boolean;
}
