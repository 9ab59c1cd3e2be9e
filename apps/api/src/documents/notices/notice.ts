import type { NoticeKind } from "@shifan/rules";
import { printedDay } from "../annexes/values.ts";
import { cell, heading, label, lines, paragraph, rowHeight, table, value } from "../description/build.ts";
import type { PrintedDocument, Sheet } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import { textLines } from "../description/text.ts";
import { large, letterDocument } from "../letters/letter.ts";
import type { PaperOptions } from "../papers/paper.ts";

/** What the city announces, as data of the notice: printed, and given as text and HTML for the bureau's own site. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly title: string;
  /** 文号; empty where there is none. */
  readonly number: string;
  /** What the city has written; may be empty where the kind's own words say all. */
  readonly text: string;
  /** First and last day of a publicity, both included, until 24:00 of the last; null for other notices. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Under which address and telephone objections are taken; empty where the text says it. */
  readonly contact: string;
  readonly issuer: string;
  /** YYYY-MM-DD, Asia/Shanghai. */
  readonly issuedOn: string;
  /** On which the notice rests. */
  readonly article: string;
  readonly rows: readonly NoticeRow[];
}

/** A listed platform. The columns are those that everybody may see. */
export interface NoticeRow {
  readonly organization: string;
  readonly platform: string;
  readonly platformType: string;
  readonly district: string;
  /** 证书编号 and validity, YYYY-MM-DD, of a certified one; empty in a publicity. */
  readonly certificateNumber: string;
  readonly validFrom: string;
  readonly validTo: string;
}

/** A notice's parts in the order in which they are read, the same in every format. */
export interface NoticeParts {
  readonly paragraphs: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly listTitle: string;
}

const listTitles: Readonly<Record<NoticeKind, string>> = {
  publicity: "拟认定名单",
  certification: "认定名单",
  general: "名单",
};

export function noticeParts(notice: Notice): NoticeParts {
  const { kind, rows } = notice;
  const isNumbered = rows.some(({ certificateNumber }) => certificateNumber !== "");
  return {
    paragraphs: [...(notice.text.trim() === "" ? [] : textLines(notice.text)), ...ownWords(notice)],
    listTitle: `${listTitles[kind]}（${rows.length}家）`,
    head: [
      "序号",
      "单位名称",
      "平台名称",
      "类型",
      "推荐单位",
      ...(isNumbered ? ["证书编号", "有效期自", "有效期至"] : []),
    ],
    rows: rows.map((row, at) => [
      String(at + 1),
      row.organization,
      row.platform,
      row.platformType,
      row.district,
      ...(isNumbered ? [row.certificateNumber, row.validFrom, row.validTo] : []),
    ]),
  };
}

function ownWords({ kind, startsOn, endsOn, contact, article }: Notice): string[] {
  const to = contact === "" ? "" : `异议请向以下渠道提出：${contact}。`;
  if (kind === "publicity" && startsOn !== null && endsOn !== null) {
    return [
      `公示期为${printedDay(startsOn)}至${printedDay(endsOn)}24:00，首尾两日计算在内（${article}）。`,
      `公示期内对拟认定单位有异议的，请以真实姓名（单位名称）书面提出，写明具体事实并附证据；姓名和联系方式予以保密。${to}`,
      "公示不是认定。公示期满无异议的，再作认定决定；对一家单位的异议不影响其他单位。",
    ];
  }
  if (kind === "certification") {
    return [`资格从有效期首日起至末日止（含末日），按本通知所列日期计算（${article}）。证书编号可在公开查询中核对。`];
  }
  return [];
}

const columns = [1.2, 5.4, 5, 2.4, 3.2];
const numberedColumns = [1.5, 3.6, 3.4, 2.1, 1.9, 3.9, 3.1, 3.1];

/** A notice as a paper of the city. */
export function noticeDocument(notice: Notice, options: PaperOptions): PrintedDocument {
  const parts = noticeParts(notice);
  const widths = parts.head.length === columns.length ? columns : numberedColumns;
  const annexes: Sheet[] = [];
  if (parts.rows.length > 0) {
    const rows = parts.rows.map((row) =>
      rowOf(
        widths,
        rowHeight,
        row.map((text, at) => (at === 1 || at === 2 ? cell(lines(text)) : value(text))),
      ),
    );
    const head = rowOf(
      widths,
      rowHeight,
      parts.head.map((text) => label(text)),
    );
    const blocks = [paragraph("附件"), heading(1, parts.listTitle), table(widths, rows, [head])];
    annexes.push({ title: notice.title, part: "附件", blocks });
  }
  return letterDocument(
    {
      title: notice.title,
      number: notice.number,
      addressee: "",
      body: parts.paragraphs.map((text) => large(text)),
      meaning: null,
      enclosures: annexes.length === 0 ? [] : [parts.listTitle],
      annexes,
      office: notice.issuer,
      day: notice.issuedOn,
    },
    options,
  );
}
