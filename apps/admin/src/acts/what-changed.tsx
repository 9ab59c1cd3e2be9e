import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Button from "@mui/material/Button";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import { labelOfField } from "@shifan/contract/labels";
import type { Tagged } from "../api/data-provider.ts";
import { useDistrictNames } from "../policy/use-policy.ts";
import { differencesOf } from "./differences.ts";
import { actTexts } from "./texts.ts";

/** What somebody else changed of a record since it was read, and whether the act is still open. */
export function WhatChanged({
  resource,
  before,
  now,
  act,
  onGoOn,
}: {
  /** As in the address. */
  resource: string;
  before: Tagged;
  now: Tagged;
  act: string;
  onGoOn: () => void;
}) {
  const differences = differencesOf({ resource, act, districts: useDistrictNames() }, before, now);
  const isStillOpen = (now.allowedActs as readonly string[] | undefined)?.includes(act) ?? true;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <AlertTitle>{actTexts.changed}</AlertTitle>
      {isStillOpen ? (differences.length === 0 ? actTexts.changedNothing : actTexts.changedLead) : actTexts.noLonger}
      {differences.length === 0 ? null : (
        <Table size="small" sx={{ my: 1 }}>
          <TableHead>
            <TableRow>
              <TableCell>{actTexts.field}</TableCell>
              <TableCell>{actTexts.was}</TableCell>
              <TableCell>{actTexts.is}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {differences.map(({ name, was, is }) => (
              <TableRow key={name}>
                <TableCell>{labelOfField(name)}</TableCell>
                <TableCell>{was}</TableCell>
                <TableCell>{is}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {isStillOpen ? <Button onClick={onGoOn}>{actTexts.goOn}</Button> : null}
    </Alert>
  );
}
