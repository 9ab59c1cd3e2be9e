import type { ConnectOfficeGroup, Delivery, OfficeGroup } from "@shifan/contract";

const delivery: Delivery = {
  id: "c1f0a7e2-5b3d-4c8e-9a10-2d4f6b8c0e12",
  subject: "half_year_report",
  title: "半年工作总结",
  article: "第十二条",
  why: "“按时报送服务数据和服务情况”：平台的日期由我们定；提前20、7、2天提醒",
  resource: "obligations",
  recordId: "6a1f0c52-7b3e-4d0a-9c21-5d8e7f6a4b10",
  dueOn: "2026-07-20",
  occasion: "before-20",
  occasionName: "提前20天",
  audience: "platform",
  recipientId: "0e4d2c1b-9a87-4f65-b321-0f1e2d3c4b5a",
  recipientKind: "person",
  recipientName: "张三",
  state: "dead",
  plannedAt: "2026-06-30T09:00:00+08:00",
  withdrawnFor: null,
  way: "sms",
  attempts: 10,
  fault: "对方服务器忙（503）",
  settledAt: "2026-06-30T13:20:00+08:00",
  messageId: "8b2c4d6e-0f1a-4c3d-9e5f-7a6b5c4d3e2f",
  heading: "2026年上半年工作总结7月20日前交",
  lines: ["还有20天（14个工作日）。交给金水区工信部门，由其汇总报市工信局（第十二条、第十三条）。"],
  revision: 2,
  allowedActs: ["resend"],
};

const connecting: ConnectOfficeGroup = {
  name: "金水区中小企业科",
  robot: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7a0c-4bc4-97a0-0ec2b1fa5aaa",
};
const group: OfficeGroup = {
  id: "410105",
  officeName: "金水区",
  district: "410105",
  name: connecting.name,
  state: "connected",
  isReached: true,
  connectedAt: "2026-06-10T09:30:00+08:00",
  revision: 1,
  allowedActs: ["connect", "disconnect"],
};
const disconnected: OfficeGroup = {
  ...group,
  state: "disconnected",
  isReached: null,
  revision: 2,
  allowedActs: ["connect"],
};

/** Examples of what was told to whom, and in which groups. */
export const deliveryExamples = {
  listDeliveries: { responses: { 200: [delivery] } },
  readDelivery: { responses: { 200: delivery } },
  connectOfficeGroup: { request: connecting, responses: { 200: group } },
  disconnectOfficeGroup: { request: {}, responses: { 200: disconnected } },
  listOfficeGroups: { responses: { 200: { isAvailable: true, groups: [group] } } },
  readOfficeGroup: { responses: { 200: group } },
  tryRobot: { responses: { 200: { isTaken: true, fault: null } } },
  resendDelivery: { request: {}, responses: { 200: { ...delivery, revision: 3 } } },
};
