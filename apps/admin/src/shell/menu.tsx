import Box from "@mui/material/Box";
import List from "@mui/material/List";
import ListItemButton from "@mui/material/ListItemButton";
import ListSubheader from "@mui/material/ListSubheader";
import { useResourceDefinitions } from "ra-core";
import { Link, useLocation } from "react-router";
import { texts } from "../texts/texts.ts";
import { colours } from "../theme/theme.ts";
import { sectionsFor } from "./navigation.ts";
import { useMe } from "./use-me.ts";

function Item({ to, label }: { to: string; label: string }) {
  const { pathname } = useLocation();
  const isHere = to === "/" ? pathname === "/" : pathname === to || pathname.startsWith(`${to}/`);
  return (
    <ListItemButton
      component={Link}
      to={to}
      selected={isHere}
      {...(isHere ? { "aria-current": "page" } : {})}
      sx={{
        minHeight: 36,
        py: 0.25,
        fontSize: "0.875rem",
        borderLeft: "3px solid transparent",
        "&.Mui-selected": { borderLeftColor: colours.blue, background: colours.blueSoft, fontWeight: 600 },
      }}
    >
      {label}
    </ListItemButton>
  );
}

/** The way through the work, for this person. */
export function Menu() {
  const me = useMe();
  const pages = new Set(Object.keys(useResourceDefinitions()));
  return (
    <Box
      component="nav"
      aria-label={texts.navigation}
      className="no-print"
      sx={{ width: 152, flexShrink: 0, background: "#fff", borderRight: `1px solid ${colours.line}`, pt: 1 }}
    >
      <List dense disablePadding component="div" sx={{ position: "sticky", top: 56 }}>
        <Item to="/" label={texts.home} />
        {me === undefined
          ? null
          : sectionsFor(me, pages).map(({ label, entries }) => (
              <Box key={label} role="group" aria-label={label}>
                <ListSubheader component="div" disableSticky sx={{ lineHeight: "28px", mt: 1, fontSize: "0.75rem" }}>
                  {label}
                </ListSubheader>
                {entries.map(({ resource, label: name }) => (
                  <Item key={resource} to={`/${resource}`} label={name} />
                ))}
              </Box>
            ))}
      </List>
    </Box>
  );
}
