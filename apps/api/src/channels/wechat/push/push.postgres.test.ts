import { runOnPostgresql } from "@shifan/db/testing";
import { wechatPushSuite } from "./push.suite.ts";

runOnPostgresql([wechatPushSuite]);
