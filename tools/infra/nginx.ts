import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { root } from "../paths.mjs";

const example = (name: string) => readFileSync(join(root, "infra", "nginx", name), "utf8");

/** A server that stands for the API: it answers every request with the path and the headers it got, and the length of its body. */
export async function startUpstream(): Promise<Server> {
  const server = createServer((request, response) => {
    let bytes = 0;
    request.on("data", (piece: Buffer) => {
      if (bytes === 0) server.emit("body", request);
      bytes += piece.length;
    });
    request.on("end", () => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ path: request.url, method: request.method, headers: request.headers, bytes }));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

export interface Echo {
  readonly path: string;
  readonly method: string;
  readonly bytes: number;
  readonly headers: IncomingHttpHeaders;
}

export const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** A free port of this machine. */
async function freePort(): Promise<number> {
  const server = await startUpstream();
  const port = portOf(server);
  server.close();
  await once(server, "close");
  return port;
}

/** nginx with our limits and routes in a folder of its own, in front of an upstream; without TLS. */
export async function startNginx(upstreamPort: number): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "shifan-nginx-"));
  const port = await freePort();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `${kind}_temp_path ${join(folder, kind)};`,
  );
  mkdirSync(join(folder, "logs"));
  writeFileSync(
    join(folder, "limits.conf"),
    example("limits.conf").replace("127.0.0.1:3000", `127.0.0.1:${upstreamPort}`),
  );
  writeFileSync(join(folder, "routes.conf"), example("routes.conf"));
  const conf = `
    ${process.getuid?.() === 0 ? "user root;" : ""}
    daemon off;
    pid ${join(folder, "pid")};
    error_log stderr notice;
    events {}
    http {
      access_log off;
      ${temporary.join(" ")}
      include ${join(folder, "limits.conf")};
      server { listen 127.0.0.1:${port}; include ${join(folder, "routes.conf")}; }
    }`;
  writeFileSync(join(folder, "nginx.conf"), conf);
  const PATH = [process.env.PATH, "/usr/sbin"].join(delimiter);
  const nginx = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], {
    env: { ...process.env, PATH },
    stdio: ["ignore", "ignore", "pipe"],
  });
  await untilAtWork(nginx);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      nginx.kill("SIGTERM");
      if (nginx.exitCode === null) await once(nginx, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves when nginx has started its workers; rejects with what it said when it does not come to that. */
async function untilAtWork(nginx: ChildProcess): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    nginx.stderr?.on("data", (chunk: Buffer) => {
      said += chunk;
      if (said.includes("start worker process ")) resolve();
    });
    nginx.once("error", reject);
    nginx.once("exit", () => reject(new Error(`nginx did not start: ${said}`)));
  });
}
