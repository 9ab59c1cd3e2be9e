import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { Document, Page, pdfjs } from "react-pdf";
import "react-pdf/dist/Page/TextLayer.css";
import { Loading } from "../states/loading.tsx";
import { PdfControls } from "./pdf-controls.tsx";
import { fileTexts as texts } from "./texts.ts";
import { useWidth } from "./use-width.ts";

/** Worker, tables of characters, fonts and decoders are shipped with the pages (build/pdf-parts.ts). */
const shipped = `${import.meta.env.BASE_URL}assets/pdf-${pdfjs.version}/`;
pdfjs.GlobalWorkerOptions.workerSrc = `${shipped}pdf.worker.min.mjs`;
const options = {
  cMapUrl: `${shipped}cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${shipped}fonts/`,
  wasmUrl: `${shipped}decoders/`,
  useWasm: false,
};

/** A PDF, a page at a time, as wide as its place. @param file its address, or itself */
export default function PdfPages({ file, name }: { file: string | Blob; name: string }) {
  const [place, width] = useWidth();
  const [pages, setPages] = useState(0);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  const [turned, setTurned] = useState(0);
  const [isLocked, setIsLocked] = useState(false);
  const trouble = <Typography variant="body2">{isLocked ? texts.locked : texts.notOpened}</Typography>;
  return (
    <Box ref={place} role="group" aria-label={name}>
      {pages === 0 ? null : <PdfControls {...{ pages, page, zoom, setPage, setZoom, setTurned }} />}
      {isLocked ? trouble : null}
      {/* A large page scrolls in its place, also by the keyboard. */}
      <Box
        sx={{ overflowX: "auto", border: pages === 0 ? 0 : 1, borderColor: "divider" }}
        tabIndex={pages === 0 ? -1 : 0}
      >
        <Document
          file={file}
          options={options}
          onLoadSuccess={({ numPages }) => setPages(numPages)}
          // Whoever handed it in gave no password; without this the browser would ask for one in a window of its own.
          onPassword={() => setIsLocked(true)}
          loading={isLocked ? null : <Loading lines={4} />}
          error={trouble}
        >
          {width === 0 ? null : (
            <Page
              pageNumber={page}
              width={width * zoom}
              rotate={turned}
              renderAnnotationLayer={false}
              loading={<Loading lines={4} />}
              error={trouble}
            />
          )}
        </Document>
      </Box>
    </Box>
  );
}
