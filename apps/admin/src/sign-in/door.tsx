import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { texts } from "../texts/texts.ts";
import { colours } from "../theme/theme.ts";

/** The page before the console: one thing to do in its middle. */
export function Door({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <Box
      component="main"
      sx={{
        minHeight: "100vh",
        display: "grid",
        placeItems: "center",
        background: `linear-gradient(${colours.blueDeep}, ${colours.blue} 45%, ${colours.ground} 45%)`,
        p: 2,
      }}
    >
      <Box sx={{ width: 420, maxWidth: "100%" }}>
        <Typography sx={{ color: "#fff", mb: 1, textAlign: "center" }}>{texts.productLong}</Typography>
        <Paper sx={{ p: 4 }}>
          <Typography component="h1" variant="h1" sx={{ mb: 1 }}>
            {title}
          </Typography>
          {lead === undefined ? null : (
            <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
              {lead}
            </Typography>
          )}
          {children}
        </Paper>
      </Box>
    </Box>
  );
}
