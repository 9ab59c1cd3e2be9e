import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import MenuItem from "@mui/material/MenuItem";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import type { SupervisionCounts, SupervisionStatistics } from "@shifan/contract";
import { useState } from "react";
import { Link as RouterLink } from "react-router";
import { useLook } from "../home/use-look.ts";
import { Card } from "../pages/card.tsx";
import { useMe } from "../shell/use-me.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { colours } from "../theme/theme.ts";
import { halfText, halvesUntil } from "./halves.ts";
import { reportsTexts as texts } from "./texts.ts";

const kinds: readonly string[] = ["half_year_report", "annual_report"];
const halvesOffered = 4;

/** Which reports are missing or late, district by district, in the half in which they fall due. */
export function Standing() {
  const me = useMe();
  if (me === undefined || !(me.acts.supervision_statistics ?? []).includes("read")) return null;
  return <StandingOn today={me.today} />;
}

function StandingOn({ today }: { today: string }) {
  const halves = halvesUntil(today, halvesOffered);
  const [half, setHalf] = useState(halves[0] ?? "");
  const path = `/api/v1/statistics/supervision?period=${half}`;
  const { data, error, isPending, refetch } = useLook<SupervisionStatistics>(path);
  const owed = data?.owed.filter(({ kind }) => kinds.includes(kind)) ?? [];
  return (
    <Card title={texts.standing(halfText(half))}>
      <TextField
        select
        label={texts.half}
        value={half}
        onChange={(event) => setHalf(event.target.value)}
        sx={{ minWidth: 180, mt: 0.5, mb: 1 }}
      >
        {halves.map((each) => (
          <MenuItem key={each} value={each}>
            {halfText(each)}
          </MenuItem>
        ))}
      </TextField>
      {error ? <ProblemNote cause={error} onAgain={refetch} /> : null}
      {isPending ? <Loading lines={2} /> : null}
      {data !== undefined && owed.length === 0 ? (
        <Typography color="textSecondary">{texts.nothingOwed}</Typography>
      ) : null}
      <Box sx={{ display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(480px, 1fr))", gap: 2 }}>
        {owed.map((each) => (
          <OneKind key={`${each.kind}${each.period}`} owed={each} />
        ))}
      </Box>
    </Card>
  );
}

function OneKind({ owed }: { owed: SupervisionStatistics["owed"][number] }) {
  const { kind, title, periodText, all, byDistrict } = owed;
  const name = `${periodText}${title}`;
  const [isWhole, setIsWhole] = useState(false);
  const owing = byDistrict.filter((each) => each.owed > 0);
  // Those who have something to make up for come first; where all went well the total says so.
  const wanting = owing.filter(({ late, doneLate }) => late + doneLate > 0);
  const rows = (isWhole ? owing : wanting).toSorted((one, other) => other.late - one.late);
  const filter = JSON.stringify({ kind, standing: "late" });
  return (
    <div>
      <Table size="small" aria-label={name}>
        <TableHead>
          <TableRow>
            <TableCell>{name}</TableCell>
            <TableCell align="right">{texts.owed}</TableCell>
            <TableCell align="right">{texts.done}</TableCell>
            <TableCell align="right">{texts.doneLate}</TableCell>
            <TableCell align="right">{texts.late}</TableCell>
            <TableCell align="right">{texts.open}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((each) => (
            <Counts key={each.key} name={each.name} counts={each} />
          ))}
          {owing.length === 1 && rows.length === 1 ? null : <Counts name={texts.all} counts={all} />}
        </TableBody>
      </Table>
      <Box sx={{ display: "flex", alignItems: "center", gap: 2, mt: 0.5 }}>
        {all.late === 0 ? null : (
          <Link component={RouterLink} to={`/obligations?filter=${encodeURIComponent(filter)}`} variant="body2">
            {texts.seeLate(name)}
          </Link>
        )}
        {owing.length > wanting.length && owing.length > 1 ? (
          <Button aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? texts.onlyWanting : texts.allDistricts(owing.length)}
          </Button>
        ) : null}
      </Box>
    </div>
  );
}

function Counts({ name, counts }: { name: string; counts: SupervisionCounts }) {
  const { owed, done, doneLate, late, open } = counts;
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {name}
      </TableCell>
      <TableCell align="right">{owed}</TableCell>
      <TableCell align="right">{done}</TableCell>
      <TableCell align="right">{doneLate}</TableCell>
      <TableCell align="right" sx={late > 0 ? { color: colours.red, fontWeight: 600 } : {}}>
        {late}
      </TableCell>
      <TableCell align="right">{open}</TableCell>
    </TableRow>
  );
}
