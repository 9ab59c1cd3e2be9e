import { open } from "node:fs/promises";

/** The bytes of an upload, read where they are needed: no file is ever held in memory as a whole. */
export type Source = {
  readonly size: number;
  /** The bytes from an offset on; fewer where the file ends before. */
  read(offset: number, length: number): Promise<Buffer>;
};

/** Opens a file for the length of a use. */
export async function withSource<Result>(path: string, use: (source: Source) => Promise<Result>): Promise<Result> {
  const handle = await open(path, "r");
  try {
    const { size } = await handle.stat();
    return await use({
      size,
      read: async (offset, length) => {
        const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
        return buffer.subarray(0, bytesRead);
      },
    });
  } finally {
    await handle.close();
  }
}

/** The source of bytes that are at hand. */
export function sourceOf(bytes: Buffer): Source {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(Math.min(offset, bytes.length), offset + length),
  };
}
