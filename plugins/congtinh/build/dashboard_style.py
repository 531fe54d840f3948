"""The looks of the editors' dashboard: light, dark and printed in black and white."""

STYLE = """
:root { color-scheme: light dark; --ground: #faf7f2; --raised: #fff; --text: #241d17; --quiet: #574c42; --rule:
  #ded3c4; --link: #8c1c15; --green: #17562f; --blue: #174f75; --amber: #6b4a05; --red: #96201a; --grey: #574c42 }
@media (prefers-color-scheme: dark) { :root { --ground: #171310; --raised: #211c17; --text: #f3ebe0; --quiet: #c9bdae;
  --rule: #40372e; --link: #ffb3a1; --green: #8fdcae; --blue: #9fd2f5; --amber: #ecca82; --red: #ffb3a1; --grey:
  #c9bdae } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 76rem; padding: 1rem 1rem 4rem; background: var(--ground); color: var(--text); font:
  1rem/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; overflow-wrap:
  break-word }
a { color: inherit }
a:hover { color: var(--link) }
:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.3 }
h2 { margin: 0 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid; font-size: 1.35rem }
h3 { margin: 1.5rem 0 .5rem; font-size: 1.05rem }
section { padding-top: 2.25rem }
p { margin: .5rem 0; max-width: 44rem }
.quiet { color: var(--quiet); font-size: .9375rem }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 10rem), 1fr)); gap: .75rem; margin:
  1.25rem 0 0; padding: 0; list-style: none }
.tiles a { display: block; height: 100%; padding: .75rem 1rem; border: 1px solid var(--rule); border-radius: 3px;
  background: var(--raised); text-decoration: none }
.tiles strong { display: block; font-size: 1.75rem; line-height: 1.2 }
.table { overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-size: .9375rem }
caption { padding: 1rem 0 .35rem; text-align: left; font-weight: 600; font-size: 1rem }
th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top }
th:first-child { padding-left: 0; min-width: 9rem }
thead th { border-bottom-color: currentColor; vertical-align: bottom; line-height: 1.4 }
tbody th { font-weight: 500 }
.number { text-align: right; white-space: nowrap }
.mark { white-space: nowrap; font-weight: 600 }
.mark span { display: inline-block; width: 1.2em; text-align: center }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
td { min-width: 7rem } .number { min-width: 0 }
.mark--green { color: var(--green) }
.mark--blue { color: var(--blue) }
.mark--amber { color: var(--amber) }
.mark--red { color: var(--red) }
.mark--grey { color: var(--grey) }
.bar { display: block; width: 100%; min-width: 6rem; height: .7rem; margin-top: .4rem }
.bar .whole { fill: var(--rule) }
.bar .part { fill: currentColor }
.weeks { display: block; width: 100%; max-width: 40rem; height: 5rem; color: var(--link) }
.weeks path { fill: currentColor }
.weeks .base { fill: var(--text) }
.columns { columns: 22rem; column-gap: 2rem; padding-left: 1.2em }
.columns li { break-inside: avoid; margin-bottom: .4rem }
@media print { :root { --ground: #fff; --raised: #fff; --text: #000; --quiet: #000; --rule: #999; --link: #000;
  --green: #000; --blue: #000; --amber: #000; --red: #000; --grey: #555 } body { max-width: none; padding: 0;
  font-size: 10pt } .table { overflow: visible } tr, .tiles li { break-inside: avoid } h2, h3, caption { break-after:
  avoid } }
"""
