/**
 * What the browser of a test goes without. The last list on a command line is the only one that counts, so the driver's own stands here again:
 * what would change addresses, hold back the first picture or ask somebody else.
 */
const withoutFeatures = [
  ...["AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync"],
  ...[
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
  ],
  ...["NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch"],
  ...["ThirdPartyStoragePartitioning"],
  // The lists below the address bar, which nobody sees, are pages of their own: two per window, dearer than most of ours.
  ...["WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxPopup"],
  // A process kept ready for the next site, started for every page and mostly thrown away.
  "SpareRendererForSitePerProcess",
];

/** What Chromium is started with for a test: no window on a screen, and nothing of its own that a page of ours has no use for. */
export const browserSwitches: readonly string[] = [
  ...["--headless", "--no-sandbox", "--disable-gpu"],
  // What the browser itself asks of its maker's servers is no request of the page's.
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
  `--disable-features=${withoutFeatures.join(",")}`,
];
