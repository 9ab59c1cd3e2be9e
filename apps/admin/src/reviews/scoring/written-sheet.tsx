import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Review } from "@shifan/contract";
import { reviewsTexts as texts } from "../texts.ts";
import { Anchors } from "./anchors.tsx";
import type { Sheet } from "./draft.ts";

const words = { whiteSpace: "pre-wrap", overflowWrap: "anywhere" } as const;

/** A sheet as it was written. */
export function WrittenSheet({ sheet, scores }: { sheet: Sheet; scores: NonNullable<Review["scores"]> }) {
  return (
    <>
      {sheet.items.map((item) => {
        const written = scores.items[item.id];
        return (
          <Box key={item.id} sx={{ py: 1, borderBottom: 1, borderColor: "divider" }}>
            <Anchors item={item} />
            <Typography sx={{ mt: 0.5, ...words }}>
              <strong>{written?.points ?? texts.notScored}</strong>
              {written?.comment ? `　${written.comment}` : ""}
            </Typography>
          </Box>
        );
      })}
      {sheet.directions.map(({ id, title }) =>
        scores.directions[id] ? (
          <Box key={id} sx={{ py: 1 }}>
            <Typography component="h3" variant="h3">
              {title}
            </Typography>
            <Typography sx={words}>{scores.directions[id]}</Typography>
          </Box>
        ) : null,
      )}
      <Typography component="h3" variant="h3" sx={{ mt: 1 }}>
        {texts.opinion}
      </Typography>
      <Typography sx={words}>{scores.opinion}</Typography>
    </>
  );
}
