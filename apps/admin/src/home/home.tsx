import Typography from "@mui/material/Typography";
import { useMe } from "../shell/use-me.ts";
import { dayText, weekdayText } from "../texts/days.ts";
import { homeTexts } from "./texts.ts";

/** What waits for whoever has signed in. */
export default function Home() {
  const me = useMe();
  if (me === undefined) return null;
  return (
    <Typography component="h1" variant="h1">
      {homeTexts.greeting(dayText(me.today), weekdayText(me.today))}
    </Typography>
  );
}
