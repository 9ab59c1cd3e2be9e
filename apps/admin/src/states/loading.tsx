import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import { texts } from "../texts/texts.ts";

/** While something is being fetched: the outline of what is to come, so that nothing jumps. */
export function Loading({ lines = 6 }: { lines?: number }) {
  return (
    <Box role="status" aria-label={texts.loading} sx={{ maxWidth: 960 }}>
      {Array.from({ length: lines }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never change places
        <Skeleton key={place} height={36} width={`${100 - ((place * 17) % 40)}%`} />
      ))}
    </Box>
  );
}
