import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import type { Task, Tasks } from "@shifan/contract";
import { useResourceDefinitions } from "ra-core";
import { Link } from "react-router";
import { Card } from "../pages/card.tsx";
import { shortDayText } from "../texts/days.ts";
import { colours } from "../theme/theme.ts";
import { homeTexts as texts } from "./texts.ts";
import { addressOf } from "./work.ts";

/** Today's work, the most urgent first. */
export function TaskList({ tasks: { heading, tasks } }: { tasks: Tasks }) {
  const [greeting = heading, ...rest] = heading.split("\n");
  return (
    <Card>
      <Typography component="h1" variant="h1">
        {greeting}
      </Typography>
      {rest.map((line) => (
        <Typography key={line} sx={{ mt: 0.5 }}>
          {line}
        </Typography>
      ))}
      {tasks.length === 0 ? null : (
        <Box component="ol" aria-label={texts.now} sx={{ pl: 3, mb: 0 }}>
          {tasks.map((task) => (
            <TaskItem key={`${task.kind}${task.role}${task.district}${task.onBehalfOf}`} task={task} />
          ))}
        </Box>
      )}
    </Card>
  );
}

function TaskItem({ task }: { task: Task }) {
  const { text, isOverdue, daysLeft, mayAct, work } = task;
  const pages = useResourceDefinitions();
  return (
    <Box
      component="li"
      sx={{ py: 0.75, borderBottom: `1px solid ${colours.line}`, "&:last-child": { borderBottom: 0 } }}
    >
      <Box sx={{ display: "flex", alignItems: "flex-start", gap: 1 }}>
        <Box sx={{ flex: 1 }}>
          {text}
          {mayAct ? null : (
            <Typography variant="body2" color="textSecondary">
              {texts.second}
            </Typography>
          )}
        </Box>
        {daysLeft === null ? null : (
          <Chip
            label={daysLeft < 0 ? texts.overdue(-daysLeft) : texts.left(daysLeft)}
            sx={
              isOverdue
                ? { color: colours.red, background: colours.redSoft }
                : { color: colours.amber, background: colours.amberSoft }
            }
          />
        )}
        {work.resource in pages ? (
          <Button component={Link} to={addressOf(work)} variant="outlined" aria-label={`${texts.go}：${text}`}>
            {texts.go}
          </Button>
        ) : null}
      </Box>
    </Box>
  );
}

/** The dated things ahead; for whoever may read the trail, how it was last sealed. */
export function Upcoming({ tasks: { today, upcoming: tasks, checkpoint } }: { tasks: Tasks }) {
  return (
    <Card title={texts.upcoming}>
      {tasks.length === 0 ? <Typography color="textSecondary">{texts.nothingUpcoming}</Typography> : null}
      <Box component="ul" sx={{ pl: 0, m: 0, listStyle: "none" }}>
        {tasks.map(({ kind, role, district, text, dueOn }) => (
          <Box component="li" key={`${kind}${role}${district}`} sx={{ display: "flex", gap: 2, py: 0.5 }}>
            <Typography variant="body2" sx={{ width: 96, flexShrink: 0, color: colours.inkQuiet }}>
              {dueOn === null ? "" : shortDayText(dueOn, today)}
            </Typography>
            <Typography variant="body2">{text}</Typography>
          </Box>
        ))}
      </Box>
      {checkpoint === null ? null : (
        <Typography variant="body2" sx={{ mt: 1, color: checkpoint.isRecent ? colours.green : colours.red }}>
          {checkpoint.text}
        </Typography>
      )}
    </Card>
  );
}
