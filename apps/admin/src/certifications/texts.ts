export const certificationsTexts = {
  list: "示范平台",
  facts: "资格",
  unconfirmed: "待另一人确认",
  searchHelp: "写平台名称、单位名称或证书编号里的字",
  notFound: "没有找到，换几个字再查。",
} as const;
