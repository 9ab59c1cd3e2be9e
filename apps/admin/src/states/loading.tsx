import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import { texts } from "../texts/texts.ts";

const widths = ["100%", "83%", "66%", "89%", "72%", "95%"] as const;

/** While something is being fetched: the outline of what is to come, so that nothing jumps. */
export function Loading({ lines = 6 }: { lines?: number }) {
  return (
    <Box role="status" aria-label={texts.loading} sx={{ maxWidth: 960 }}>
      {widths.slice(0, lines).map((width) => (
        <Skeleton key={width} height={36} width={width} />
      ))}
    </Box>
  );
}
