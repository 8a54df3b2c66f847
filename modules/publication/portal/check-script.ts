/**
 * The script of the checking page: works out the SHA-256 of a file in the browser, so that the file never leaves the desk, and asks
 * for it. The page speaks of the file only when this script has just seen it. SHA-256 by FIPS 180-4, written out, because browsers lend theirs to pages under https only.
 */
export const checkScriptText = `(function(){
var d=document,K=[];
function primeRoots(){var n=2,out=[];while(out.length<64){for(var i=2,p=true;i*i<=n;i++)if(n%i===0){p=false;break}if(p)out.push(n);n++}return out}
function frac(x){return ((x-Math.floor(x))*4294967296)|0}
var primes=primeRoots(),H0=[];for(var a=0;a<64;a++){K[a]=frac(Math.cbrt?Math.cbrt(primes[a]):Math.pow(primes[a],1/3));if(a<8)H0[a]=frac(Math.sqrt(primes[a]))}
function sha(bytes){var n=bytes.length,total=((n+8>>6)+1)*64,m=new Uint8Array(total);m.set(bytes);m[n]=128;
var v=new DataView(m.buffer);v.setUint32(total-8,Math.floor(n/536870912));v.setUint32(total-4,n*8>>>0);
var h=H0.slice(),w=new Int32Array(64);
for(var o=0;o<total;o+=64){for(var i=0;i<64;i++){if(i<16)w[i]=v.getInt32(o+i*4);else{var x=w[i-15],y=w[i-2];
w[i]=(w[i-16]+((x>>>7|x<<25)^(x>>>18|x<<14)^x>>>3)+w[i-7]+((y>>>17|y<<15)^(y>>>19|y<<13)^y>>>10))|0}}
var A=h[0],B=h[1],C=h[2],D=h[3],E=h[4],F=h[5],G=h[6],I=h[7];
for(i=0;i<64;i++){var t=(I+((E>>>6|E<<26)^(E>>>11|E<<21)^(E>>>25|E<<7))+(E&F^~E&G)+K[i]+w[i])|0,
u=(((A>>>2|A<<30)^(A>>>13|A<<19)^(A>>>22|A<<10))+(A&B^A&C^B&C))|0;I=G;G=F;F=E;E=(D+t)|0;D=C;C=B;B=A;A=(t+u)|0}
h[0]=h[0]+A|0;h[1]=h[1]+B|0;h[2]=h[2]+C|0;h[3]=h[3]+D|0;h[4]=h[4]+E|0;h[5]=h[5]+F|0;h[6]=h[6]+G|0;h[7]=h[7]+I|0}
return h.map(function(x){return ('0000000'+(x>>>0).toString(16)).slice(-8)}).join('')}
var kept='opensti.checked-file';
function tell(){var a=d.getElementById('check-answer'),seen=null;if(!a)return;try{seen=JSON.parse(sessionStorage.getItem(kept));sessionStorage.removeItem(kept)}catch(e){}
if(!seen||seen.digest!==a.getAttribute('data-digest'))return;
a.querySelector('[data-for=file]').hidden=false;a.querySelector('[data-for=digest]').hidden=true;a.querySelector('[data-file-name]').textContent=seen.name}
function go(){var z=d.getElementById('check-file'),q=d.getElementById('check-digest'),f=d.getElementById('check-form'),box=d.getElementById('check-drop');if(!z||!q||!f||!box)return;
box.hidden=false;tell();
function take(file){if(!file)return;var r=new FileReader();r.onload=function(){q.value=sha(new Uint8Array(r.result));try{sessionStorage.setItem(kept,JSON.stringify({digest:q.value,name:file.name}))}catch(e){}f.submit()};r.readAsArrayBuffer(file)}
z.addEventListener('change',function(){take(z.files[0])});
box.addEventListener('dragover',function(e){e.preventDefault();box.classList.add('over')});
box.addEventListener('dragleave',function(){box.classList.remove('over')});
box.addEventListener('drop',function(e){e.preventDefault();box.classList.remove('over');take(e.dataTransfer.files[0])})}
if(d.readyState==='loading')d.addEventListener('DOMContentLoaded',go);else go();
})();`
