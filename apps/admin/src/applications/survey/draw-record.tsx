import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Survey } from "@shifan/contract";
import { fieldLabels } from "@shifan/contract/labels";
import { Facts, instant, long, text } from "../../pages/facts.tsx";
import { surveyTexts as texts } from "./texts.ts";

/** What it takes to draw again and come to the same. */
export function DrawRecord({ draw }: { draw: NonNullable<Survey["draw"]> }) {
  return (
    <Box component="details">
      <Box component="summary" sx={{ cursor: "pointer", fontWeight: 600 }}>
        {texts.draw}
      </Box>
      <Facts
        facts={[
          instant(texts.drawnAt, draw.drawnAt),
          text(texts.population, draw.population.length),
          long(fieldLabels.commitment, draw.commitment),
          long(fieldLabels.seed, draw.seed),
          long(texts.order, draw.order.join("、")),
        ]}
      />
      <Typography variant="caption" color="textSecondary">
        {texts.checkDraw}
      </Typography>
    </Box>
  );
}
