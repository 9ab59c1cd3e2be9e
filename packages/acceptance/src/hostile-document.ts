import { zip } from "@shifan/api/testing";

const namespaces = Object.entries({
  w: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  r: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  wp: "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
  a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  pic: "http://schemas.openxmlformats.org/drawingml/2006/picture",
  v: "urn:schemas-microsoft-com:vml",
})
  .map(([prefix, address]) => `xmlns:${prefix}="${address}"`)
  .join(" ");
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const elsewhere = "http://elsewhere.example";

const text = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`;
const paragraph = (content: string) => `<w:p>${content}</w:p>`;
const linked = (id: string, words: string) => paragraph(`<w:hyperlink r:id="${id}">${text(words)}</w:hyperlink>`);
const picture = paragraph(
  `<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><a:graphic><a:graphicData uri="${"http://schemas.openxmlformats.org/drawingml/2006/picture"}"><pic:pic><pic:blipFill><a:blip r:link="rId3" r:embed="rId3"/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
);
/** Lies over the whole page, were it let. */
const cover = paragraph(
  `<w:r><w:pict><v:shape style="position:fixed;left:0;top:0;width:2000pt;height:2000pt;background:url(${elsewhere}/cover)"><v:imagedata r:id="rId3" src="${elsewhere}/cover.png"/></v:shape></w:pict></w:r>`,
);
const relation = (id: string, kind: string, target: string, isExternal = true) =>
  `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"${isExternal ? ' TargetMode="External"' : ""}/>`;
const relationsOf = (...all: string[]) =>
  `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships">${all.join("")}</Relationships>`;

/** A Word document with everything in it that could reach out of it: a script in a link, links and pictures elsewhere, a page of its own. */
export function hostileDocument(words: string): Uint8Array<ArrayBuffer> {
  const body = [
    paragraph(text(words)),
    linked("rId1", "点这里"),
    linked("rId2", "外面的网站"),
    picture,
    cover,
    '<w:altChunk r:id="rId4"/>',
  ];
  const xml = "application/xml";
  const types = [
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    `<Default Extension="xml" ContentType="${xml}"/>`,
    `<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>`,
  ];
  const page = `<html><body><img src="${elsewhere}/chunk" onerror="top.reached = 1"/></body></html>`;
  return Uint8Array.from(
    zip([
      {
        name: "[Content_Types].xml",
        content: `<?xml version="1.0"?><Types xmlns="${packages}/content-types">${types.join("")}</Types>`,
      },
      { name: "_rels/.rels", content: relationsOf(relation("rId1", "officeDocument", "word/document.xml", false)) },
      {
        name: "word/document.xml",
        content: `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body.join("")}</w:body></w:document>`,
      },
      {
        name: "word/_rels/document.xml.rels",
        content: relationsOf(
          relation("rId1", "hyperlink", "javascript:top.reached = 1"),
          relation("rId2", "hyperlink", `${elsewhere}/`),
          relation("rId3", "image", `${elsewhere}/picture.png`),
          relation("rId4", "aFChunk", "chunk.xml", false),
        ),
      },
      { name: "word/chunk.xml", content: page },
    ]),
  );
}
