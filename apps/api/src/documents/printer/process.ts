import type { PrintedDocument } from "../description/description.ts";
import type { PrintAnswer, PrintOrder } from "./messages.ts";
import { createRenderer } from "./render.ts";

/*
 * A process of its own that prints one document after the other, so that the server goes on answering meanwhile, and a fault
 * or a large document in foreign code cannot take it along.
 */

const render = createRenderer();

process.on("message", async ({ document, format }: PrintOrder) => {
  answer(await print(JSON.parse(document), format));
});

// The server is gone, in whatever way.
process.on("disconnect", () => process.exit(0));

async function print(document: PrintedDocument, format: PrintOrder["format"]): Promise<Uint8Array | Error> {
  try {
    return await render(document, format);
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause));
  }
}

function answer(printed: Uint8Array | Error): void {
  const residentBytes = process.memoryUsage.rss();
  const message: PrintAnswer =
    printed instanceof Error ? { problem: printed.message, residentBytes } : { file: printed, residentBytes };
  process.send?.(message);
}
