/**
 * The portal's only script, under 3 kB: remembers light or dark, sorts and filters tables, shows what a point of a chart says.
 * Every page reads, links and prints without it. Written for browsers as old as those on office desks.
 */
export const script = `(function(){
var d=document,r=d.documentElement,k='opensti-theme',s=null;
try{s=localStorage.getItem(k)}catch(e){}
if(s==='dark'||s==='light')r.setAttribute('data-theme',s);
r.classList.add('js');
function all(q,n){return Array.prototype.slice.call((n||d).querySelectorAll(q))}
function dark(){var t=r.getAttribute('data-theme');return t?t==='dark':matchMedia('(prefers-color-scheme:dark)').matches}
function theme(){all('.theme').forEach(function(b){
function say(){b.textContent=b.getAttribute(dark()?'data-light':'data-dark')}
say();b.addEventListener('click',function(){var t=dark()?'light':'dark';r.setAttribute('data-theme',t);
try{localStorage.setItem(k,t)}catch(e){}say()})})}
function cellOf(row,i){var c=row.cells[i],v=c&&c.getAttribute('data-value');return v!==null&&v!==undefined&&v!==''?+v:c?c.textContent.trim():''}
function sort(){all('table[data-sort]').forEach(function(t){all('thead th',t).forEach(function(h,i){
if(!h.textContent.trim()||h.hasAttribute('data-fixed'))return;
var b=d.createElement('button');b.type='button';b.textContent=h.textContent;h.textContent='';h.appendChild(b);
b.addEventListener('click',function(){var down=h.getAttribute('aria-sort')==='ascending';
all('thead th',t).forEach(function(o){o.removeAttribute('aria-sort')});h.setAttribute('aria-sort',down?'descending':'ascending');
var body=t.tBodies[0];Array.prototype.slice.call(body.rows).sort(function(x,y){var a=cellOf(x,i),c=cellOf(y,i),
o=typeof a==='number'&&typeof c==='number'?a-c:String(a).localeCompare(String(c),r.lang);return down?-o:o}).forEach(function(x){body.appendChild(x)})})})})}
function filter(){all('[data-filter]').forEach(function(n){var p=d.createElement('p'),l=d.createElement('label'),h=d.createElement('span'),i=d.createElement('input');
p.className='filter';h.className='hidden';h.textContent=i.placeholder=n.getAttribute('data-filter');i.type='search';l.appendChild(h);l.appendChild(i);p.appendChild(l);n.parentNode.insertBefore(p,n);
i.addEventListener('input',function(){var q=i.value.trim().toLowerCase();
all('tbody tr,li[data-row]',n).forEach(function(x){x.hidden=q!==''&&x.textContent.toLowerCase().indexOf(q)<0});
all('.group',n).forEach(function(g){g.hidden=!all('tbody tr,li[data-row]',g).some(function(x){return !x.hidden})})})})}
function tips(){var tip=null;
function hide(){if(tip){tip.parentNode.removeChild(tip);tip=null}}
function show(e){var x=e.target.closest&&e.target.closest('[data-tip]');hide();if(!x)return;
tip=d.createElement('div');tip.className='tip';tip.textContent=x.getAttribute('data-tip');d.body.appendChild(tip);
var b=x.getBoundingClientRect(),w=tip.offsetWidth,left=Math.max(8,Math.min(b.left+b.width/2-w/2,r.clientWidth-w-8));
tip.style.left=left+scrollX+'px';tip.style.top=Math.max(0,b.top+scrollY-tip.offsetHeight-4)+'px'}
all('.chart [data-tip] title').forEach(function(t){t.parentNode.removeChild(t)});
d.addEventListener('mouseover',show);d.addEventListener('click',show);d.addEventListener('keydown',function(e){if(e.key==='Escape')hide()})}
function menus(){d.addEventListener('click',function(e){all('.menu[open]').forEach(function(m){if(!m.contains(e.target))m.open=false})})}
function go(){theme();tips();menus();setTimeout(filter,0);setTimeout(sort,50)}
if(d.readyState==='loading')d.addEventListener('DOMContentLoaded',go);else go();
})();`
