import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { fileTexts as texts } from "./texts.ts";

/** By how much a page is enlarged, beginning with the width of its place. */
const zooms: readonly number[] = [1, 1.5, 2, 3];
type Change = (change: (before: number) => number) => void;

/** Turns the pages of a paper, enlarges it and turns it the right way up. */
export function PdfControls({
  pages,
  page,
  zoom,
  setPage,
  setZoom,
  setTurned,
}: {
  pages: number;
  page: number;
  zoom: number;
  setPage: Change;
  setZoom: Change;
  setTurned: Change;
}) {
  const step = zooms.indexOf(zoom);
  const zoomTo = (next: number) => setZoom((before) => zooms[next] ?? before);
  return (
    <Stack
      direction="row"
      className="no-print"
      role="group"
      aria-label={texts.controls}
      sx={{ alignItems: "center", mb: 0.5 }}
    >
      <Button disabled={page <= 1} onClick={() => setPage((before) => before - 1)}>
        {texts.previous}
      </Button>
      <Typography variant="body2" aria-live="polite">
        {texts.page(page, pages)}
      </Typography>
      <Button disabled={page >= pages} onClick={() => setPage((before) => before + 1)}>
        {texts.next}
      </Button>
      <Button disabled={step <= 0} onClick={() => zoomTo(step - 1)} sx={{ ml: "auto" }}>
        {texts.smaller}
      </Button>
      <Button disabled={step >= zooms.length - 1} onClick={() => zoomTo(step + 1)}>
        {texts.larger}
      </Button>
      <Button onClick={() => setTurned((before) => (before + 90) % 360)}>{texts.turn}</Button>
    </Stack>
  );
}
