import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { reviewsTexts as texts } from "../texts.ts";
import type { Sheet } from "./draft.ts";

/** One item of a sheet: its weight, and what its points stand for. */
export function Anchors({ item: { title, article, most, anchors } }: { item: Sheet["items"][number] }) {
  return (
    <>
      <Typography component="h3" variant="h3">
        {title}
        <Typography component="span" variant="caption" color="textSecondary" sx={{ ml: 1 }}>
          {texts.most(most)}　{article}
        </Typography>
      </Typography>
      <Box component="ul" sx={{ m: 0, mt: 0.5, p: 0, listStyle: "none" }}>
        {anchors.map(({ from, text }) => (
          <Typography component="li" variant="body2" color="textSecondary" key={from} sx={{ display: "flex" }}>
            <Box component="span" sx={{ width: 56, flexShrink: 0 }}>
              {texts.from(from)}
            </Box>
            {text}
          </Typography>
        ))}
      </Box>
    </>
  );
}
