const PRERENDERED = /(?<=<div id="redoc">)[\s\S]*?(?=<script type="module">)/;
const LOGO = /https:\/\/cdn\.redoc\.ly\/redoc\/[\w-]+\.svg/g;
const WORD = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="36" height="12"><text y="10" font-family="sans-serif" font-size="11" fill="#2467f2">Redoc</text></svg>',
)}`;

/** Mends the two things in Redocly's page that do not hold in a file opened from the disk. */
export function selfContained(html: string): string {
  // Rendered ahead for a server, its links are paths. In the browser the page keeps its place in the hash.
  const linked = html.replace(PRERENDERED, (rendered) => rendered.replaceAll('href="/', 'href="#/'));
  // The one thing fetched: the logo after "API docs by".
  return linked.replace(LOGO, WORD);
}
