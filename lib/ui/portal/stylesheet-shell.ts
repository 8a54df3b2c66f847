/** What every page has around its content. */
export const shellRules = `
.skip{position:absolute;left:var(--s4);top:-4rem;z-index:9;padding:var(--s2) var(--s4);background:var(--ink);color:var(--paper)}
.skip:focus{top:var(--s2);color:var(--paper)}
.wrap{max-width:var(--page-width);margin:0 auto;padding-left:clamp(1rem,4vw,2.5rem);padding-right:clamp(1rem,4vw,2.5rem)}
.site-header{border-top:4px solid var(--accent);border-bottom:1px solid var(--line);background:var(--surface)}
.site-header .wrap{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem var(--s5);padding-top:.75rem;padding-bottom:.75rem}
.brand{display:flex;align-items:baseline;gap:.6rem;color:var(--ink);text-decoration:none;line-height:1.3}
.brand b{font-size:1.25rem;font-weight:700;letter-spacing:-.01em}
.brand span{font-size:.875rem;color:var(--muted)}
.site-nav ul{display:flex;gap:var(--s5)}
.site-nav a,.menu summary{display:inline-block;padding:.375rem 0;color:var(--ink);text-decoration:none}
.site-nav a:hover,.menu summary:hover{color:var(--accent);text-decoration:underline;text-decoration-thickness:2px}
.site-nav a[aria-current]{box-shadow:inset 0 -2px var(--accent)}
.menu{position:relative}
.menu summary{cursor:pointer;list-style:none}
.menu summary::-webkit-details-marker{display:none}
.menu summary::after{content:"";display:inline-block;width:.4em;height:.4em;margin:0 0 .18em .45em;border:solid currentColor;border-width:0 1.5px 1.5px 0;transform:rotate(45deg)}
.menu ul{position:absolute;z-index:5;top:100%;left:-1rem;display:block;min-width:13rem;max-height:70vh;overflow:auto;padding:var(--s2) 0;background:var(--surface);border:1px solid var(--lineStrong);border-radius:var(--radius)}
.menu li a{display:block;padding:.4rem 1rem}
.menu li.child a{padding-left:2.25rem}
.find{display:flex;flex:1 1 10rem;min-width:0;max-width:24rem;margin-left:auto}
.find input{flex:1;min-width:0;height:2.5rem;padding:0 .75rem;border:1px solid var(--lineStrong);border-right:0;border-radius:var(--radius) 0 0 var(--radius);background:var(--surface)}
.find input::placeholder{color:var(--muted);opacity:1}
.find button{height:2.5rem;padding:0 1rem;border:1px solid var(--accent);border-radius:0 var(--radius) var(--radius) 0;background:var(--accent);color:var(--onAccent);cursor:pointer}
.find button:hover{background:var(--accentHover)}
.tools{display:flex;align-items:center;gap:var(--s3);font-size:.875rem}
.tools a,.tools button{display:inline-flex;align-items:center;min-height:2.25rem;padding:0 .25rem;border:0;background:none;color:var(--ink);cursor:pointer;text-decoration:none}
.tools a:hover,.tools button:hover{color:var(--accent);text-decoration:underline}
.theme{display:none!important}
.js .theme{display:inline-flex!important}
.crumbs{padding-top:var(--s4);font-size:.875rem;color:var(--muted)}
.crumbs ol{display:flex;flex-wrap:wrap;gap:0 .5rem}
.crumbs li+li::before{content:"/";margin-right:.5rem;color:var(--lineStrong)}
.crumbs li{padding:.25rem 0}
.crumbs a{color:var(--muted)}
main{display:block;padding-top:var(--s5);padding-bottom:var(--s8)}
.site-footer{border-top:1px solid var(--line);background:var(--sunken);font-size:.875rem;color:var(--muted)}
.site-footer .wrap{display:flex;flex-wrap:wrap;justify-content:space-between;gap:var(--s4) var(--s7);padding-top:var(--s6);padding-bottom:var(--s6)}
.site-footer p{max-width:38rem}
.site-footer ul{display:flex;flex-wrap:wrap;gap:var(--s2) var(--s5)}
.site-footer a{color:var(--ink)}
.tip{position:absolute;z-index:9;max-width:18rem;padding:.375rem .625rem;border-radius:var(--radius-small);background:var(--ink);color:var(--paper);font-size:.875rem;line-height:1.5;pointer-events:none}
@media (max-width:759px){
.find{order:5;flex-basis:100%;max-width:none}
.site-nav{order:4;flex-basis:100%}
.tools{margin-left:auto}
.brand span{display:none}
.site-header .wrap{gap:.25rem var(--s4)}
}`
