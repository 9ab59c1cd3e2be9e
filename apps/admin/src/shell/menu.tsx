import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Drawer from "@mui/material/Drawer";
import List from "@mui/material/List";
import ListItemButton from "@mui/material/ListItemButton";
import ListSubheader from "@mui/material/ListSubheader";
import { useResourceDefinitions } from "ra-core";
import { useState } from "react";
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
        minHeight: 29,
        py: 0,
        fontSize: "0.875rem",
        borderLeft: "3px solid transparent",
        "&.Mui-selected": { borderLeftColor: colours.blue, background: colours.blueSoft, fontWeight: 600 },
      }}
    >
      {label}
    </ListItemButton>
  );
}

/** The entries of the menu, for this person. */
function Entries() {
  const me = useMe();
  const pages = new Set(Object.keys(useResourceDefinitions()));
  return (
    <List dense disablePadding component="div">
      <Item to="/" label={texts.home} />
      {me === undefined
        ? null
        : sectionsFor(me, pages).map(({ label, entries }) => (
            <Box key={label} role="group" aria-label={label}>
              <ListSubheader component="div" disableSticky sx={{ lineHeight: "22px", mt: 0.5, fontSize: "0.75rem" }}>
                {label}
              </ListSubheader>
              {entries.map(({ resource, label: name }) => (
                <Item key={resource} to={`/${resource}`} label={name} />
              ))}
            </Box>
          ))}
    </List>
  );
}

const width = 152;

/** The way through the work, beside the page. */
export function Menu() {
  return (
    <Box
      component="nav"
      aria-label={texts.navigation}
      className="no-print"
      sx={{ width, flexShrink: 0, background: "#fff", borderRight: `1px solid ${colours.line}`, pt: 0.5 }}
    >
      <Box sx={{ position: "sticky", top: 52, maxHeight: "calc(100vh - 56px)", overflowY: "auto" }}>
        <Entries />
      </Box>
    </Box>
  );
}

/** The same where it would take the room of the page: behind a button, and away again with the first choice. */
export function MenuButton() {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button
        color="inherit"
        variant="outlined"
        onClick={() => setIsOpen(true)}
        aria-haspopup="dialog"
        sx={{ flexShrink: 0 }}
      >
        {texts.menu}
      </Button>
      <Drawer open={isOpen} onClose={close} transitionDuration={0} aria-label={texts.navigation}>
        <Box component="nav" aria-label={texts.navigation} onClick={close} sx={{ width: 240, pt: 1 }}>
          <Entries />
        </Box>
      </Drawer>
    </>
  );
}
