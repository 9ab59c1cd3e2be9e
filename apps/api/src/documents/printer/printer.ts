import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { PrintedDocument } from "../description/description.ts";
import type { PrintAnswer, PrintOrder } from "./messages.ts";
import type { PrintFormat } from "./render.ts";

/** Prints documents outside this process, one at a time, in the order in which they were asked for. */
export interface Printer {
  /**
   * The file of a document; the same document gives the same bytes.
   *
   * @throws PrintFault where the document could not be drawn in time or at all
   */
  print(document: PrintedDocument, format: PrintFormat): Promise<Buffer>;
  /** Ends the process; what is under way is a fault. */
  close(): Promise<void>;
}

export class PrintFault extends Error {}

export interface PrinterLimits {
  /** How long one document may take. */
  readonly patienceMilliseconds: number;
  /** Above so much memory the process is replaced after its document: foreign code keeps what a long list once needed. */
  readonly mostResidentBytes: number;
}

const usualLimits: PrinterLimits = { patienceMilliseconds: 120_000, mostResidentBytes: 500 * 1024 * 1024 };

/** A printer whose process starts with the first document and loads the typefaces once. */
export function createPrinter(limits: PrinterLimits = usualLimits): Printer {
  let process: ChildProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const begin = (): ChildProcess => {
    const begun = start();
    process = begun;
    // It may end by itself between two documents: the next one then begins another.
    begun.once("exit", () => {
      if (process === begun) process = null;
    });
    return begun;
  };

  const printNow = async (order: PrintOrder): Promise<Buffer> => {
    if (closed) throw new PrintFault("The printer was closed");
    const printing = process ?? begin();
    const answer = await ask(printing, order, limits.patienceMilliseconds);
    if (answer === null || answer.residentBytes > limits.mostResidentBytes) {
      printing.kill("SIGKILL");
      process = null;
    }
    if (answer === null) throw new PrintFault("The document was not printed in time, or its process ended");
    if ("problem" in answer) throw new PrintFault(answer.problem);
    return Buffer.from(answer.file);
  };

  return {
    print: (document, format) => {
      const order = { document: JSON.stringify(document), format };
      const printed = last.then(() => printNow(order));
      last = printed.catch(() => undefined);
      return printed;
    },
    close: async () => {
      closed = true;
      if (process === null || process.exitCode !== null || process.signalCode !== null) return;
      process.kill("SIGKILL");
      await once(process, "exit");
    },
  };
}

function start(): ChildProcess {
  // Beside the bundle it is a bundle of its own.
  const program = import.meta.url.endsWith(".ts") ? "./process.ts" : "./printer-process.js";
  return fork(fileURLToPath(new URL(program, import.meta.url)), {
    serialization: "advanced",
    // Flags of this process (a debugger's port, a test runner's loader) are not for that one.
    execArgv: ["--max-old-space-size=1024"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

/** The answer to an order; null where the process ended or took too long. */
async function ask(printing: ChildProcess, order: PrintOrder, patience: number): Promise<PrintAnswer | null> {
  const { promise, resolve } = Promise.withResolvers<PrintAnswer | null>();
  const give = (answer: PrintAnswer) => resolve(answer);
  const giveNone = () => resolve(null);
  printing.once("message", give).once("exit", giveNone).once("error", giveNone);
  const timer = setTimeout(giveNone, patience);
  try {
    printing.send(order, (problem) => problem && giveNone());
    return await promise;
  } finally {
    clearTimeout(timer);
    printing.off("message", give).off("exit", giveNone).off("error", giveNone);
  }
}
