export const fileTexts = {
  download: "下载",
  notShown: "这种文件不能在页面里打开，请下载查看。",
  notOpened: "这份文件没有打开，请下载查看。",
  locked: "这份PDF加了密码，不能在页面里打开。请让申报单位交没有密码的。",
  controls: "翻页和缩放",
  page: (page: number, pages: number) => `第${page}页，共${pages}页`,
  previous: "上一页",
  next: "下一页",
  larger: "放大",
  smaller: "缩小",
  turn: "旋转",
  size: (bytes: number) =>
    bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
} as const;
