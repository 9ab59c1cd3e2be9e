import { createReadStream } from "node:fs";
import { connect, type Socket } from "node:net";

/** What the virus scanner said of a file. */
export type ScanResult = { clean: true } | { clean: false; found: string };

/** Hands a file to the virus scanner. @throws ScannerUnavailable when it gives no verdict */
export type ScanFile = (path: string) => Promise<ScanResult>;

export class ScannerUnavailable extends Error {
  override readonly name = "ScannerUnavailable";
}

/** Where clamd listens. */
export type ScannerAddress = { host: string; port: number };

const pieceBytes = 64 * 1_024;
const patienceMilliseconds = 60_000;

/** A client of clamd: the file streams to it (INSTREAM), so that it may run on another machine. */
export function createScanner(address: ScannerAddress, patience = patienceMilliseconds): ScanFile {
  return async (path) => {
    const reply = await ask(address, path, patience);
    if (reply === "stream: OK") return { clean: true };
    const [, found] = /^stream: (.+) FOUND$/.exec(reply) ?? [];
    if (found === undefined) throw new ScannerUnavailable(`clamd gave no verdict: ${reply.slice(0, 200)}`);
    return { clean: false, found };
  };
}

async function ask({ host, port }: ScannerAddress, path: string, patience: number): Promise<string> {
  const socket = connect({ host, port });
  const answered = new Promise<string>((resolve, reject) => {
    let said = "";
    socket.on("data", (piece) => {
      said += piece;
    });
    socket.once("end", () => resolve(said.replaceAll("\0", "").trim()));
    socket.once("error", reject);
    socket.setTimeout(patience, () => socket.destroy(new Error(`clamd was silent for ${patience} ms`)));
  });
  try {
    const [reply] = await Promise.all([answered, sendFile(socket, path)]);
    return reply;
  } catch (cause) {
    throw new ScannerUnavailable("clamd is not reached", { cause });
  } finally {
    socket.destroy();
  }
}

/** Every piece goes with its length before it; a length of nothing ends the file. */
async function sendFile(socket: Socket, path: string): Promise<void> {
  socket.write("zINSTREAM\0");
  for await (const piece of createReadStream(path, { highWaterMark: pieceBytes }) as AsyncIterable<Buffer>) {
    await write(socket, Buffer.concat([lengthOf(piece.length), piece]));
  }
  await write(socket, lengthOf(0));
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  // It may have heard enough: then its answer, not the broken pipe, is what counts.
  if (socket.readableEnded || socket.destroyed) return Promise.resolve();
  return new Promise((resolve, reject) => socket.write(bytes, (cause) => (cause ? reject(cause) : resolve())));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
