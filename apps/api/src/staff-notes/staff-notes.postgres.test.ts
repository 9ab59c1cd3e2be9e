import { runOnPostgresql } from "@shifan/db/testing";
import { staffNotesSuite } from "./staff-notes.suite.ts";

runOnPostgresql([staffNotesSuite]);
