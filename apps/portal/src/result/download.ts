import sheetStyle from "../styles/sheet.css?inline";
import { texts } from "../texts.ts";

/** The result as one file that needs nothing else: the sheet as it stands, unfolded, without its buttons, with its own style. */
export function resultAsFile(sheet: HTMLElement): string {
  const copy = sheet.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll(".screen-only")) element.remove();
  for (const element of copy.querySelectorAll(".folded")) element.classList.remove("folded");
  for (const link of copy.querySelectorAll("a")) {
    // The file lies on somebody's desk: an address without our server would lead nowhere.
    const words = document.createElement("span");
    words.className = link.className;
    words.textContent = link.textContent;
    link.replaceWith(words);
  }
  // Put together as text: a document of ours with a style of its own would run into the page's content security policy.
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.result.title}</title>
<style>${sheetStyle}</style>
</head>
<body class="sheet">${copy.outerHTML}</body>
</html>
`;
}

/** Hands the result to the browser's downloads. */
export function downloadResult(sheet: HTMLElement, fileName: string): void {
  const address = URL.createObjectURL(new Blob([resultAsFile(sheet)], { type: "text/html;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has its own hold on the file by the time this runs.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
