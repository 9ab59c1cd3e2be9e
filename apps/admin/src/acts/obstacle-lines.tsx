import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import type { Obstacle } from "@shifan/contract";
import { Link as RouterLink } from "react-router";
import { actTexts } from "./texts.ts";

/** Where something that is missing can be supplied: a place in the console, and what it is called. */
export type Place = { readonly to: string; readonly label: string };

/** What is missing, in the words in which the act would be refused, with the article and the way to where it is supplied. */
export function ObstacleLines({
  obstacles,
  placeOf,
}: {
  obstacles: readonly Obstacle[];
  placeOf?: ((code: string) => Place | null) | undefined;
}) {
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {obstacles.map(({ code, title, detail, article }) => {
        const place = placeOf?.(code) ?? null;
        return (
          <li key={`${code} ${detail}`}>
            <strong>{title}</strong>：{detail}
            {article === null ? null : `（${article}）`}
            {place === null ? null : (
              <>
                {" "}
                <Link component={RouterLink} to={place.to} underline="always">
                  {actTexts.goTo(place.label)}
                </Link>
              </>
            )}
          </li>
        );
      })}
    </Box>
  );
}
