import { readFile, writeFile } from "node:fs/promises";
import { Binding, countPages } from "./bind.ts";
import type { MergeAnswer, MergeOrder } from "./messages.ts";

/*
 * A process of its own that binds one dossier: scans of others are read here by foreign code, and many of them take much memory, none of which
 * touches the server.
 */

let binding: Promise<Binding> | null = null;

process.on("message", async (order: MergeOrder) => {
  process.send?.(await carryOut(order));
});

// The server is gone, in whatever way.
process.on("disconnect", () => process.exit(0));

async function carryOut(order: MergeOrder): Promise<MergeAnswer> {
  try {
    binding ??= Binding.open();
    const opened = await binding;
    if (order.step === "inspect") {
      const inspected: (number | null)[] = [];
      for (const part of order.parts) inspected.push(await opened.take(part));
      return { inspected };
    }
    if (order.step === "count") return { counted: await countPages(await readFile(order.path)) };
    const { bytes, pages } = await opened.bind(await readFile(order.front), order);
    await writeFile(order.into, bytes);
    return { bound: pages };
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}
