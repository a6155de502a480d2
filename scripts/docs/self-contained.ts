const PRERENDERED = /(?<=<div id="redoc">)[\s\S]*?(?=<script type="module">)/;
const LOGO = /https:\/\/cdn\.redoc\.ly\/redoc\/[\w-]+\.svg/g;
const WORD = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="36" height="12"><text y="10" font-family="sans-serif" font-size="11" fill="#2467f2">Redoc</text></svg>',
)}`;

/** Changes two things in Redocly's page that do not work in a file opened from the disk. */
export function selfContained(html: string): string {
  // The rendered links are paths of a server. In the browser, the page uses the hash.
  const linked = html.replace(PRERENDERED, (rendered) => rendered.replaceAll('href="/', 'href="#/'));
  // The logo after "API docs by" is the only file that the page would fetch.
  return linked.replace(LOGO, WORD);
}
