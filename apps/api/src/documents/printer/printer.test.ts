import { afterEach, describe, expect, test } from "vitest";
import { forms, stamped } from "../../../testing/documents/forms.ts";
import { readPdf } from "../../../testing/documents/read-pdf.ts";
import { sample } from "../../../testing/documents/sample.ts";
import { annexDocument } from "../annexes/annex.ts";
import { createPdfRenderer } from "../pdf/render-pdf.ts";
import { createPrinter, type Printer, PrintFault } from "./printer.ts";

const open: Printer[] = [];
const generous = { patienceMilliseconds: 120_000, mostResidentBytes: 1024 ** 3 };

function printerWith(limits: Partial<typeof generous> = {}): Printer {
  const printer = createPrinter({ ...generous, ...limits });
  open.push(printer);
  return printer;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((printer) => printer.close()));
});

const small = annexDocument(forms, "annex_3", sample(1), stamped);

describe("the printer", () => {
  test("gives the bytes that drawing in this process gives, in both formats", async () => {
    const printer = printerWith();
    const [pdf, docx] = await Promise.all([printer.print(small, "pdf"), printer.print(small, "docx")]);
    expect(pdf.equals(createPdfRenderer()(small))).toBe(true);
    expect(docx.subarray(0, 2).toString("latin1")).toBe("PK");
  });

  test("leaves the server free while a long document is drawn", async () => {
    const printer = printerWith();
    const document = annexDocument(forms, "annex_2", sample(1_000), stamped);
    await printer.print(small, "pdf");
    const turns = { taken: 0 };
    const counting = setInterval(() => {
      turns.taken += 1;
    }, 10);
    const began = performance.now();
    await printer.print(document, "pdf");
    const took = performance.now() - began;
    clearInterval(counting);
    // Drawn here, there would be no turn at all; a crowded machine takes some of them.
    expect(turns.taken).toBeGreaterThan(took / 100);
    expect(await readPdf(await printer.print(small, "pdf"))).toHaveLength(1);
  });

  test("a document that cannot be drawn is a fault, and the next one is printed", async () => {
    const printer = printerWith();
    const broken = {
      ...small,
      sheets: [{ ...small.sheets[0], blocks: [{ kind: "table", columns: [], head: 1, rows: 2 }] }],
    };
    await expect(printer.print(broken as never, "pdf")).rejects.toThrow(PrintFault);
    expect((await printer.print(small, "pdf")).length).toBeGreaterThan(0);
  });

  test("a document that takes too long is a fault", async () => {
    const printer = printerWith({ patienceMilliseconds: 1 });
    await expect(printer.print(small, "pdf")).rejects.toThrow(PrintFault);
  });

  test("goes on in a new process where the old one has grown too large", async () => {
    const printer = printerWith({ mostResidentBytes: 1 });
    const printed = [await printer.print(small, "pdf"), await printer.print(small, "pdf")];
    expect(printed[1]?.equals(printed[0] ?? Buffer.of())).toBe(true);
  });

  test("prints nothing once it is closed", async () => {
    const printer = printerWith();
    await printer.close();
    await expect(printer.print(small, "pdf")).rejects.toThrow(PrintFault);
  });
});
