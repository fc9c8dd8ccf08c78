/** What is written into another site's page to show a lab in it. */

/** Sites as people type them: with commas, spaces or line ends between. */
export function readSites(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter((site) => site !== '');
}

/** `url` is of our own making, so only the title can hold anything. */
export function iframeSnippet(url: string, title: string): string {
  const safe = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return (
    `<iframe src="${url}" title="${safe}" width="720" height="420" ` +
    `style="border:0" loading="lazy" referrerpolicy="no-referrer"></iframe>`
  );
}
