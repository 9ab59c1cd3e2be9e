import { create } from "qrcode";

/** The rows of a QR code, a character a module: "1" dark, "0" light; without the quiet zone around it. Level Q: a quarter may be unreadable. */
export function qrCode(text: string): string[] {
  const { modules } = create(text, { errorCorrectionLevel: "Q" });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => (modules.get(row, column) ? "1" : "0")).join(""),
  );
}
