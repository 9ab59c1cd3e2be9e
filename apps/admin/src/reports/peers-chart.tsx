import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import type { Report, ReportPeers } from "@shifan/contract";
import { useState } from "react";
import { Bars } from "../home/bars.tsx";
import { useDistrictNames } from "../policy/use-policy.ts";
import { colours } from "../theme/theme.ts";
import { aroundOwn } from "./around-own.ts";
import { reportsTexts as texts } from "./texts.ts";

/** One figure of all platforms of the period as bars, this one's in another colour; the figures stand beside them. */
export function PeersChart({ record, peers }: { record: Report; peers: ReportPeers }) {
  const [chosen, setChosen] = useState("");
  const districts = useDistrictNames();
  const shown = peers.figures.find(({ id }) => id === chosen) ?? peers.figures[0];
  if (shown === undefined) return <Typography color="textSecondary">{texts.noPeers}</Typography>;
  const { values, left } = aroundOwn(shown.values, record.id);
  const label = texts.chart(shown.name, shown.unit);
  return (
    <>
      <TextField
        select
        label={texts.chosenFigure}
        value={shown.id}
        onChange={(event) => setChosen(event.target.value)}
        sx={{ minWidth: 260, mt: 0.5, mb: 1.5 }}
      >
        {peers.figures.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <Bars
        label={label}
        bars={values.map(({ reportId, platformName, district, value }) => ({
          key: reportId,
          label: reportId === record.id ? texts.own(platformName) : platformName,
          title: `${platformName}（${districts.get(district) ?? district}）`,
          figure: value,
          // Only drawn: the figure beside the bar is exact.
          parts: [{ count: Math.max(0, Number(value)), colour: reportId === record.id ? colours.amber : colours.blue }],
        }))}
      />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {texts.chartLead}
        {left === 0 ? "" : texts.leftOut(left)}
      </Typography>
    </>
  );
}
