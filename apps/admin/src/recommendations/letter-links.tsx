import Link from "@mui/material/Link";
import { pathOf } from "../api/data-provider.ts";
import { recommendationTexts as texts } from "./texts.ts";

/** The letter as a paper to be sealed. */
export function LetterLinks({ id }: { id: string }) {
  return Object.entries(texts.formats).map(([format, name]) => (
    <Link key={format} href={`${pathOf("recommendations", id, "letter")}?format=${format}`} download sx={{ mr: 2 }}>
      {texts.download(name)}
    </Link>
  ));
}
