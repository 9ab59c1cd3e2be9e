import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { SaveLink } from "../files/save-link.tsx";
import { useMe } from "../shell/use-me.ts";
import { texts } from "../texts/texts.ts";
import { Card } from "./card.tsx";

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

/** The papers of a record in a card of their own, for whoever may print them; none where there are none. */
export function PapersCard({
  access,
  act = "print",
  papers,
}: {
  /** The resource and the act in the table of access; null where whoever reads the record may print. */
  access: string | null;
  act?: string;
  papers: readonly Paper[];
}) {
  const acts = useMe()?.acts;
  const mayPrint = access === null || (acts?.[access] ?? []).includes(act);
  if (!mayPrint || papers.length === 0) return null;
  return (
    <Card title={texts.papers} isScreenOnly>
      <Papers papers={papers} />
    </Card>
  );
}
