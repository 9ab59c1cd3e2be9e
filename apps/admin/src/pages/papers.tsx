import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { SaveLink } from "../files/save-link.tsx";
import { texts } from "../texts/texts.ts";

/** A paper that is there to be printed. */
export type Paper = { readonly label: string; readonly path: string };

const formats = ["pdf", "docx"] as const;

/** Papers to download, each as PDF and as DOCX. */
export function Papers({ papers }: { papers: readonly Paper[] }) {
  if (papers.length === 0) return <Typography color="textSecondary">{texts.nothingYet}</Typography>;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none", display: "flex", flexWrap: "wrap", columnGap: 4 }}>
      {papers.map(({ label, path }) => (
        <Typography component="li" variant="body2" key={path} sx={{ py: 0.5 }}>
          {label}
          {formats.map((format) => (
            <Box component="span" key={format} sx={{ ml: 1 }}>
              <SaveLink href={`${path}?format=${format}`} label={`${label} ${format.toUpperCase()}`}>
                {format.toUpperCase()}
              </SaveLink>
            </Box>
          ))}
        </Typography>
      ))}
    </Box>
  );
}
