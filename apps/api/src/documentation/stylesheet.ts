/** How the page of the API looks: readable on a phone, in print, and in the dark. */
export const stylesheet = `:root { color-scheme: light dark; --line: #c9d3df; --soft: #f2f5f9; --link: #0b5394; }
@media (prefers-color-scheme: dark) { :root { --line: #44505e; --soft: #1d242c; --link: #8fc1f2; } }
* { box-sizing: border-box; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; }
a { color: var(--link); }
h1 { font-size: 1.6rem; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
article { margin: 1.5rem 0; padding: 0 1rem 1rem; border: 1px solid var(--line); border-radius: 8px; }
nav > ul { padding-left: 1.2rem; }
code, pre { font-family: ui-monospace, "SFMono-Regular", Consolas, monospace; font-size: 0.9em; }
pre { max-height: 24rem; overflow: auto; padding: 0.75rem; background: var(--soft); border-radius: 6px; }
summary { min-height: 44px; padding: 0.5rem 0; cursor: pointer; }
.address { overflow-wrap: anywhere; }
.refusal { margin: 0.2rem 0; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.4rem; border: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
:target { outline: 3px solid var(--link); outline-offset: 2px; }
`;
