import { deflateRawSync } from "node:zlib";

/** A PDF of at least so many bytes, the smallest that a reader opens. */
export function pdf(bytes = 0, mark = "x"): Buffer {
  const head = Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ");
  const tail = Buffer.from("\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");
  const padding = Math.max(0, bytes - head.length - tail.length);
  return Buffer.concat([head, Buffer.alloc(padding, mark), tail]);
}

export const png = () =>
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  );

export const jpeg = () => Buffer.concat([Buffer.from("ffd8ffe000104a46494600010100", "hex"), Buffer.alloc(200, 7)]);

/** The first box of an ISO media file. */
export function fileTypeBox(...brands: string[]): Buffer {
  const [major = "", ...compatible] = brands;
  const body = Buffer.from(`ftyp${major}\0\0\0\0${compatible.join("")}`, "latin1");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([length, body, Buffer.alloc(100)]);
}

export type ZipPart = {
  name: string;
  content: Buffer | string;
  /** What the archive says of itself instead of the truth. */
  claimedSize?: number;
  flags?: number;
};

/** A ZIP archive. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedSize, flags = 0 } of parts) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw, { level: 9 });
    const encoded = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claimedSize ?? raw.length, 22);
    local.writeUInt16LE(encoded.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimedSize ?? raw.length, 24);
    entry.writeUInt16LE(encoded.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, encoded, packed);
    directory.push(entry, encoded);
    offset += local.length + encoded.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const mainParts = { docx: "word/document.xml", xlsx: "xl/workbook.xml", pptx: "ppt/presentation.xml" };

/** An Office document, with parts of the test's own. */
export function office(kind: keyof typeof mainParts, ...parts: ZipPart[]): Buffer {
  return zip([
    { name: "[Content_Types].xml", content: '<?xml version="1.0"?><Types/>' },
    { name: mainParts[kind], content: `<?xml version="1.0"?><${kind}/>` },
    ...parts,
  ]);
}

export type CompoundStream = { name: string; content?: Buffer };

/** A compound file (Office 97–2003): its streams in sectors of 512 bytes, small ones in the stream of the root. */
export function compound(...streams: CompoundStream[]): Buffer {
  const sectorBytes = 512;
  const small = streams.map(({ content = Buffer.alloc(64) }) => content.length < 4_096);
  const contents = streams.map(({ content = Buffer.alloc(64) }) => content);
  const padded = (bytes: Buffer, unit: number) =>
    Buffer.concat([bytes, Buffer.alloc((unit - (bytes.length % unit)) % unit)]);
  const allocation = Buffer.alloc(sectorBytes, 0xff);
  const sectors: Buffer[] = [allocation];
  allocation.writeUInt32LE(0xfffffffd, 0);
  const append = (bytes: Buffer): number => {
    const first = sectors.length;
    const whole = padded(bytes, sectorBytes);
    for (let at = 0; at < whole.length; at += sectorBytes) {
      sectors.push(whole.subarray(at, at + sectorBytes));
      const sector = sectors.length - 1;
      const isLast = at + sectorBytes >= whole.length;
      allocation.writeUInt32LE(isLast ? 0xfffffffe : sector + 1, sector * 4);
    }
    return first;
  };

  let smallOffset = 0;
  const smallStream: Buffer[] = [];
  const places = contents.map((content, index) => {
    if (small[index] !== true) return append(content);
    const place = smallOffset / 64;
    smallStream.push(padded(content, 64));
    smallOffset += padded(content, 64).length;
    return place;
  });
  const rootPlace = smallStream.length === 0 ? 0 : append(Buffer.concat(smallStream));
  const entry = (name: string, type: number, first: number, size: number) => {
    const bytes = Buffer.alloc(128);
    bytes.write(name, 0, "utf16le");
    bytes.writeUInt16LE((name.length + 1) * 2, 64);
    bytes.writeUInt8(type, 66);
    bytes.writeUInt32LE(first, 116);
    bytes.writeUInt32LE(size, 120);
    return bytes;
  };
  const directory = append(
    Buffer.concat([
      entry("Root Entry", 5, rootPlace, smallOffset),
      ...streams.map(({ name }, index) => entry(name, 2, places[index] ?? 0, contents[index]?.length ?? 0)),
    ]),
  );
  const header = Buffer.alloc(sectorBytes, 0xff);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(header);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(directory, 48);
  header.writeUInt32LE(0xfffffffe, 68);
  header.writeUInt32LE(0, 76);
  return Buffer.concat([header, ...sectors]);
}
