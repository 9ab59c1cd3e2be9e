import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import type { ApplicationFindings } from "@shifan/contract";
import { colours } from "../../theme/theme.ts";
import { applicationTexts as texts } from "../texts.ts";

/** What does not fit together in the form, in the policy's words. */
export function CrossChecks({ findings }: { findings: ApplicationFindings["findings"] }) {
  return (
    <Box sx={{ my: 1 }}>
      <Typography component="h3" variant="body2" sx={{ fontWeight: 600 }} gutterBottom>
        {texts.crossChecks}
      </Typography>
      {findings.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {texts.noCrossChecks}
        </Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, pl: 0, listStyle: "none" }}>
          {findings.map(({ code, check, message }) => (
            <Typography component="li" variant="body2" key={`${code}${check}`} sx={{ mb: 0.5 }}>
              <Chip label={code} sx={{ mr: 1, background: colours.amberSoft, color: colours.amber }} />
              {message}
            </Typography>
          ))}
        </Box>
      )}
    </Box>
  );
}
