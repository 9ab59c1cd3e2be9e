/** A tag of a document, without the prefix of its namespace, or the text between two. */
export type Tag =
  | { readonly kind: "open" | "empty"; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

const token = /<(\/?)(?:\w+:)?(\w+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|<[!?][^>]*>|([^<]+)/g;
const attribute = /(?:^|\s)(?:(\w+):)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What stands for a character in a document, as the character. */
function plain(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

/** An XML document as its tags and texts, in their order; nothing of it is looked up, and nothing else is understood. */
export function* tagsOf(document: string): Generator<Tag> {
  for (const [, closing, name, attributes = "", empty, text] of document.matchAll(token)) {
    if (text !== undefined) yield { kind: "text", text: plain(text) };
    else if (name !== undefined && closing !== "") yield { kind: "close", name };
    else if (name !== undefined) yield { kind: empty === "" ? "open" : "empty", name, attributes: read(attributes) };
  }
}

/** By name; one of a namespace as prefix:name. */
function read(written: string): ReadonlyMap<string, string> {
  return new Map(
    [...written.matchAll(attribute)].map(([, prefix, name = "", one, other]) => [
      prefix === undefined ? name : `${prefix}:${name}`,
      plain(one ?? other ?? ""),
    ]),
  );
}
