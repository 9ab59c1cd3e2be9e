import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { useLogin } from "ra-core";
import { texts } from "../texts/texts.ts";
import { colours } from "../theme/theme.ts";
import { SignInSteps } from "./steps.tsx";
import { signInTexts } from "./texts.ts";

/** The door of the console. */
export function SignInPage() {
  const login = useLogin();
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
      <Box sx={{ width: 400, maxWidth: "100%" }}>
        <Typography sx={{ color: "#fff", mb: 1, textAlign: "center" }}>{texts.productLong}</Typography>
        <Paper sx={{ p: 4 }}>
          <Typography component="h1" variant="h1" sx={{ mb: 1 }}>
            {signInTexts.title}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
            {signInTexts.lead}
          </Typography>
          <SignInSteps onSignedIn={() => login({})} />
        </Paper>
      </Box>
    </Box>
  );
}
