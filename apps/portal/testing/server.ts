import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { type FakeApi, fakeApi } from "./fake-api.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** As strict as the product's own: nothing from elsewhere, nothing inline. */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export type PortalServer = { url: string; api: FakeApi; close(): Promise<void> };

/** Serves a built portal beside the fake API, every other address as the portal's page. */
export async function servePortal(folder: string, port = 0): Promise<PortalServer> {
  const api = fakeApi();
  const server = createServer(async (request, response) => {
    if (await api.handle(request, response)) return;
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://portal.test").pathname));
    const file = extname(path) === "" ? "/index.html" : path;
    try {
      const body = await readFile(join(folder, file));
      response.writeHead(200, {
        "content-type": types[extname(file)] ?? "application/octet-stream",
        "content-security-policy": contentSecurityPolicy,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  const { port: chosen } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${chosen}`,
    api,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
