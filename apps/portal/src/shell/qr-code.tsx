import { create } from "qrcode";

/** A QR code, drawn by the page itself: nothing of it goes anywhere. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const squares = Array.from({ length: size * size }, (_, place) => place)
    .filter((place) => modules.data[place])
    .map((place) => `M${place % size} ${Math.floor(place / size)}h1v1h-1z`)
    .join("");
  const quiet = 4;
  const side = size + 2 * quiet;
  return (
    <svg role="img" aria-label={label} width="200" height="200" viewBox={`${-quiet} ${-quiet} ${side} ${side}`}>
      <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
      <path d={squares} fill="#000" />
    </svg>
  );
}
