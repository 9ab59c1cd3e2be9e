import { runOnEmbedded } from "@shifan/db/testing";
import { staffNotesSuite } from "./staff-notes.suite.ts";

runOnEmbedded([staffNotesSuite]);
