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
  readonly mayBeEmpty?: true;
  /** What is sent for each kind of body. Absent: `application/json` alone. */
  readonly sends?: Sends;
  /** How a success is read, by its media type or range, where one is not JSON. */
  readonly receives?: Readonly<Record<string, Kind>>;
  /** Of a form: the media type of a part, where the document has one; the style of an encoded field, where it is another. */
  readonly parts?: Readonly<Record<string, string | Style>>;
  /** A DELETE that has a request body. */
  readonly deleteBody?: true;
  /** How path parameters are serialized that are lists or objects, or have another style than `simple`. */
  readonly path?: Readonly<Record<string, Style>>;
  /** How query parameters are serialized, by name. Absent: `form`, exploded, which is OpenAPI's default. */
  readonly query?: Readonly<Record<string, Style>>;
}

/** How a body is read: parsed, as a string, as a Blob, or as its own media type says. */
export type Kind = "json" | "text" | "bytes" | "any";

/** The media type for each kind of body that a caller can give: bytes, a string, the fields of a form, a JSON value. */
export type Sends = { readonly [Given in "bytes" | "text" | "form" | "json"]?: string };

/** `style` and `explode` of a parameter (OpenAPI 3.1, 4.8.12.2); `json` for one whose `content` is JSON. */
export interface Style {
  readonly style: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "simple" | "label" | "matrix" | "json";
  readonly explode: boolean;
}
