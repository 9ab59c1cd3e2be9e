import type { Stamp } from "../documents/description/description.ts";
import { demonstrationText } from "../documents/docx/footer.ts";
import { escapeHtml } from "../documents/html/escape.ts";
import type { DossierIndex } from "../documents/papers/dossier-index.ts";

/** A file of the archive as its index names it. */
export type IndexedFile = {
  /** M01 … M14; empty for a form. */
  readonly number: string;
  readonly title: string;
  /** Its path in the archive. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Of what was handed in; null for what is printed. */
  readonly sha256: string | null;
};

export type IndexPage = {
  readonly head: Omit<DossierIndex, "entries">;
  readonly files: readonly IndexedFile[];
  readonly stamp: Stamp | null;
  readonly madeOn: string;
  readonly isDemonstration: boolean;
};

/** The page that opens an unpacked dossier: it needs nothing but a browser and leads to every file. */
export function indexPage({ head, files, stamp, madeOn, isDemonstration }: IndexPage): string {
  const year = head.programme.roundYear === null ? "" : `${head.programme.roundYear}年度`;
  const rows = files.map(({ number, title, name, size, sha256 }) => {
    const href = name.split("/").map(encodeURIComponent).join("/");
    const cells = [number, title, null, `${Math.ceil(size / 1024)} KB`, sha256 ?? ""];
    const shown = cells.map((text) =>
      text === null
        ? `<td><a href="${href}">${escapeHtml(name.split("/").at(-1) ?? "")}</a></td>`
        : `<td>${escapeHtml(text)}</td>`,
    );
    return `<tr>${shown.join("")}</tr>`;
  });
  const stamped = stamp === null ? "" : `数据版本 ${stamp.dataVersion}　校验短码 ${stamp.shortCode}　`;
  const facts = [
    `申报单位：${head.organization}`,
    `推荐单位：${head.district}`,
    `状态：${head.state}`,
    ...(head.receivedOn === null ? [] : [`收到日期：${head.receivedOn}`]),
  ];
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${head.organization} 申报卷宗`)}</title>
<style>body{font:16px/1.6 sans-serif;margin:2rem;max-width:70rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #777;padding:.4rem .6rem;text-align:left;overflow-wrap:anywhere}</style>
</head>
<body>
${isDemonstration ? `<p><strong>${demonstrationText}</strong></p>` : ""}
<h1>${escapeHtml(`${year}${head.programme.name}申报卷宗`)}</h1>
<p>${facts.map(escapeHtml).join("<br>")}</p>
<table>
<thead><tr><th scope="col">编号</th><th scope="col">材料</th><th scope="col">文件</th><th scope="col">大小</th><th scope="col">SHA-256</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
<p>${escapeHtml(`${stamped}${madeOn}`)}</p>
</body>
</html>
`;
}
