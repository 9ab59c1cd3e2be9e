import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { colours } from "../theme/theme.ts";

export type Bar = {
  /** Where two bars may have one name. */
  readonly key?: string;
  readonly label: string;
  /** What is said of it besides, where the mouse rests. */
  readonly title?: string;
  /** What is written at the end of the bar. */
  readonly figure: string;
  /** Parts of the bar from left to right, each with its colour. */
  readonly parts: readonly { readonly count: number; readonly colour: string }[];
};

/** Counts as bars of one scale; the figures stand beside them, so that no colour says anything alone. */
export function Bars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const most = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0)));
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: "none", p: 0, m: 0, maxWidth: 1080 }}>
      {bars.map(({ label: name, figure, parts, key = name, title = name }) => (
        <Box component="li" key={key} sx={{ display: "flex", alignItems: "center", gap: 1, py: 0.25 }}>
          <Typography variant="body2" sx={{ width: 160, flexShrink: 0 }} noWrap title={title}>
            {name}
          </Typography>
          <Box aria-hidden sx={{ flex: 1, display: "flex", height: 16, background: colours.ground, borderRadius: 0.5 }}>
            {parts.map(({ count, colour }) => (
              <Box key={colour} sx={{ width: `${(100 * count) / most}%`, background: colour }} />
            ))}
          </Box>
          <Typography variant="body2" sx={{ width: 72, flexShrink: 0, textAlign: "right" }}>
            {figure}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
