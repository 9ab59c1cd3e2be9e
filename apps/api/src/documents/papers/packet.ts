import type { FormData, Forms } from "@shifan/rules";
import { annexDocument } from "../annexes/annex.ts";
import { cell, heading, label, lines, paragraph, rowHeight, table, value } from "../description/build.ts";
import type { Block, Place, PrintedDocument, Sheet } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import type { PaperOptions, Programme } from "./paper.ts";

export interface Packet {
  readonly programme: Programme;
  readonly organization: string;
  readonly forms: Forms;
  readonly data: FormData;
  /** Ids of the annexes to bind, in order. */
  readonly annexes: readonly string[];
  /** Every paper of the dossier in the order of binding, those of the annexes among them. */
  readonly papers: readonly PacketPaper[];
  /** What the round asks of copies and binding; empty where it asks nothing. */
  readonly instruction: string;
}

export interface PacketPaper {
  /** M01 … M14. */
  readonly number: string;
  readonly title: string;
  /** 第九条（一）. */
  readonly article: string;
  readonly places: readonly Place[];
  /** Whether it is printed in this packet, lies ready or is not needed, in words. */
  readonly state: string;
}

const columns = [1.8, 8.6, 3.7, 3.2, 3.7];
const wordsOfPlace: Readonly<Record<Place, string>> = { seal: "盖章", signature: "签字" };

/** 打印装订包: the order of the papers, then the annexes with 盖章处 and 签字处 marked, each with its own count of pages. */
export function packetDocument(packet: Packet, options: PaperOptions): PrintedDocument {
  const annexes = packet.annexes.flatMap(
    (id) => annexDocument(packet.forms, id, packet.data, { ...options, placesMarked: true }).sheets,
  );
  const title = "打印装订包";
  return { title: `${packet.organization}${title}`, sheets: [orderSheet(packet, title), ...annexes], ...options };
}

function orderSheet({ programme, organization, papers, instruction }: Packet, title: string): Sheet {
  const rows = papers.map(({ number, title: name, article, places, state }) =>
    rowOf(columns, rowHeight, [
      value(number),
      cell(lines(name)),
      value(article),
      value(places.map((place) => wordsOfPlace[place]).join("、")),
      value(state),
    ]),
  );
  const year = programme.roundYear === null ? "" : `${programme.roundYear}年度`;
  const blocks: Block[] = [
    heading(1, `${year}${programme.name}申报材料`),
    heading(1, "装订顺序"),
    paragraph(`申报单位：${organization}`),
    table(columns, rows, [
      rowOf(
        columns,
        rowHeight,
        ["编号", "材料名称", "依据", "盖章签字", "情况"].map((text) => label(text)),
      ),
    ]),
    ...(instruction === "" ? [] : [paragraph(instruction, { indent: true })]),
    paragraph("盖章处、签字处在各页用虚线标出。内容改动后，请按系统列出的页面重新打印、盖章、签字。", { indent: true }),
  ];
  return { title, part: "装订顺序", blocks };
}
