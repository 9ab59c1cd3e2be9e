import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { SettingError } from "./settings.ts";

export type Listening = { port: number; close: () => Promise<void> };

/** The bot's own address: liveness, and the webhook where there is one. */
export function createHttpApp(webhook: Hono | null): Hono {
  const app = new Hono();
  app.get("/healthz", (context) => context.json({ status: "ok" }));
  if (webhook !== null) app.route("/", webhook);
  return app;
}

/** Serves until closed; requests under way are answered first. Rejects with a SettingError when it may not listen there. */
export function listen(app: Hono, host: string, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (address: AddressInfo) => {
      resolve({ port: address.port, close });
    });
    server.once("error", (cause: Error & { code?: string }) => {
      if (cause.code === "EADDRINUSE") reject(new SettingError("BOT_PORT", `应为空闲的端口，${port} 已被别的程序占用`));
      else if (cause.code === "EACCES") reject(new SettingError("BOT_PORT", `应为有权使用的端口，${port} 不允许使用`));
      else reject(new SettingError("HOST", `应为本机的地址，“${host}”不能监听`));
    });
    function close(): Promise<void> {
      return new Promise((closed) => {
        server.close(() => closed());
      });
    }
  });
}
