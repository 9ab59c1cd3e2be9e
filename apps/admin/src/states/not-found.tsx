import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { Link } from "react-router";
import { reactAdminTexts } from "../texts/react-admin.ts";
import { texts } from "../texts/texts.ts";

/** An address that is no page. */
export function NotFound() {
  return (
    <>
      <Typography component="h1" variant="h1" gutterBottom>
        {reactAdminTexts.ra.page.not_found}
      </Typography>
      <Typography gutterBottom>{reactAdminTexts.ra.message.not_found}</Typography>
      <Button component={Link} to="/" variant="outlined">
        {texts.home}
      </Button>
    </>
  );
}
