export const officeGroupsTexts = {
  list: "部门群",
  lead: "部门的提醒除发给本人，还可以发到企业微信群。群里只说有什么事要办、哪天到期，不写单位和个人的信息；群机器人只发不收。",
  howTo:
    "在企业微信群里“添加群机器人”，把它的Webhook地址贴到这里。拿到地址的人都能在群里发消息，所以保存以后不再显示；换人管群时请换一个机器人。",
  unavailable: "本系统还没有设置企业微信群机器人的地址",
  unavailableLead: "接入以后也不会发送。请系统管理员按运行手册设置 WECOM_URL，再重新启动服务。",
  group: "群的名称",
  acts: "办理",
  of: (office: string) => `部门：${office}`,
  none: "没有接入",
  lost: "机器人已从群里移除，群里收不到提醒，请重新接入",
  tryIt: "发一条试试",
  tryOf: (office: string) => `给${office}的群发一条试试`,
  taken: (name: string) => `企业微信已收下，请到“${name}”看看有没有“群机器人已接通”。`,
  notTaken: (fault: string) => `没有发成：${fault}`,
} as const;
