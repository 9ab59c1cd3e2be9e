import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { DistrictCell } from "../../cells/cells.tsx";
import { labelOfState } from "../../cells/state-chip.tsx";
import { dayText } from "../../texts/days.ts";
import { colours } from "../../theme/theme.ts";
import { applicationTexts as texts } from "../texts.ts";
import type { Case } from "./case.ts";
import { stagesOf } from "./stages.ts";

/** Where a case comes from and how far it is. */
export function Standing({ record }: { record: Case }) {
  const { year, district, origin, receivedOn, dataVersion, returned, reason, state } = record;
  return (
    <Box>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {texts.year(year)}　<DistrictCell district={district} />　{texts.origin[origin]}
        {receivedOn === null ? "" : `　${texts.receivedOn}${dayText(receivedOn)}`}　{texts.version(dataVersion)}
      </Typography>
      <Box
        component="ol"
        aria-label={texts.stages}
        sx={{ display: "flex", listStyle: "none", p: 0, m: 0, borderRadius: 1, overflow: "hidden" }}
      >
        {stagesOf(state).map(({ state: stage, standing }) => (
          <Box
            component="li"
            key={stage}
            {...(standing === "here" ? { "aria-current": "step" as const } : {})}
            sx={{
              flex: 1,
              textAlign: "center",
              py: 0.5,
              fontSize: "0.8125rem",
              fontWeight: standing === "here" ? 600 : 400,
              color: standing === "ahead" ? colours.inkQuiet : standing === "here" ? "#fff" : colours.blue,
              background: standing === "ahead" ? "#e3e9ef" : standing === "here" ? colours.blue : colours.blueSoft,
              borderRight: "1px solid #fff",
            }}
          >
            {labelOfState("applications", stage)}
          </Box>
        ))}
      </Box>
      {returned !== null && returned.resubmittedOn === null ? (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {texts.returnedUntil(returned.kind, dayText(returned.until))}：
          {returned.defects
            .map(({ material, field, text }) => [material, field, text].filter((each) => each !== null).join(" "))
            .join("；")}
        </Alert>
      ) : null}
      {reason === null ? null : (
        <Alert severity="info" sx={{ mt: 1 }}>
          {reason}
        </Alert>
      )}
    </Box>
  );
}
