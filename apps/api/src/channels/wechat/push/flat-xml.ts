const field = /<([A-Za-z]{1,40})>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]{0,2000}))<\/\1>/g;

/** The fields of a message of WeChat's: one level of XML, its texts in CDATA. Entities and whatever else XML knows are not read. */
export function readFlatXml(text: string): ReadonlyMap<string, string> {
  const inner = /^\s*<xml>([\s\S]*)<\/xml>\s*$/.exec(text)?.[1] ?? "";
  return new Map([...inner.matchAll(field)].map(([, name = "", marked, plain]) => [name, marked ?? plain ?? ""]));
}

/** The same written. @throws RangeError for a text that would end its CDATA */
export function writeFlatXml(fields: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries(fields).map(([name, value]) => {
    if (typeof value === "number") return `<${name}>${value}</${name}>`;
    if (value.includes("]]>")) throw new RangeError(`${name} holds the end of a CDATA section`);
    return `<${name}><![CDATA[${value}]]></${name}>`;
  });
  return `<xml>${lines.join("")}</xml>`;
}
