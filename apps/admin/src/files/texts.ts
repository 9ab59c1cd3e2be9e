export const fileTexts = {
  download: "下载",
  notShown: "这种文件不能在页面里打开，请下载查看。",
  size: (bytes: number) =>
    bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
} as const;
