import { readFile, writeFile } from "node:fs/promises";
import { bind, type Loaded, loadPart } from "./bind.ts";
import type { MergeAnswer, MergeOrder, Part } from "./messages.ts";

/*
 * A process of its own that binds one dossier: scans of others are read here by foreign code, and many of them take much memory, none of which
 * touches the server.
 */

let parts: readonly Part[] = [];
let loaded: Loaded[] = [];

process.on("message", async (order: MergeOrder) => {
  process.send?.(await carryOut(order));
});

// The server is gone, in whatever way.
process.on("disconnect", () => process.exit(0));

async function carryOut(order: MergeOrder): Promise<MergeAnswer> {
  try {
    if (order.step === "inspect") {
      parts = order.parts;
      loaded = [];
      for (const part of parts) loaded.push(await loadPart(part));
      return { inspected: loaded.map((each) => each?.getPageCount() ?? null) };
    }
    const { bytes, pages } = await bind(await readFile(order.front), parts, loaded, order);
    await writeFile(order.into, bytes);
    return { bound: pages };
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}
