import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { FileDescription } from "@shifan/contract";
import { acceptedFileTypes } from "@shifan/contract/labels";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { pathOf } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { SaveLink } from "./save-link.tsx";
import { fileTexts } from "./texts.ts";

/** Fetched with the first PDF, Word document or spreadsheet that is looked at. */
const PdfPages = lazy(() => import("./pdf-pages.tsx"));
const DocxPages = lazy(() => import("./docx-pages.tsx"));
const SheetPages = lazy(() => import("./sheet-pages.tsx"));

/** One file, shown in the page where a browser can. @param path where it is read; the file's own address when left out */
export function FilePreview({
  id,
  path = pathOf("files", id),
  known,
}: {
  id: string;
  path?: string;
  /** What the page has been told of the file already: it is then not asked for. */
  known?: Pick<FileDescription, "name" | "mediaType" | "size">;
}) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["file", path],
    queryFn: async (): Promise<NonNullable<typeof known>> => (await ask<FileDescription>({ method: "GET", path })).body,
    ...(known === undefined ? {} : { initialData: known }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading lines={2} />;
  const content = `${path}/content`;
  return (
    <Box component="figure" sx={{ m: 0, mb: 2, maxWidth: 1080 }}>
      <Typography component="figcaption" variant="body2" sx={{ mb: 0.5 }}>
        {data.name}（{fileTexts.size(data.size)}）{" "}
        <SaveLink href={content} known={data.name} label={fileTexts.downloadOf(data.name)}>
          {fileTexts.download}
        </SaveLink>
      </Typography>
      <Content {...data} url={content} />
    </Box>
  );
}

const wordDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const labelOf = (mediaType: string) =>
  (acceptedFileTypes as Readonly<Record<string, { label: string }>>)[mediaType]?.label ?? fileTexts.thisKind;

/** Kinds of images that browsers do not draw. */
const undrawn: readonly string[] = ["image/heic", "image/heif", "image/tiff"];

function Content({ mediaType, name, url }: { mediaType: string; name: string; url: string }) {
  if (mediaType === "application/pdf") {
    return (
      <Suspense fallback={<Loading lines={4} />}>
        <PdfPages file={url} name={name} />
      </Suspense>
    );
  }
  if (mediaType === wordDocument) {
    return (
      <Suspense fallback={<Loading lines={4} />}>
        <DocxPages file={url} name={name} />
      </Suspense>
    );
  }
  if (mediaType === spreadsheet) {
    return (
      <Suspense fallback={<Loading lines={4} />}>
        <SheetPages file={url} name={name} />
      </Suspense>
    );
  }
  if (mediaType.startsWith("image/") && !undrawn.includes(mediaType)) {
    return <Box component="img" src={url} alt={name} sx={{ maxWidth: "100%", border: 1, borderColor: "divider" }} />;
  }
  return (
    <Typography variant="body2" color="textSecondary">
      {/^image\/hei[cf]$/.test(mediaType) ? fileTexts.heicNotShown : fileTexts.notShown(labelOf(mediaType))}
    </Typography>
  );
}
