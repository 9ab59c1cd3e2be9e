/** What tests of other workspaces stand in the place of servers that are not here. */

export { startSmsGateway } from "./channels/sms-gateway.ts";
export { pushOf, startWechat } from "./channels/wechat.ts";
export { startWecom } from "./channels/wecom.ts";
export { readPdf } from "./documents/read-pdf.ts";
export { zip } from "./file-samples.ts";
export { startMailServer } from "./mail-server.ts";
