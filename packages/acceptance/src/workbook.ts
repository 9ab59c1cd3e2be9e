import { crc32 } from "node:zlib";

/** A sheet: its name, and its rows of texts, the headings first. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] };

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function sheetXml(rows: Sheet["rows"]): string {
  const body = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells
        .map((text, column) => {
          const place = `${String.fromCharCode(65 + column)}${row + 1}`;
          return `<c r="${place}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
        })
        .join("")}</row>`,
  );
  return `${head}<worksheet xmlns="${main}"><sheetData>${body.join("")}</sheetData></worksheet>`;
}

/** A workbook as a spreadsheet program would save one, with at most 26 columns; nothing in it is compressed. */
export function workbookOf(sheets: readonly Sheet[]): Buffer {
  const numbered = sheets.map((sheet, at) => ({ ...sheet, n: at + 1 }));
  const overrides = numbered.map(
    ({ n }) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`,
  );
  const listed = numbered.map(({ name, n }) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="rId${n}"/>`);
  const links = numbered.map(
    ({ n }) => `<Relationship Id="rId${n}" Type="${relations}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  return stored({
    "[Content_Types].xml": `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${overrides.join("")}</Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${packaged}/relationships">${links.join("")}</Relationships>`,
    ...Object.fromEntries(numbered.map(({ rows, n }) => [`xl/worksheets/sheet${n}.xml`, sheetXml(rows)])),
  });
}

/** The files of an archive, one after the other as they are. */
function stored(files: Readonly<Record<string, string>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, content] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    // 1 January 1980, the first day that an archive knows.
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(path.length, 22);
    const begin = Buffer.from([0x50, 0x4b, 3, 4]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    local.push(begin, common, path, content);
    central.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, entry, path);
    offset += begin.length + common.length + path.length + content.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
