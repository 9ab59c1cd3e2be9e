import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const built = join(import.meta.dirname, "../../../../apps/admin/dist/service-worker.js");

/** A place that serves a console of a few words, in one build after the other, with the built console's own worker; it can be out of reach. */
export interface UpgradedConsole {
  readonly url: string;
  /** Puts another build in the place of the present one, whose files are gone. */
  upgrade(words: string): void;
  reach(isReached: boolean): void;
  stop(): Promise<void>;
}

/** The worker as a build of these words would have it: with its version and its files. */
function workerOf(words: string): string {
  return readFileSync(built, "utf8")
    .replace(/const own = .*/, `const own = prefix + ${JSON.stringify(words)};`)
    .replace(/const files = .*/, `const files = ["/admin/assets/${encodeURIComponent(words)}.js"];`);
}

export async function serveUpgradedConsole(first: string): Promise<UpgradedConsole> {
  let words = first;
  let isReached = true;
  const answerOf = (path: string): [type: string, body: string] | null => {
    const script = `/admin/assets/${encodeURIComponent(words)}.js`;
    if (path === "/admin/service-worker.js") return ["text/javascript", workerOf(words)];
    if (path === script) return ["text/javascript", `document.querySelector("h1").textContent = "${words}";`];
    if (path.startsWith("/api/")) return ["application/json", '{"name":"不该留下的"}'];
    if (path.startsWith("/admin/assets/")) return null;
    return [
      "text/html; charset=utf-8",
      `<!doctype html><html><head></head><h1></h1><script src="${script}"></script></html>`,
    ];
  };
  const server: Server = createServer((request, response) => {
    if (!isReached) return request.socket.destroy();
    const answer = answerOf(request.url ?? "/");
    response.writeHead(answer === null ? 404 : 200, {
      "content-type": answer?.[0] ?? "text/plain",
      "cache-control": "no-store",
    });
    return response.end(answer?.[1] ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/admin/`,
    upgrade: (next) => {
      words = next;
    },
    reach: (next) => {
      isReached = next;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
