import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { forms, stamped } from "../../../testing/documents/forms.ts";
import { readDocx, unzipDocx } from "../../../testing/documents/read-docx.ts";
import { readPdf } from "../../../testing/documents/read-pdf.ts";
import { annexDocument } from "../annexes/annex.ts";
import { renderDocx } from "../docx/render-docx.ts";
import { fontPaths, isRare, readCoverage, readRareFont } from "./fonts.ts";
import { createPdfRenderer } from "./render-pdf.ts";
import { spelledOutNote } from "./spell-out.ts";

const renderPdf = createPdfRenderer();

/** The text wherever people write: the cover, a cell on a line, a list, a narrative. */
function documentWith(text: string) {
  return annexDocument(
    forms,
    "annex_2",
    {
      sections: {
        cover: { applicant_name: text },
        basics: { unit_nature: text, registered_capital: text },
        narratives: { basic_situation: text },
      },
      lists: { served: [{ enterprise_name: text, contact: text }] },
    },
    stamped,
  );
}

/** How often a text stands in another. */
function times(text: string, in_: string): number {
  return in_.split(text.replace(/\s/g, "")).length - 1;
}

describe("text of people is text, never markup", () => {
  test.each([
    ['#set page(fill: red) #read("/etc/passwd")'],
    ["$ x^2 $ *b* _i_ `code` \\ <label> @ref"],
    ["= heading\n- item\n+ number\n/ term: x"],
    ["</w:t></w:r><w:br/>&amp;&#x0;]]>"],
    ["\"quoted\" 'single' “中文” ``` ~ -- --- ... //comment /*x*/"],
    ['{"json": [1]} $ {template} %s \\u0041 \\n'],
    ["https://example.com/a?b=c#d"],
  ])("%s", async (text) => {
    const pdf = (await readPdf(renderPdf(documentWith(text)))).join("");
    expect(times(text, pdf)).toBe(6);
    expect(times(text, readDocx(await renderDocx(documentWith(text))))).toBe(6);
  });
});

describe("characters that cannot be drawn are printed as their code point", () => {
  test.each([
    ["\u0000", "〔U+0000〕"],
    ["\u202e", "〔U+202E〕"],
    ["𱁬", "〔U+3106C〕"],
    ["م", "〔U+0645〕"],
    ["😀", "〔U+1F600〕"],
    ["☐", "〔U+2610〕"],
  ])("%j in the PDF", async (character, printed) => {
    const [cover = "", , form = ""] = await readPdf(renderPdf(documentWith(`甲${character}乙`)));
    expect(cover).toContain(`甲${printed}乙`);
    expect(form).toContain(spelledOutNote);
  });

  test("a page without such characters says nothing of them", async () => {
    expect((await readPdf(renderPdf(documentWith("甲乙")))).join("")).not.toContain(spelledOutNote);
  });

  test("the DOCX keeps rare characters for the fonts of the reader, and no character that XML forbids", async () => {
    const docx = await renderDocx(documentWith("𠮷\u0000\ud800乙"));
    expect(readDocx(docx)).toContain("𠮷〔U+0000〕〔U+D800〕乙");
    expect(Object.values(unzipDocx(docx)).join("")).not.toContain("\u0000");
  });
});

test("every character of 通用规范汉字表 beyond the first plane that stands for names is in the typefaces", () => {
  const covers = readCoverage(fontPaths().map((path) => readFileSync(path)));
  for (const character of "㛃䶮𣲘𬇙𪨶𬭎𫖮𫍯𬀩𬱖𫘧𬭳𬭶")
    expect([character, covers(character.codePointAt(0) ?? 0)]).toEqual([character, true]);
  expect(covers("𠮷".codePointAt(0) ?? 0)).toBe(false);
});

/** The ideographs of GB 18030-2022, with those that its levels 1 and 2 have as well. */
const ideographsOfStandard: readonly (readonly [first: number, last: number])[] = [
  [0x3400, 0x4db5],
  [0x4e00, 0x9fef],
  ...[
    ...[0xf92c, 0xf979, 0xf995, 0xf9e7, 0xf9f1, 0xfa0c, 0xfa0d, 0xfa0e, 0xfa0f, 0xfa11, 0xfa13],
    ...[0xfa14, 0xfa18, 0xfa1f, 0xfa20, 0xfa21, 0xfa23, 0xfa24, 0xfa27, 0xfa28, 0xfa29],
  ].map((each) => [each, each] as const),
  [0x20000, 0x2a6d6],
  [0x2a700, 0x2b734],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
];

test("every ideograph of GB 18030-2022 is in the typefaces, the rare one included", () => {
  const ordinary = readCoverage(fontPaths().map((path) => readFileSync(path)));
  const rare = readCoverage([readRareFont()]);
  const missing: string[] = [];
  for (const [first, last] of ideographsOfStandard) {
    for (let codePoint = first; codePoint <= last; codePoint += 1) {
      if (!ordinary(codePoint) && !(isRare(codePoint) && rare(codePoint))) missing.push(codePoint.toString(16));
    }
  }
  expect(missing).toEqual([]);
});

describe("rare characters", () => {
  test("of CJK Extensions B to F (GB 18030, level 3) are drawn in the body, in a heading and in a footer", async () => {
    const rare = "𠮷𬭚𡃁𢌱𣏌𤳵𥻗𦈡𧒽𨭎𩾌𪚥𪜀𫜴𫝀𫠝𫠠𬺡𬺰𮯠";
    const [cover = "", , form = ""] = await readPdf(renderPdf(documentWith(rare)));
    expect(cover).toContain(rare);
    expect(form).toContain(rare);
    expect(form).not.toContain(spelledOutNote);
    expect(readDocx(await renderDocx(documentWith(rare)))).toContain(rare);
  });

  test("are taken to be there only where the typeface has all of them", () => {
    const covers = readCoverage([readRareFont()]);
    const claimed = Array.from({ length: 0x30000 - 0x20000 }, (_, at) => 0x20000 + at).filter(isRare);
    expect(claimed.length).toBeGreaterThan(60_000);
    expect(claimed.filter((codePoint) => !covers(codePoint))).toEqual([]);
  });
});
