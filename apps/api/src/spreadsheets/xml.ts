import { SaxesParser } from "saxes";

export type XmlHandlers = {
  /** Names without their prefix: programs choose their own. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
};

/** A part that is not XML, or not in UTF-8. */
export class XmlFault extends Error {
  override readonly name = "XmlFault";
}

/**
 * Reads XML piece by piece. Entities of a document's own are not known here, so that none can swell.
 *
 * @throws XmlFault, and whatever a handler throws to stop the reading
 */
export async function readXml(pieces: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("error", (cause) => {
    throw new XmlFault("the part is not well-formed", { cause });
  });
  parser.on("opentag", ({ name, attributes }) => handlers.open?.(localName(name), attributes));
  parser.on("closetag", ({ name }) => handlers.close?.(localName(name)));
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("cdata", (text) => handlers.text?.(text));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch (cause) {
      throw new XmlFault("the part is not UTF-8", { cause });
    }
  };
  for await (const piece of pieces) parser.write(decode(piece));
  parser.write(decode());
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The value of an attribute whatever its prefix, such as `r:id`. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([full]) => localName(full) === name)?.[1];
}
