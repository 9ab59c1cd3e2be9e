import { printedDay } from "../annexes/values.ts";
import { type Notice, noticeParts } from "./notice.ts";

/** A notice as plain text, to be pasted into any page or message. The list has a line a platform. */
export function noticeText(notice: Notice): string {
  const { paragraphs, rows, head, listTitle } = noticeParts(notice);
  const list = rows.length === 0 ? [] : ["", listTitle, head.join("　"), ...rows.map((row) => row.join("　"))];
  const number = notice.number === "" ? [] : [notice.number];
  const end = ["", notice.issuer, printedDay(notice.issuedOn)];
  return `${[notice.title, ...number, "", ...paragraphs, ...list, ...end].join("\n")}\n`;
}

/** A notice as a fragment of HTML for the bureau's own site: no style and no script, so that it takes the look of the page around it. */
export function noticeHtml(notice: Notice): string {
  const { paragraphs, rows, head, listTitle } = noticeParts(notice);
  const cells = (tag: "th" | "td", texts: readonly string[]) =>
    texts.map((text) => `<${tag}${tag === "th" ? ' scope="col"' : ""}>${escapeHtml(text)}</${tag}>`).join("");
  const table =
    rows.length === 0
      ? []
      : [
          `<table border="1">`,
          `<caption>${escapeHtml(listTitle)}</caption>`,
          `<thead><tr>${cells("th", head)}</tr></thead>`,
          `<tbody>`,
          ...rows.map((row) => `<tr>${cells("td", row)}</tr>`),
          `</tbody>`,
          `</table>`,
        ];
  return `${[
    `<article lang="zh-CN">`,
    `<h1>${escapeHtml(notice.title)}</h1>`,
    ...(notice.number === "" ? [] : [`<p>${escapeHtml(notice.number)}</p>`]),
    ...paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
    ...table,
    `<p>${escapeHtml(notice.issuer)}<br><time datetime="${notice.issuedOn}">${printedDay(notice.issuedOn)}</time></p>`,
    `</article>`,
  ].join("\n")}\n`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML shows it, never as markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
