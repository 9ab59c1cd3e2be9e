import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

/** A server that speaks as clamd does and finds one text in what it is sent. */
export async function startClamd(options: { finds?: string; reply?: string } = {}) {
  const { finds = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE", reply } = options;
  const received: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    let bytes = Buffer.alloc(0);
    socket.on("error", () => socket.destroy());
    socket.on("data", (piece) => {
      bytes = Buffer.concat([bytes, piece]);
      const content = readStream(bytes);
      if (content === null) return;
      received.push(content);
      socket.end(reply ?? (content.includes(finds) ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0"));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: { host: "127.0.0.1", port: (server.address() as AddressInfo).port },
    received,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

const command = "zINSTREAM\0";

/** The content once its end has come; null before. */
function readStream(bytes: Buffer): Buffer | null {
  if (bytes.toString("latin1", 0, command.length) !== command) return null;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > bytes.length) return null;
    pieces.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
