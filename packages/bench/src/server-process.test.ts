import { expect, test } from "vitest";
import { startServer } from "./server-process.ts";

const listening = `
  const server = require("node:http").createServer((request, response) => response.end(String(process.env.SETTING)));
  server.listen(0, "127.0.0.1", () => console.log("http://localhost:" + server.address().port + "/ is open"));
  process.on("SIGTERM", () => { server.close(); server.closeAllConnections(); });`;

test("a server is reached at the port it prints, has the given settings only, and is gone when stopped", async () => {
  const server = await startServer(["--eval", listening], { SETTING: "given" });
  expect(await (await fetch(server.origin)).text()).toBe("given");
  await server.stop();
  await expect(fetch(server.origin)).rejects.toThrow();
});

test("a program that ends before it listens is reported with what it said", async () => {
  await expect(startServer(["--eval", "console.error('no port'); process.exit(1)"], {})).rejects.toThrow("no port");
});
