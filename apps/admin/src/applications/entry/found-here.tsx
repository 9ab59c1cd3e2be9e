import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { colours } from "../../theme/theme.ts";
import type { Finding } from "./place-findings.ts";
import { entryTexts as texts } from "./texts.ts";

/** What the cross-checks say now of the part that is open, and where else something does not fit. */
export function FoundHere({
  here,
  elsewhere,
  onChoose,
}: {
  here: readonly Finding[];
  elsewhere: readonly { readonly id: string; readonly title: string; readonly count: number }[];
  onChoose: (part: string) => void;
}) {
  const count = elsewhere.reduce((sum, each) => sum + each.count, 0);
  return (
    <Box component="section" aria-label={texts.crossChecks} aria-live="polite">
      <Typography component="h2" variant="h3" gutterBottom>
        {texts.crossChecks}
      </Typography>
      {here.length === 0 ? (
        <Typography variant="body2" color="textSecondary" gutterBottom>
          {texts.noneFound}
        </Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, mb: 1, pl: 0, listStyle: "none" }}>
          {here.map(({ code, check, level, message }) => (
            <Typography component="li" variant="body2" key={`${code}${check}`} sx={{ mb: 1 }}>
              <Chip
                label={code}
                sx={{
                  mr: 1,
                  ...(level === "error"
                    ? { background: colours.redSoft, color: colours.red }
                    : { background: colours.amberSoft, color: colours.amber }),
                }}
              />
              {message}
            </Typography>
          ))}
        </Box>
      )}
      {count === 0 ? null : (
        <>
          <Typography variant="body2" color="textSecondary">
            {texts.elsewhere(count)}
          </Typography>
          {elsewhere.map(({ id, title, count: found }) => (
            <Button key={id} onClick={() => onChoose(id)} sx={{ display: "block", textAlign: "left" }}>
              {title}（{found}）
            </Button>
          ))}
        </>
      )}
    </Box>
  );
}
