/** Long enough for a browser to have begun the download, after which the text may be let go. */
const keepMilliseconds = 60_000;

/** Hands a text file to the browser's downloads; `type` is its media type. */
export function downloadText(fileName: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keepMilliseconds);
}
