export const fileTexts = {
  download: "下载",
  downloadOf: (name: string) => `下载 ${name}`,
  notShown: (kind: string) => `${kind}不能在页面里打开，请下载查看。`,
  heicNotShown: "HEIC照片浏览器打不开，请下载查看。用苹果手机拍照时，相机格式选“兼容性最佳”，就能在页面里看。",
  sheets: "工作表",
  hiddenSheet: (name: string) => `${name}（隐藏）`,
  rowNumber: "行",
  emptySheet: "这张工作表是空的。",
  asSheet: "只列文字和数字，公式是上次保存的结果；格式、图表以下载的文件为准。",
  sheetCut: (rows: number) => `只列前${rows}行、40列以内，全部内容请下载查看；公式是上次保存的结果。`,
  unnamed: "文件",
  coming: (received: number, total: number | null): string =>
    received === 0
      ? "正在准备…"
      : total === null
        ? `已下载${fileTexts.size(received)}…`
        : `已下载${Math.floor((received / total) * 100)}%…`,
  saved: "已下载",
  notCome: "没有下载完：连接断了。请再试一次。",
  thisKind: "这种文件",
  picture: "文档里的图片",
  asDrawn: "页面里的样子和Word里的可能略有不同；链接不能点，以下载的文件为准。",
  notOpened: "这份文件没有打开，请下载查看。",
  locked: "这份PDF加了密码，不能在页面里打开。请让申报单位交没有密码的。",
  controls: "翻页和缩放",
  page: (page: number, pages: number) => `第${page}页，共${pages}页`,
  previous: "上一页",
  next: "下一页",
  larger: "放大",
  smaller: "缩小",
  turn: "旋转",
  print: "打开打印",
  size: (bytes: number) =>
    bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
} as const;
