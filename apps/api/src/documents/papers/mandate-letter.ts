import { blankDay } from "../annexes/values.ts";
import { gap, heading, paragraph } from "../description/build.ts";
import type { Block, Piece, Place, PrintedDocument } from "../description/description.ts";
import type { PaperOptions, Programme } from "./paper.ts";

export interface MandateLetter {
  readonly programme: Programme;
  /** Whom it is addressed to. */
  readonly addressee: string;
  /** Filled in where known; empty to be written by hand. */
  readonly organization: string;
  readonly uscc: string;
  readonly name: string;
  readonly phone: string;
  /** Why the declaration is not covered, with its article. */
  readonly declarationArticle: string;
}

/** 授权书: an organization names the person who acts for it, to be stamped and signed. */
export function mandateLetter(letter: MandateLetter, options: PaperOptions): PrintedDocument {
  const title = "授权书";
  const { programme } = letter;
  const year = programme.roundYear === null ? blank("", 4) : String(programme.roundYear);
  const blocks: Block[] = [
    heading(1, title),
    gap(6),
    large([`${letter.addressee}：`], false),
    large([
      "兹授权",
      blank(letter.name, 7),
      "（联系电话",
      blank(letter.phone, 9),
      "）为本单位经办人，办理",
      year,
      `年度${programme.name}申报事项，包括填写、提交、补正申报材料，查询办理进度，接收通知。`,
    ]),
    large(["授权期限自", blankDay, "至", blankDay, "。更换经办人时，本单位另行出具授权书，本授权书同时失效。"]),
    large([`申报材料真实性声明由法定代表人本人签字，不在授权范围内（${letter.declarationArticle}）。`]),
    ...signed("单位名称（盖章）", letter.organization, "seal"),
    ...signed("统一社会信用代码", letter.uscc, null),
    ...signed("法定代表人（签字）", "", "signature"),
    ...signed("经办人（签字）", "", "signature"),
    gap(10),
    large([`日期：${blankDay}`], false),
  ];
  return { title, sheets: [{ title, part: "", blocks }], ...options };
}

function blank(text: string, width: number): Piece {
  return { blank: text, width };
}

function large(pieces: readonly Piece[], indent = true): Block {
  return { ...paragraph(pieces, { indent }), large: true };
}

function signed(label: string, value: string, place: Place | null): Block[] {
  return [gap(8), { ...paragraph([`${label}：`, blank(value, 12)], { place }), large: true }];
}
