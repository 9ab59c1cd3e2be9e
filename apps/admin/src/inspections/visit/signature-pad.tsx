import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { type PointerEvent, useEffect, useId, useRef } from "react";
import { colours } from "../../theme/theme.ts";
import { visitTexts as texts } from "./texts.ts";

/** In the picture's own points: sharp enough for print, small enough to keep. */
const size = { width: 900, height: 300 };

/** A field in which somebody signs with finger, pen or mouse. Every stroke is handed on at once; what was signed before stands in it. */
export function SignaturePad({
  label,
  signed,
  onSigned,
}: {
  label: string;
  signed: File | null;
  onSigned: (picture: Blob | null) => void;
}) {
  const labelId = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const before = useRef(signed);
  const tell = useRef(onSigned);
  tell.current = onSigned;
  useEffect(() => {
    const picture = before.current;
    if (picture === null) return;
    void createImageBitmap(picture).then((bitmap) => penOf(canvas.current)?.drawImage(bitmap, 0, 0));
  }, []);

  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const pen = penOf(event.currentTarget);
    pen?.beginPath();
    pen?.moveTo(...placeOf(event));
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const pen = penOf(event.currentTarget);
    pen?.lineTo(...placeOf(event));
    pen?.stroke();
  };
  const end = () => canvas.current?.toBlob((picture) => tell.current(picture));
  const clear = () => {
    penOf(canvas.current)?.clearRect(0, 0, size.width, size.height);
    onSigned(null);
  };

  return (
    <Box role="group" aria-labelledby={labelId}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1, maxWidth: 600 }}>
        <Typography id={labelId} sx={{ fontWeight: 500, flex: 1 }}>
          {label}
        </Typography>
        {signed === null ? null : <Button onClick={clear}>{texts.signAgain}</Button>}
      </Box>
      <Box
        component="canvas"
        ref={canvas}
        {...size}
        role="img"
        aria-label={signed === null ? `${label}：${texts.padLead}` : `${label}：${texts.signed}`}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        sx={{
          display: "block",
          width: "100%",
          maxWidth: 600,
          aspectRatio: "3 / 1",
          border: `1px dashed ${colours.edge}`,
          background: "#fff",
          touchAction: "none",
        }}
      />
      <Typography variant="body2" color="textSecondary">
        {signed === null ? texts.padLead : texts.signed}
      </Typography>
    </Box>
  );
}

function penOf(canvas: HTMLCanvasElement | null): CanvasRenderingContext2D | null {
  const pen = canvas?.getContext("2d") ?? null;
  if (pen === null) return null;
  pen.lineWidth = 5;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.strokeStyle = colours.ink;
  return pen;
}

/** Where the pen is, in the picture's own points. */
function placeOf({ nativeEvent: { offsetX, offsetY }, currentTarget }: PointerEvent<HTMLCanvasElement>) {
  const { clientWidth, clientHeight } = currentTarget;
  return [(offsetX * size.width) / clientWidth, (offsetY * size.height) / clientHeight] as const;
}
