/** Headlines, tables, statuses, notes: the parts that pages are put together from. */
export const contentRules = `
.intro{max-width:52rem;margin-bottom:var(--s6)}
.kicker{margin-bottom:.4rem;color:var(--muted)}
.kicker a{color:inherit}
.lead{margin-top:var(--s3);font-size:1.125rem;max-width:var(--text-width)}
.meta{display:flex;flex-wrap:wrap;gap:.25rem var(--s5);margin-top:var(--s3);color:var(--muted);font-size:.875rem}
section{margin-top:var(--s7)}
section>h2{margin-bottom:var(--s4)}
section>h2+p{margin-top:calc(-1*var(--s2));margin-bottom:var(--s4);color:var(--muted);max-width:var(--text-width)}
.count{margin-left:.4em;color:var(--muted);font-weight:400;font-size:.75em}
.panel{padding:var(--s5);border:1px solid var(--line);border-radius:var(--radius);background:var(--surface)}
.columns{display:grid;gap:var(--s5)}
@media (min-width:760px){.two{grid-template-columns:1fr 1fr}.aside{grid-template-columns:minmax(0,2fr) minmax(15rem,1fr);gap:var(--s7)}}
.meta .status{vertical-align:bottom}
.status{display:inline-flex;align-items:center;gap:.4em;white-space:nowrap;color:var(--status);font-weight:600}
.mark{flex:none;width:1em;height:1em;color:var(--status);fill:currentColor}
.l{fill:none;stroke:currentColor;stroke-width:1.7;stroke-linejoin:round}
.status.big{font-size:1.125rem;padding:.25rem .75rem;border-radius:999px;background:var(--status-soft)}
.answer{display:flex;flex-wrap:wrap;gap:var(--s4) var(--s7);margin:0 0 var(--s6);padding:var(--s4) 0 0;border-top:2px solid var(--ink)}
.answer>div{flex:0 1 auto}
.answer dt{color:var(--muted);font-size:.875rem}
.answer dd{margin:.15rem 0 0;font-size:1.5rem;font-weight:600;line-height:1.3}
.answer dd.first{font-size:clamp(2rem,1.5rem + 2vw,3rem);letter-spacing:-.02em;line-height:1.1}
.answer dd small{display:block;margin-top:.25rem;font-size:.875rem;font-weight:400;color:var(--muted);letter-spacing:0;line-height:1.5}
.counts{display:flex;flex-wrap:wrap;gap:var(--s3) var(--s6);margin-top:var(--s4)}
.counts li{display:flex;align-items:baseline;gap:.45rem}
.counts a{color:inherit;text-decoration:none}
.counts b{font-size:1.5rem;font-weight:600;line-height:1}
.counts .none{color:var(--muted)}
.counts .none b{font-weight:400}
.counts.tight{gap:.15rem var(--s4);margin-top:.6rem;font-size:.875rem}
.counts.tight b{font-size:1rem}
.counts .mark{align-self:center;width:.85em;height:.85em}
.counts span.word{color:var(--status);font-weight:600}
.elapsed{margin-top:var(--s5)}
.elapsed p{display:flex;justify-content:space-between;gap:var(--s4);margin-bottom:.4rem;font-size:.875rem;color:var(--muted)}
.views{display:flex;flex-wrap:wrap;gap:0;margin-bottom:var(--s5);border-bottom:1px solid var(--line)}
.views a{display:block;padding:.6rem 1rem;margin-bottom:-1px;color:var(--muted);text-decoration:none;border-bottom:3px solid transparent}
.views a:hover{color:var(--accent);border-color:var(--line)}
.views a[aria-current]{color:var(--ink);font-weight:600;border-color:var(--accent)}
.scroll{overflow-x:auto;-webkit-overflow-scrolling:touch}
table{width:100%;border-collapse:collapse}
caption{padding-bottom:var(--s2);text-align:left;font-weight:600}
th,td{padding:.6rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
thead th{font-size:.875rem;font-weight:400;color:var(--muted);vertical-align:bottom;border-bottom:1px solid var(--lineStrong);white-space:nowrap}
tbody th{font-weight:400}
.r{text-align:right}
td.r{white-space:nowrap}
td small{display:block;color:var(--muted)}
thead button{padding:0;border:0;background:none;color:inherit;cursor:pointer}
thead button:hover{color:var(--accent)}
th[aria-sort=ascending] button::after{content:" ▲"}
th[aria-sort=descending] button::after{content:" ▼"}
.group{margin-top:var(--s6)}
.group>h3{padding-bottom:.5rem;border-bottom:2px solid var(--ink)}
.name{font-weight:600}
.name a{color:var(--ink);text-decoration-color:var(--lineStrong)}
.name a:hover{color:var(--accent)}
.under{display:block;margin-top:.1rem;font-size:.875rem;font-weight:400;color:var(--muted)}
.tag{display:inline-block;margin-left:.35rem;padding:0 .4rem;border:1px solid var(--lineStrong);border-radius:var(--radius-small);font-size:.8125rem;font-weight:400;line-height:1.5;color:var(--muted);vertical-align:.08em;white-space:nowrap}
.tag.unsure{border-style:dashed}
.progress{min-width:12rem}
.progress span{display:flex;justify-content:space-between;font-size:.875rem;color:var(--muted)}
.filter{margin-bottom:var(--s4)}
.filter input{width:100%;max-width:24rem;height:2.5rem;padding:0 .75rem;border:1px solid var(--lineStrong);border-radius:var(--radius);background:var(--surface)}
.indicators{table-layout:fixed}
.indicators .c-name{width:26%}.indicators .c-status{width:12%}.indicators .c-progress{width:19%}.indicators .c-value{width:16%}.indicators .c-target{width:17%}.indicators .c-spark{width:10%}
.indicators td.r{white-space:normal;word-break:keep-all}
@media screen and (max-width:899px){
.indicators,.indicators tbody,.indicators tr{display:block}
.indicators thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.indicators tr{display:grid;grid-template-columns:1fr 1fr;gap:.5rem var(--s4);padding:var(--s4) 0;border-bottom:1px solid var(--line)}
.indicators td:empty{display:none}
.indicators th,.indicators td{padding:0;border:0;text-align:left}
.indicators .c-name{grid-column:1/-1;width:auto}
.indicators .c-status,.indicators .c-value,.indicators .c-target,.indicators .c-progress{width:auto}
.indicators .c-status{order:1;grid-column:1/-1}
.indicators .c-progress{order:2;grid-column:1/-1}
.indicators .c-value{order:3}.indicators .c-target{order:4}
.indicators .c-spark{display:none}
.indicators .c-value,.indicators .c-target{font-weight:600;line-height:1.4}
.indicators .c-value::before,.indicators .c-target::before{content:attr(data-label);display:block;font-size:.875rem;font-weight:400;color:var(--muted)}
.indicators td small{font-weight:400}
}
@media screen and (max-width:599px){
.cards,.cards tbody,.cards tr{display:block}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{display:grid;grid-template-columns:1fr 1fr;gap:.5rem var(--s4);padding:var(--s4) 0;border-bottom:1px solid var(--line)}
.cards th,.cards td{min-width:0;padding:0;border:0;text-align:left;white-space:normal;overflow-wrap:anywhere}
.cards tbody th,.cards .whole{grid-column:1/-1}
.cards [data-label]::before{content:attr(data-label);display:block;font-size:.875rem;font-weight:400;color:var(--muted)}
}
.rows>li{padding:var(--s4) 0;border-bottom:1px solid var(--line)}
.rows>li:first-child{border-top:1px solid var(--line)}
.rows h3{font-size:1.125rem}
.split{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.5rem var(--s5)}
.result{font-size:1.125rem;font-weight:600}
.tag.first{margin-left:0}
.name-list{columns:3 15rem;column-gap:var(--s6)}
.name-list li{padding:.3rem 0;break-inside:avoid}
.rows.plain>li{padding:.5rem 0}
.rows.plain>li:first-child{border-top:0}
.stories{display:grid;gap:0 var(--s7)}
@media (min-width:760px){.stories.wide{grid-template-columns:repeat(2,minmax(0,1fr))}}
.stories li{padding:var(--s4) 0;border-top:1px solid var(--line)}
.stories .kind{display:block;font-size:.875rem;color:var(--muted)}
.stories a{color:var(--ink);font-size:1.125rem;line-height:1.5;text-decoration:none}
.stories a:hover{color:var(--accent);text-decoration:underline}
.region{margin-top:var(--s7);padding-top:var(--s4);border-top:2px solid var(--ink)}
.region>h2{margin-bottom:var(--s2)}
.region .stories li:first-child{border-top:0}
.region>h2 a{color:var(--ink);text-decoration:none}
.region>h2 a:hover{color:var(--accent);text-decoration:underline}
.plan-line{padding:var(--s4) 0}
.plan-line h3{margin-bottom:.6rem;font-size:1.125rem;font-weight:600}
.plan-line .years{margin-left:.5rem;font-weight:400;font-size:.875rem;color:var(--muted)}
.tree ol{margin-left:.55rem;padding-left:1.1rem;border-left:1px solid var(--line)}
.tree li>div{display:grid;gap:0 var(--s5);padding:.5rem 0}
.tree .no{color:var(--muted);margin-right:.5rem}
.units{font-size:.875rem;color:var(--muted)}
.units a{color:inherit}
@media (min-width:760px){.tree li>div{grid-template-columns:minmax(0,1fr) 18rem}}
.note{margin-top:var(--s4);padding:var(--s3) var(--s4);border-left:4px solid var(--lineStrong);background:var(--sunken);border-radius:0 var(--radius) var(--radius) 0}
.note.lost{border-left-style:dashed}
.note h3,.note h4{margin-bottom:.35rem}
.note.warn{border-color:var(--behind)}
.says{display:grid;gap:var(--s3);margin-top:var(--s3)}
@media (min-width:760px){.says{grid-template-columns:repeat(auto-fit,minmax(16rem,1fr))}}
.says li{padding:var(--s3) var(--s4);border:1px solid var(--line);border-radius:var(--radius);background:var(--surface)}
.says p{font-weight:600}
.cite{font-size:.875rem;color:var(--muted);font-weight:400}
.cite a{color:inherit}
.formula{margin:var(--s3) 0;padding:var(--s3) var(--s4);background:var(--sunken);border-radius:var(--radius);font-size:1.125rem;overflow-wrap:anywhere}
.facts{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.5rem var(--s5)}
.facts dt{color:var(--muted)}
.facts dd{margin:0}
.prose{max-width:var(--text-width)}
.prose>*+*{margin-top:var(--s3)}
.prose ul,.prose ol.steps{padding-left:1.3em;list-style:disc}
.prose ol.steps{list-style:decimal}
.prose li+li{margin-top:.25rem}
.actions{display:flex;flex-wrap:wrap;gap:var(--s3) var(--s5);margin-top:var(--s3)}
.button{display:inline-flex;align-items:center;min-height:2.5rem;padding:0 1rem;border:1px solid var(--accent);border-radius:var(--radius);text-decoration:none}
.button:hover{background:var(--accentSoft)}
.drop{margin-top:var(--s4);padding:var(--s5) var(--s4);border:2px dashed var(--lineStrong);border-radius:var(--radius);background:var(--surface);text-align:center}
.drop.over{border-color:var(--accent);background:var(--accentSoft)}
.drop .button{cursor:pointer}
.drop:focus-within .button{outline:2px solid var(--accent);outline-offset:2px}
.drop p{margin-top:var(--s2);color:var(--muted)}
.ask{margin-top:var(--s4)}
.ask div{display:flex;flex-wrap:wrap;gap:var(--s2);margin-top:var(--s2)}
.ask input{flex:1 1 16rem;min-width:0;max-width:42rem;height:2.5rem;padding:0 .75rem;border:1px solid var(--lineStrong);border-radius:var(--radius);background:var(--surface);font-family:ui-monospace,Menlo,Consolas,monospace}
.ask button{background:var(--surface);cursor:pointer}
.facts code{overflow-wrap:anywhere}
.note .facts{margin-top:var(--s3)}
details.more{margin-top:var(--s3)}
details.more>summary{display:inline-block;padding:.35rem 0;color:var(--accent);cursor:pointer}
details.more[open]>summary{margin-bottom:var(--s2)}
.empty{padding:var(--s5);border:1px dashed var(--lineStrong);border-radius:var(--radius);color:var(--muted)}
.smalls{margin-top:var(--s4);display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:var(--s5) var(--s6)}
.smalls h4{font-size:1rem;line-height:1.4}
.smalls p{display:flex;justify-content:space-between;gap:var(--s3);margin:.15rem 0 .5rem;font-size:.875rem;color:var(--muted)}
.smalls h4 a{color:var(--ink)}
.amounts td,.amounts tbody th{vertical-align:middle}
.amounts th{white-space:nowrap}
.amounts thead td{border-bottom-color:var(--lineStrong)}
.amounts .c-bar{width:46%}
.amounts.plain .c-bar{width:0;padding:0}
.amounts td.note-row{padding-top:var(--s4);font-size:.875rem;color:var(--muted)}
.choice{display:flex;flex-wrap:wrap;gap:var(--s2);margin-bottom:var(--s4)}
.choice a,.choice b{display:inline-flex;align-items:center;min-height:2.5rem;padding:0 1rem;border:1px solid var(--lineStrong);border-radius:999px;color:var(--ink);text-decoration:none;font-weight:400}
.choice b{border-color:var(--accent);background:var(--accent);color:var(--onAccent)}
.choice a:hover{border-color:var(--accent);color:var(--accent)}
@media (max-width:599px){
.views a{padding:.6rem .7rem}
.panel{padding:var(--s4)}
.facts{grid-template-columns:1fr;gap:0}
.facts dd{margin-bottom:var(--s3)}
.opt{display:none}
.amounts .c-bar{padding-left:0;padding-right:0}
}`
