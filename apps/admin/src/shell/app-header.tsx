import AppBar from "@mui/material/AppBar";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Toolbar from "@mui/material/Toolbar";
import Typography from "@mui/material/Typography";
import { useLogout } from "ra-core";
import { Link } from "react-router";
import { useDistrictNames } from "../policy/use-policy.ts";
import { dayText, weekdayText } from "../texts/days.ts";
import { texts } from "../texts/texts.ts";
import { colours } from "../theme/theme.ts";
import { MenuButton } from "./menu.tsx";
import { officeOf } from "./office.ts";
import { useIsNarrow } from "./use-is-narrow.ts";
import { useMe } from "./use-me.ts";

/** Product, day, and who is at work for which office. */
export function AppHeader() {
  const me = useMe();
  const districts = useDistrictNames();
  const logout = useLogout();
  const isNarrow = useIsNarrow();
  return (
    <AppBar position="sticky" className="no-print">
      <Toolbar variant="dense" sx={{ gap: 2, minHeight: 48, whiteSpace: "nowrap" }}>
        {isNarrow ? <MenuButton /> : null}
        <Typography component={Link} to="/" sx={{ color: "inherit", textDecoration: "none", fontWeight: 600 }}>
          {texts.product}
        </Typography>
        {me?.demo ? <Chip label={texts.demonstration} sx={{ background: "#ffd27d", color: colours.ink }} /> : null}
        <Box sx={{ flex: 1 }} />
        {me === undefined ? null : (
          <>
            <Typography variant="body2" sx={{ display: { xs: "none", md: "block" } }}>
              {dayText(me.today)} {weekdayText(me.today)}
            </Typography>
            <Typography variant="body2" noWrap>
              {me.user.name}
              {`（${me.grants.map((grant) => officeOf(grant, districts)).join("、")}）`}
            </Typography>
            <Button
              color="inherit"
              variant="outlined"
              href="/reminders"
              sx={{ flexShrink: 0, display: { xs: "none", sm: "inline-flex" } }}
            >
              {texts.myReminders}
            </Button>
            <Button color="inherit" variant="outlined" onClick={() => window.print()} sx={{ flexShrink: 0 }}>
              {texts.print}
            </Button>
            <Button color="inherit" variant="outlined" onClick={() => logout()} sx={{ flexShrink: 0 }}>
              {texts.signOut}
            </Button>
          </>
        )}
      </Toolbar>
    </AppBar>
  );
}
