import Box from "@mui/material/Box";
import { pathOf } from "../api/data-provider.ts";
import { SaveLink } from "../files/save-link.tsx";
import { recommendationTexts as texts } from "./texts.ts";

/** The letter as a paper to be sealed. */
export function LetterLinks({ id }: { id: string }) {
  return Object.entries(texts.formats).map(([format, name]) => (
    <Box component="span" key={format} sx={{ mr: 2 }}>
      <SaveLink href={`${pathOf("recommendations", id, "letter")}?format=${format}`}>{texts.download(name)}</SaveLink>
    </Box>
  ));
}
