import { runOnEmbedded } from "@shifan/db/testing";
import { wechatPushSuite } from "./push.suite.ts";

runOnEmbedded([wechatPushSuite]);
