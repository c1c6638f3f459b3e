var schedviz=(()=>{var to=Object.defineProperty;var Ui=Object.getOwnPropertyDescriptor;var Di=Object.getOwnPropertyNames;var Hi=Object.prototype.hasOwnProperty;var X=(t,e)=>{for(var n in e)to(t,n,{get:e[n],enumerable:!0})},Vi=(t,e,n,o)=>{if(e&&typeof e=="object"||typeof e=="function")for(let s of Di(e))!Hi.call(t,s)&&s!==
n&&to(t,s,{get:()=>e[s],enumerable:!(o=Ui(e,s))||o.enumerable});return t};var Xi=t=>Vi(to({},"__esModule",{value:!0}),t);var Jf={};X(Jf,{copy:()=>Ge,cores:()=>ee,details:()=>kt,format:()=>I,groups:()=>Vt,hit:()=>$s,lanes:()=>wo,layout:()=>Jo,lazy:()=>Ne,model:()=>Pe,state:()=>Zf,states:()=>uo,
steps:()=>mo,theme:()=>B,timeline:()=>Xf,totals:()=>Ae,wakes:()=>Ze});var Yi={f64:Float64Array,i32:Int32Array,u8:Uint8Array};function eo(t){if(Uint8Array.fromBase64)return Uint8Array.fromBase64(t);let e=atob(t),n=new Uint8Array(e.
length);for(let o=0;o<e.length;o++)n[o]=e.charCodeAt(o);return n}async function Ki(t){let e=new Blob([t]).stream().pipeThrough(new DecompressionStream("gzip"));
return new Uint8Array(await new Response(e).arrayBuffer())}function Zi(t,e,n,o){let s=e,r=0;for(let a=0;a<n.length;a++){let i=t[s++],c=i&127;for(let h=128;i>127;h*=
128)i=t[s++],c+=(i&127)*h;let l=c%2===0?c/2:-(c+1)/2;n[a]=r=o?r+l:l}return n}function Ji(t){let e=String.fromCharCode(...t.subarray(0,4));if(e!=="SVZ1")throw new Error(
"the page’s data are damaged: they begin with "+JSON.stringify(e));let n=new DataView(t.buffer,t.byteOffset).getUint32(4,!0),o=JSON.parse(new TextDecoder().decode(
t.subarray(8,8+n))),s={};for(let r of o.columns)s[r.name]=Zi(t,8+n+r.offset,new Yi[r.type](r.count),r.delta);return{page:o.page,strings:o.strings,cols:s}}var Le=async t=>Ji(
await Ki(t)),As=t=>Le(eo(t.trim()));function f(t,e,...n){let o=document.createElement(t);for(let[s,r]of Object.entries(e||{}))s==="class"?o.className=r:s.startsWith("on")?o.addEventListener(s.slice(
2),r):s.startsWith("aria-")||s==="role"?o.setAttribute(s,r):s==="style"?Object.assign(o.style,r):o[s]=r;return o.append(...n.flat().filter(s=>s!=null&&s!==!1)),
o}var b=t=>document.getElementById(t),G=t=>f("span",{class:"swatch",style:{background:t}}),v=(t,e,n)=>f("button",{class:"link",type:"button",onclick:e,title:n||
""},t);function Ss(t,e){let n=b("failure");throw n.textContent=`${t} could not be drawn: ${e&&e.message?e.message:e}`,n.hidden=!1,e}var B={};X(B,{byIndex:()=>J,chrome:()=>k,contrast:()=>so,echartsTheme:()=>Te,family:()=>re,force:()=>ln,ink:()=>ct,mark:()=>ft,markGlyph:()=>mt,markKinds:()=>ro,
markLabel:()=>yt,markShort:()=>Jt,mix:()=>Bt,mode:()=>nt,onChange:()=>ao,state:()=>E,wait:()=>ut,waitKinds:()=>cn});var Qi={light:["#4457c8","#c87816","#1b9488",
"#c4457c","#7f899b","#808c14","#7b5cc4","#d2603f","#3580c8","#8a6a2c","#2b9455","#ab78c6"],dark:["#7385f0","#e8a04a","#35b8a8","#dc6a9a","#98a2b4","#b4c04a","#9\
b80e0","#e07a5c","#5ca8ee","#b08d4a","#4cb878","#caa2de"]},Ls={light:{open:"#8a94a6",unknown:"#c3c8d0",runnable:"#4481dc",running:"#289051",waiting:"#c96d3c",syscall:"\
#8a5cc4",idle:"#b4bac4",heap:"#8a94a6",queued:"#4f8ae0","idle Ps":"#b4bac4",spinning:"#8a5cc4"},dark:{open:"#8a94a6",unknown:"#5a6270",runnable:"#5c96ea",running:"\
#45b573",waiting:"#d98a60",syscall:"#a37de0",idle:"#666e7c",heap:"#8a94a6",queued:"#5c96ea","idle Ps":"#666e7c",spinning:"#a37de0"}},cn=[{name:"runtime",reasons:/^GC |\(idle\)|system goroutine|^force gc|^finalizer/,
light:"#868e9b",dark:"#6b7380",dash:[2,8]},{name:"chan receive",reasons:/chan receive/,light:"#cc6836",dark:"#dd8a5e",dash:[8,3]},{name:"chan send",reasons:/chan send/,
light:"#b8502e",dark:"#c96a48",dash:[4,3]},{name:"select",reasons:/select/,light:"#b07a18",dark:"#e0ac58",dash:[10,3,2,3]},{name:"sync",reasons:/sync|mutex|semacquire|Cond/i,
light:"#cc4b4b",dark:"#dc6a6a",dash:[]},{name:"sleep",reasons:/sleep/,light:"#a97c54",dark:"#b58e6c",dash:[2,4]},{name:"network",reasons:/network|IO wait/,light:"\
#c8667d",dark:"#d98fa0",dash:[16,4]},{name:"other",reasons:/^/,light:"#c96d3c",dark:"#d98a60",dash:[10,2,3,2,3,2]}],Ce={async:{light:"#c81e2b",dark:"#ff6b70",short:"\
async",label:"async preemption",glyph:"▼"},cooperative:{light:"#1f5fc8",dark:"#7ab0ff",short:"cooperative",label:"cooperative preemption",glyph:"△"},stw:{light:"\
#e0161c",dark:"#ff5a5f",short:"for STW",label:"stopped for a stop-the-world",glyph:"■"},suspend:{light:"#7a3fc0",dark:"#b48af0",short:"stack scan",label:"susp\
ended for a stack scan",glyph:"●"},gosched:{light:"#0f8277",dark:"#4fd0c0",short:"Gosched",label:"yielded (Gosched)",glyph:"◇"},mutex_handoff:{light:"#a8650\
0",dark:"#e0a950",short:"mutex handoff",label:"mutex handoff",glyph:"▷"},unknown:{light:"#69727f",dark:"#a0a8b4",short:"unknown",label:"preempted, kind unknow\
n",glyph:"✕"}},Ts={light:{text:"#1b2430",muted:"#667085",line:"#e4e7ec",track:"#f3f5f8",panel:"#ffffff",dim:"#dfe3e9",gc:"#9b6bd3",stw:"#e0161c",accent:"#3355\
cc",led:"#3355cc",caused:"#a3420f",ramp:["#f3f5f8","#3355cc"]},dark:{text:"#e6e9ee",muted:"#98a2b3",line:"#2b323d",track:"#1c222b",panel:"#14181f",dim:"#333b47",
gc:"#b48af0",stw:"#ff5a5f",accent:"#8ea6ff",led:"#8ea6ff",caused:"#ffb27a",ramp:["#1c222b","#8ea6ff"]}},an=globalThis.matchMedia?matchMedia("(prefers-color-sche\
me: dark)"):{matches:!1},Is=null,Os=an.matches?"dark":"light";an.addEventListener?.("change",()=>{Os=an.matches?"dark":"light"});var nt=()=>Is||Os,Es=[],Ns=()=>Es.
forEach(t=>t());an.addEventListener?.("change",Ns);function ln(t){let e=nt();Is=t,nt()!==e&&Ns()}var J=t=>Qi[nt()][(t%12+12)%12],no=new Map;function re(t){return no.
has(t)||no.set(t,cn.find(e=>e.reasons.test(t))),no.get(t)}var ut=t=>re(t)[nt()];function Cs(t){let e=parseInt(t.slice(1),16),[n,o,s]=[e>>16,e>>8&255,e&255].map(
r=>r<=10?r/255/12.92:((r/255+.055)/1.055)**2.4);return .2126*n+.7152*o+.0722*s}function so(t,e){let[n,o]=[Cs(t),Cs(e)];return(Math.max(n,o)+.05)/(Math.min(n,o)+
.05)}var oo=new Map;function ct(t){return oo.has(t)||oo.set(t,so(t,"#000000")>so(t,"#ffffff")?"#000000":"#ffffff"),oo.get(t)}function Bt(t,e,n){let o=s=>{let r=parseInt(
t.slice(1),16)>>s&255,a=parseInt(e.slice(1),16)>>s&255;return Math.round(r+(a-r)*n).toString(16).padStart(2,"0")};return"#"+o(16)+o(8)+o(0)}function Te(){let t=Ts[nt()],
e={axisLine:{lineStyle:{color:t.line}},axisTick:{lineStyle:{color:t.line}},axisLabel:{color:t.muted,fontSize:11},splitLine:{lineStyle:{color:t.line}}};return{backgroundColor:"\
transparent",textStyle:{fontFamily:getComputedStyle(document.body).fontFamily,color:t.text},categoryAxis:e,valueAxis:e,logAxis:e}}var E=t=>Ls[nt()][t]||Ls[nt()].
unknown,ft=t=>Ce[t][nt()],yt=t=>Ce[t].label,Jt=t=>Ce[t].short,mt=t=>Ce[t].glyph,ro=Object.keys(Ce),k=()=>Ts[nt()],ao=t=>Es.push(t);var io=100;function tc(t){document.documentElement.classList.add("printing"),ln("light"),Ps(t);for(let e of document.querySelectorAll(".chart"))ec([...e.querySelectorAll(
"canvas")])}function ec(t){let e=t.pop();if(!t.length)return;let n=e.getContext("2d");n.save(),n.setTransform(1,0,0,1,0,0),n.globalCompositeOperation="destinati\
on-over";for(let o of t.reverse())n.drawImage(o,0,0);n.restore()}function nc(t){document.documentElement.classList.remove("printing"),ln(null),Ps(t)}function Ps(t){
for(let e of t)e.relayout(),e.draw();for(let e of document.querySelectorAll(".chart")){let n=echarts.getInstanceByDom(e);n?.resize(),n?.getZr().flush()}for(let e of document.
querySelectorAll(".virtual-box"))e.dispatchEvent(new Event("scroll"));for(let e of document.querySelectorAll(".list"))e.list?.draw()}var co=()=>document.documentElement.
classList.contains("printing");function Bs(t){addEventListener("beforeprint",()=>tc(t)),addEventListener("afterprint",()=>nc(t))}var I={};X(I,{baseName:()=>Gt,bytes:()=>Wt,count:()=>y,duration:()=>w,moment:()=>M,percent:()=>C,plural:()=>S,short:()=>Oe,shortFunc:()=>A,ticks:()=>Ie});var Rs=[
["s",1e9],["ms",1e6],["µs",1e3]],oc=[["G",1e9],["M",1e6],["k",1e3]],sc=[["GB",1e9],["MB",1e6],["kB",1e3]];function Fs(t){return t.toFixed(Math.max(0,2-Math.floor(
Math.log10(Math.max(t,1)*1.0005))))}function w(t){if(t<0)return"−"+w(-t);for(let[e,n]of Rs)if(t>=.9995*n)return Fs(t/n)+" "+e;return Math.round(t)+" ns"}function M(t,e,n=t){
if(t===0)return"0";let[o,s]=Rs.find(([,a])=>Math.abs(n)>=a)||["ns",1],r=Math.max(0,Math.ceil(-Math.log10(Math.max(e,1)/s)-1e-9));return(t/s).toFixed(Math.min(r,
9))+" "+o}function Ie(t,e,n){let o=(e-t)/Math.max(1,n/110),s=Math.pow(10,Math.floor(Math.log10(o))),r=Math.max(1,s*(o/s<=1?1:o/s<=2?2:o/s<=5?5:10)),a=[];for(let i=Math.
ceil(t/r)*r;i<=e;i+=r)a.push(i);return{step:r,at:a}}var y=t=>String(Math.round(t)).replace(/\B(?=(\d{3})+(?!\d))/g,",");function Oe(t){for(let[e,n]of oc)if(t>=n)
return Number((t/n).toPrecision(3))+" "+e;return String(t)}function Wt(t){for(let[e,n]of sc)if(t>=n)return Fs(t/n)+" "+e;return t+" B"}function C(t){return t>0&&
t<.01?"<1%":t<1&&t>.99?">99%":Math.round(t*100)+"%"}function A(t){let e=t.indexOf("["),n=e<0?t:t.slice(0,e);return t.slice(n.lastIndexOf("/")+1)}var Gt=t=>t.slice(
Math.max(t.lastIndexOf("/"),t.lastIndexOf("\\"))+1),S=(t,e)=>y(t)+" "+e+(t===1?"":"s");var Ne={};X(Ne,{all:()=>Ws,near:()=>Ee});var hn=new Map,lo=globalThis.IntersectionObserver&&new IntersectionObserver(t=>{for(let e of t)e.isIntersecting&&ho(e.target)},
{rootMargin:"500px 0px"});function ho(t){let e=hn.get(t);hn.delete(t),lo?.unobserve(t),e?.()}function Ee(t,e){hn.set(t,e),lo?lo.observe(t):ho(t)}function Ws(){for(let t of[
...hn.keys()])ho(t)}globalThis.addEventListener?.("beforeprint",Ws);var kt={};X(kt,{chain:()=>Re,coreFacts:()=>ze,facts:()=>U,head:()=>$n,merged:()=>Be,onLane:()=>ue,spanFacts:()=>An,tooltip:()=>Ao});var N={};X(N,{core:()=>Q,flame:()=>te,frame:()=>ot,g:()=>$t,group:()=>pt,heat:()=>un,lane:()=>gt,log:()=>P,mark:()=>lt,other:()=>_t,queue:()=>At,range:()=>rt,region:()=>_,
sample:()=>ae,site:()=>Qt,span:()=>q,stack:()=>H,table:()=>z,task:()=>dt});var $t={id:"g.id",func:"g.func",parent:"g.parent",created:"g.created"},q={start:"span\
.start",dur:"span.dur",g:"span.g",m:"span.m",p:"span.p",stack:"span.stack",waker:"span.waker",n:"span.n",reason:"span.reason",state:"span.state",preempt:"span.p\
reempt",idle:"span.idle",oncore:"span.oncore"},lt={time:"mark.time",g:"mark.g",m:"mark.m",p:"mark.p",stack:"mark.stack",n:"mark.n",kind:"mark.kind"},rt={name:"r\
ange.name",start:"range.start",dur:"range.dur",g:"range.g",p:"range.p",n:"range.n",busy:"range.busy"},dt={id:"task.id",parent:"task.parent",type:"task.type",start:"\
task.start",end:"task.end",open:"task.open"},_={task:"region.task",type:"region.type",g:"region.g",start:"region.start",end:"region.end",open:"region.open"},P={
time:"log.time",g:"log.g",task:"log.task",category:"log.category",message:"log.message"},pt={func:"group.func",others:"group.others",goroutines:"group.goroutine\
s",lanes:"group.lanes",running:"group.running",runnable:"group.runnable"},ae={time:"sample.time",name:"sample.name",value:"sample.value"},Q={key:"core.key",count:"\
core.count",start:"core.start",dur:"core.dur",m:"core.m",other:"core.other",n:"core.n",left:"core.left",idle:"core.idle"},_t={id:"other.id",process:"other.proce\
ss",name:"other.name",traced:"other.traced"},At={time:"queue.time",global:"queue.global",ps:"queue.ps",local:"queue.local",idle:"queue.idle",spinning:"queue.spi\
nning",threads:"queue.threads"},z={id:"table.id",func:"table.func",parent:"table.parent",ended:"table.ended",life:"table.life",running:"table.running",runnable:"\
table.runnable",waiting:"table.waiting",syscall:"table.syscall",runs:"table.runs",maxSlice:"table.maxSlice",maxLatency:"table.maxLatency",preempted:"table.preem\
pted",migrations:"table.migrations",endState:"table.endState",endReason:"table.endReason"},un={utilisation:"heat.utilisation",cores:"heat.cores"},gt={g:{key:"la\
ne.g.key",count:"lane.g.count",rows:"lane.g.rows"},p:{key:"lane.p.key",count:"lane.p.count",rows:"lane.p.rows"},m:{key:"lane.m.key",count:"lane.m.count",rows:"l\
ane.m.rows"}},H={len:"stack.len",frames:"stack.frames"},ot={func:"frame.func",file:"frame.file",line:"frame.line"},Qt={stack:{len:"site.stack.len",frames:"site.\
stack.frames"},frame:{func:"site.frame.func",file:"site.frame.file",line:"site.frame.line"}},te={blocking:{depth:"flame.blocking.depth",name:"flame.blocking.nam\
e",frame:"flame.blocking.frame",total:"flame.blocking.total",count:"flame.blocking.count"},ready:{depth:"flame.ready.depth",name:"flame.ready.name",frame:"flame\
.ready.frame",total:"flame.ready.total",count:"flame.ready.count"},syscalls:{depth:"flame.syscalls.depth",name:"flame.syscalls.name",frame:"flame.syscalls.frame",
total:"flame.syscalls.total",count:"flame.syscalls.count"},samples:{depth:"flame.samples.depth",name:"flame.samples.name",frame:"flame.samples.frame",total:"fla\
me.samples.total",count:"flame.samples.count"}};var uo={};X(uo,{RUNNABLE:()=>R,RUNNING:()=>L,SYSCALL:()=>F,WAITING:()=>T,preempts:()=>V,states:()=>at});var at=["unknown","runnable","running","waiting","syscal\
l","dead"],V=["","async","cooperative","stw","suspend","gosched","mutex_handoff","unknown"],R=1,L=2,T=3,F=4;var mo={};X(mo,{byPixel:()=>fo,fromSeries:()=>ce,fromSpans:()=>ie,levelAt:()=>qt,steps:()=>le});function ie(t,e,n){let o=[],s=[];for(let u of t)for(let m of u.rows)
n!==null&&e.state[m]!==n||(o.push(e.start[m]),s.push(e.end[m]));let r=Float64Array.from(o).sort(),a=Float64Array.from(s).sort(),i=new Float64Array(r.length*2),c=new Float64Array(
r.length*2),l=0,h=0;for(let u=0,m=0;m<a.length;){let g=u<r.length&&r[u]<a[m],d=g?r[u++]:a[m++];h+=g?1:-1,l>0&&i[l-1]===d&&l--,i[l]=d,c[l++]=h}return le(i.subarray(
0,l),c.subarray(0,l))}function ce(t,e){return le(Float64Array.from(e,(n,o)=>t.start+o*t.step),Float64Array.from(e))}function le(t,e){let n=new Float64Array(t.length);
for(let o=1;o<t.length;o++)n[o]=n[o-1]+e[o-1]*(t[o]-t[o-1]);return{time:t,level:e,area:n,max:e.reduce((o,s)=>Math.max(o,s),0)}}function _s(t,e){let n=0,o=t.time.
length;for(;n<o;){let s=n+o>>1;t.time[s]<=e?n=s+1:o=s}return n-1}var qt=(t,e)=>t.level[_s(t,e)]??0;function Gs(t,e,n){return e<0?0:t.area[e]+t.level[e]*(n-t.time[e])}
function fo(t,e,n,o){let s=new Float32Array(o),r=new Float32Array(o),a=(n-e)/o,i=_s(t,e);for(let c=0;c<o;c++){let l=e+c*a,h=l+a;for(;i+1<t.time.length&&t.time[i+
1]<=l;)i++;let u=Gs(t,i,l),m=t.level[i]??0;for(;i+1<t.time.length&&t.time[i+1]<h;)m=Math.max(m,t.level[++i]);r[c]=m,s[c]=(Gs(t,i,h)-u)/a}return{mean:s,max:r}}var po=1e7;function fn(t){let{page:e,lanes:n,spans:o}=t,s=t.part.resolution===0&&t.part.complete,r=rc(t),a=ac(t);if(!s){let i=e.series;return{exact:s,heap:r,...a,
runnable:ce(i,i.runnable),running:ce(i,i.running)}}return{exact:s,heap:r,...a,runnable:ie(n.g,o,1),running:ie(n.g,o,2)}}function rc({cols:t,strings:e,page:n}){let o=[];
for(let s=0;s<t[ae.time].length;s++)e[t[ae.name][s]]==="/memory/classes/heap/objects:bytes"&&o.push(s);return o.length<3||!n.stat.gc.cycles?null:le(Float64Array.
from(o,s=>t[ae.time][s]),Float64Array.from(o,s=>t[ae.value][s]))}function ac(t){let e=t.cols,n=e[At.time];if(!n||!n.length)return{};t.queues=Array.from(n,()=>null);
for(let s=0,r=0;s<n.length;r+=e[At.ps][s++]){let a=Array.from(e[At.local].subarray(r,r+e[At.ps][s]));t.queues[s]={time:n[s],global:e[At.global][s],local:a,idle:e[At.
idle][s],spinning:e[At.spinning][s],threads:e[At.threads][s]}}let o=s=>{let r=[],a=[];return t.queues.forEach((i,c)=>{r.push(i.time),a.push(s(i)),n[c+1]<=i.time+
1.5*po||(r.push(i.time+po),a.push(0))}),le(Float64Array.from(r),Float64Array.from(a))};return{queued:o(s=>s.global+s.local.reduce((r,a)=>r+a,0)),"idle Ps":o(s=>s.
idle),spinning:o(s=>s.spinning)}}function qs(t,e){let n=t.queues||[],o=n.length-1;for(;o>=0&&n[o].time>e;)o--;return o>=0&&e-n[o].time<=1.5*po?n[o]:null}var ee={};X(ee,{at:()=>he,build:()=>ko,isRunning:()=>xo,left:()=>gn,offCore:()=>vo,parts:()=>bo});var wo={};X(wo,{at:()=>D,cut:()=>pn,firstEndingAfter:()=>it,firstStartingAt:()=>dn});function it(t,e,n){let o=0,s=e.length;for(;o<s;){let r=o+s>>1;t.end[e[r]]>n?s=r:o=r+1}return o}function dn(t,e,n,o){let s=o;for(let r=1;s<e.length&&t.start[e[s]]<
n;r*=2)o=s+1,s+=r;for(s=Math.min(s,e.length);o<s;){let r=o+s>>1;t.start[e[r]]>=n?s=r:o=r+1}return o}var mn={sums:new WeakMap,onCore:new WeakMap};function js(t,e){
let n=mn.sums.get(e.rows);if(n)return n;let o=new Float64Array(e.rows.length+1);for(let s=0;s<e.rows.length;s++){let r=e.rows[s],a=e.kind!=="g"||t.state[r]===2;
o[s+1]=o[s]+(a?t.dur[r]-t.idle[r]:0)}return mn.sums.set(e.rows,o),o}function ic(t,e){let n=mn.onCore.get(e.rows);if(n)return n;let o=js(t,e),s=new Float64Array(
o.length);for(let r=0;r<e.rows.length;r++){let a=t.oncore?t.oncore[e.rows[r]]:-1;s[r+1]=s[r]+(o[r+1]-o[r])*(a<0?1:a/1e3)}return mn.onCore.set(e.rows,s),s}function cc(t,e,n,o){
let s=Math.max(1,Math.floor((o-n)/16)),r=e[n];for(let a=n+s;a<o;a+=s)t.dur[e[a]]>t.dur[r]&&(r=e[a]);return r}function lc(t,e,n){let o=e,s=n;for(;o<s;){let r=o+s>>
1;t[r+1]>t[e]?s=r:o=r+1}return o}function pn(t,e,n,o,s,r,a=null){let i=e.rows,c=(o-n)/s,l=d=>(d-n)/c,h=js(t,e),u=ic(t,e),m=(d,p)=>h[p]>h[d]?(u[p]-u[d])/(h[p]-h[d]):
1,g=it(t,i,n);for(;g<i.length;){let d=i[g];if(t.start[d]>=o)return;if(t.end[d]-t.start[d]>=c){let $=t.n[d]>1;r(Math.max(l(t.start[d]),-1),Math.min(l(t.end[d]),s+
1),d,$?1-t.idle[d]/t.dur[d]:1,$,m(g,g+1)),g++;continue}let p=Math.floor(l(t.start[d])+1e-6),x=Math.max(g+1,dn(t,i,n+(p+1)*c,g));x-1>g&&t.dur[i[x-1]]>=c&&x--,r(p,
p+1,a&&a[x]>a[g]?i[lc(a,g,x)]:cc(t,i,g,x),Math.min(1,(h[x]-h[g])/c),!0,m(g,x)),g=x}}function D(t,e,n,o){let s=e.rows,r=it(t,s,n);if(r<s.length&&t.start[s[r]]<=n)
return r;let a=r<s.length?t.start[s[r]]-n:1/0,i=r>0?n-t.end[s[r-1]]:1/0;return Math.min(a,i)>o?-1:a<i?r:r-1}var hc=new Int32Array(0),gn=["","","preempted","blocked","exited"];function ko(t,e,n){let o=n[Q.key];if(!o||!o.length)return;e.onCore=t.threads.length?Array.from(
t.threads,()=>({start:[],end:[],core:[],left:[]})):[],e.others=Array.from(n[_t.id],(a,i)=>({id:a,process:n[_t.process][i],name:t.strings[n[_t.name][i]],traced:!!n[_t.
traced][i]}));let s=new yo(e.spans),r=new Map(t.lanes.c.map(a=>[a.key,a]));for(let a=0,i=0;a<o.length;i+=n[Q.count][a++]){let c=s.base+s.length;for(let h=i;h<i+
n[Q.count][a];h++)uc(t,e,s,o[a],n,h);let l=Int32Array.from({length:s.base+s.length-c},(h,u)=>c+u);e.lanes.set(r.get(o[a]),{rows:l,marks:[],under:[]})}for(let a of e.
onCore)fc(a);s.append(e.spans)}function uc(t,e,n,o,s,r){let a=s[Q.m][r],i=s[Q.start][r],c=i+s[Q.dur][r],l={core:o,m:a,other:s[Q.other][r],left:s[Q.left][r],n:s[Q.
n][r],idle:s[Q.idle][r]};if(a<0)return n.add(i,c,-1,l);let h=e.onCore[a];h.start.push(i),h.end.push(c),h.core.push(o),h.left.push(l.left);let u=e.lanes.get(t.lanes.
m[a])?.rows||hc,{spans:m}=e,g=it(m,u,i);if(l.n>1){let p=g<u.length&&m.start[u[g]]<c?u[g]:-1;return n.add(i,c,p,l)}let d=i;for(;g<u.length&&m.start[u[g]]<c;g++){
let p=u[g],x=Math.max(d,m.start[p]),$=Math.min(c,m.end[p]);x>d&&n.add(d,x,-1,l),$>x&&n.add(x,$,p,l),d=Math.max(d,$)}(c>d||c===i)&&n.add(d,c,-1,l)}function fc(t){
let e=t.start.map((n,o)=>o).sort((n,o)=>t.start[n]-t.start[o]);for(let n of["start","end","core","left"])t[n]=Float64Array.from(e,o=>t[n][o])}var yo=class{constructor(e){
this.spans=e,this.base=e.start.length,this.length=0,this.cols={start:[],end:[],from:[],core:[],m:[],other:[],left:[],n:[],idle:[]}}add(e,n,o,s){let r=this.cols;
r.start.push(e),r.end.push(n),r.from.push(o);for(let a of["core","m","other","left","n","idle"])r[a].push(s[a]);this.length++}append(e){let{cols:n,base:o,length:s}=this,
r=(c,l)=>{let h=new c.constructor(o+s);h.set(c);for(let u=0;u<s;u++)h[o+u]=l(u);return h},a=(c,l)=>r(e[c],h=>n.from[h]<0?l:e[c][n.from[h]]),i={start:r(e.start,c=>n.
start[c]),end:r(e.end,c=>n.end[c]),dur:r(e.dur,c=>n.end[c]-n.start[c]),g:a("g",-1),p:a("p",-1),stack:a("stack",0),reason:a("reason",0),state:a("state",0),m:r(e.
m,c=>n.m[c]),n:r(e.n,c=>n.n[c]),idle:r(e.idle,c=>n.idle[c]),waker:r(e.waker,()=>-1),preempt:r(e.preempt,()=>0),oncore:r(e.oncore,()=>1e3)};i.core=r(new Int32Array(
o).fill(-1),c=>n.core[c]),i.other=r(new Int32Array(o).fill(-1),c=>n.other[c]),i.left=r(new Uint8Array(o),c=>n.left[c]),Object.assign(e,i)}};function he(t,e,n){let o=t.
onCore?.[e];if(!o||!o.start.length)return null;let s=0,r=o.start.length;for(;s<r;){let i=s+r>>1;o.start[i]<=n?s=i+1:r=i}let a=s-1;return a>=0&&n<o.end[a]?{core:o.
core[a],since:o.start[a],until:o.end[a]}:{core:-1,why:a>=0?gn[o.left[a]]:"",since:a>=0?o.end[a]:0,until:s<o.start.length?o.start[s]:t.duration}}function bo(t,e,n,o){
let{spans:s}=t,r=t.onCore[s.m[e]];if(!r)return;let a=(n.to-n.from)/n.width,i=Math.max(s.start[e],n.from),c=Math.min(s.end[e],n.to),l=-1,h=0,u=()=>{h>0&&o(l,l+1,
Math.min(1,h)),h=0},m=0,g=r.end.length;for(;m<g;){let d=m+g>>1;r.end[d]>i?g=d:m=d+1}for(let d=m;d<r.start.length&&r.start[d]<c;d++){let p=(Math.max(i,r.start[d])-
n.from)/a,x=(Math.min(c,r.end[d])-n.from)/a;if(x-p>=1){u(),o(p,x,1);continue}let $=Math.floor(p);$!==l&&u(),l=$,h+=x-p}u()}var xo=(t,e)=>t.spans.state[e]===2;function vo(t,e){
let n=t.spans.oncore[e];return n<0?null:t.spans.dur[e]*(1-n/1e3)}var Pe={};X(Pe,{build:()=>$o,gFunc:()=>W,gName:()=>O,laneID:()=>ht,laneName:()=>Y,stackOf:()=>St});var mc=64,dc=200;function Us(t){let{cols:e,strings:n,duration:o}=t,s=new Map,r=(i,c,l)=>{let h=n[e[N[i].type][c]]||"without a name",u=e[N[i].end][c],m=i+"/"+h,g=h;
!s.has(m)&&s.size>=dc&&([m,g]=[i+"/",`other ${i}s`]),s.has(m)||s.set(m,{kind:"t",what:i,key:m,name:g,boxes:[],levels:1,rows:new Int32Array(0),marks:[],under:[]}),
s.get(m).boxes.push({what:i,name:h,start:Math.max(0,e[N[i].start][c]),end:u<0?o:u,open:!!e[N[i].open][c],...l})};for(let i=0;i<e[dt.type].length;i++)r("task",i,
{id:e[dt.id][i],parent:e[dt.parent][i],g:-1,task:e[dt.id][i]});for(let i=0;i<e[_.type].length;i++)r("region",i,{g:t.byID.get(e[_.g][i])??-1,task:e[_.task][i]});
let a=[...s.values()].sort((i,c)=>c.what.localeCompare(i.what)||i.name.localeCompare(c.name));for(let i of a)pc(i);t.lanes.t=a,t.logs=gc(t)}function pc(t){t.boxes.
sort((n,o)=>n.start-o.start||o.end-n.end);let e=[];for(let n of t.boxes){let o=e.findIndex(s=>s<=n.start);o<0&&(o=Math.min(e.length,mc-1)),e[o]=Math.max(e[o]??0,
n.end),n.level=o}t.levels=Math.max(1,e.length)}function gc({cols:t,strings:e}){let n=new Map;for(let o=0;o<t[P.time].length;o++){let s=[e[t[P.category][o]],e[t[P.
message][o]]].filter(Boolean).join(": "),r=t[P.task][o];n.has(r)||n.set(r,[]),n.get(r).push({time:t[P.time][o],text:s,g:t[P.g][o]})}return n}var yc={rows:new Int32Array(0),marks:[],under:[]};function wn(t,e,{from:n,to:o,resolution:s,resolutions:r,complete:a,groupStep:i}){let c={from:n,to:o,resolution:s,
resolutions:r,complete:a,spans:kc(e),lanes:new Map,groups:bc(t,e,n,i),onCore:null,others:[]},{p:l,m:h}=t.lanes,u={p:new Map(l.map(m=>[m.key,m])),m:new Map(h.map(
m=>[m.key,m])),g:t.laneOfG};for(let m of["p","m","g"])xc(c,m,u[m],e);return vc(c,t,u.p,e),Mc(c,t,e),ko(t,c,e),c}function yn(t,e){let{spans:n,marks:o,bands:s,onCore:r,
others:a}=e;Object.assign(t,{part:e,spans:n,marks:o,bands:s,onCore:r,others:a});for(let i of Object.values(t.lanes))for(let c of i)Object.assign(c,e.lanes.get(c)||
yc)}function kc(t){let e=t[q.start],n=t[q.dur];return{start:e,dur:n,end:e.map((o,s)=>o+n[s]),g:t[q.g],m:t[q.m],p:t[q.p],stack:t[q.stack],waker:t[q.waker],n:t[q.
n],reason:t[q.reason],state:t[q.state],preempt:t[q.preempt],idle:t[q.idle],oncore:t[q.oncore]||new Int32Array(e.length).fill(-1)}}function bc(t,e,n,o){let s=e[pt.
func]?.length??0,r=s&&e[pt.running].length/s;return Array.from({length:s},(a,i)=>{let c=(l,h)=>({name:l,f:ce({start:n,step:o},e[h].subarray(i*r,(i+1)*r).map(u=>u/
100))});return{func:t.strings[e[pt.func][i]],others:!!e[pt.others][i],goroutines:e[pt.goroutines][i],lanes:e[pt.lanes][i],step:o,courses:[c("running",pt.running),
c("runnable",pt.runnable)]}})}function xc(t,e,n,o){let s=o[gt[e].key],r=o[gt[e].count],a=o[gt[e].rows];for(let i=0,c=0;i<s.length;c+=r[i++])t.lanes.set(n.get(s[i]),
{rows:a.subarray(c,c+r[i]),marks:[],under:[]})}function vc(t,e,n,o){let s={time:o[lt.time],g:o[lt.g],m:o[lt.m],p:o[lt.p],stack:o[lt.stack],n:o[lt.n],kind:o[lt.kind]};
t.marks=s;for(let r=0;r<s.time.length;r++)for(let a of[n.get(s.p[r]),e.lanes.m[s.m[r]],e.laneOfG.get(s.g[r])])t.lanes.get(a)?.marks.push(r)}function Mc(t,e,n){let o=e.
strings,s=r=>t.lanes.get(e.laneOfG.get(r))?.under;t.bands=[];for(let r=0;r<n[rt.name].length;r++){let a={name:o[n[rt.name][r]],start:n[rt.start][r],end:n[rt.start][r]+
n[rt.dur][r],g:n[rt.g][r],p:n[rt.p][r],n:n[rt.n][r]};a.busy=a.n>1?n[rt.busy][r]:a.end-a.start,a.stw=a.name.startsWith("stop-the-world"),a.gap=a.name==="missing \
from the trace",a.stw||a.g<0&&a.p<0?t.bands.push(a):s(a.g)?.push({...a,kind:"range"})}for(let r=0;r<n[_.type].length;r++){let a=n[_.end][r];s(e.byID.get(n[_.g][r]))?.
push({kind:"region",name:o[n[_.type][r]],start:Math.max(0,n[_.start][r]),end:a<0?e.duration:a})}for(let r=0;r<n[P.time].length;r++){let a=n[P.time][r],i=[o[n[P.
category][r]],o[n[P.message][r]]].filter(Boolean).join(": ");s(e.byID.get(n[P.g][r]))?.push({kind:"log",name:i,start:a,end:a})}}function $o({page:t,strings:e,cols:n}){let o={id:n[$t.id],func:n[$t.func],parent:n[$t.parent],created:n[$t.created]},s={page:t,strings:e,cols:n,gs:o,duration:Math.
max(1,t.duration),lanes:{p:kn("p",n),m:kn("m",n),g:kn("g",n),c:kn("c",n)},threads:n[gt.m.key],byID:new Map};for(let i=0;i<o.id.length;i++)s.byID.set(o.id[i],i);
s.laneOfG=new Map(s.lanes.g.map(i=>[i.key,i]));let{carried:r}=t,a={...t,from:0,to:s.duration,complete:r.lanes===r.goroutines};return s.overview=wn(s,n,a),yn(s,s.
overview),$c(s),Us(s),s}var kn=(t,e)=>Array.from(e[t==="c"?Q.key:gt[t].key]||[],n=>({kind:t,key:n}));function $c(t){let e=n=>Ac(t.strings[t.gs.func[n.key]])?1:0;
t.lanes.g.sort((n,o)=>e(n)-e(o)||t.gs.id[n.key]-t.gs.id[o.key])}var Ac=t=>/^runtime(\.|\/)/.test(t)&&t!=="runtime.main",O=(t,e)=>e<0?"no goroutine":"G"+t.gs.id[e],
W=(t,e)=>e<0?"":t.strings[t.gs.func[e]]||"";function Y(t,e){return e.kind==="p"?"P "+e.key:e.kind==="m"?"M "+e.key:e.kind==="c"?"core "+e.key:e.kind==="group"?e.
title:e.kind==="t"?e.name:O(t,e.key)}var ht=(t,e)=>e.kind+(e.kind==="g"?t.gs.id[e.key]:e.key);function St(t,e){let n=t.cols;if(!t.stackStart){t.stackStart=[0];for(let s of n[H.
len])t.stackStart.push(t.stackStart.at(-1)+s)}let o=[];for(let s=t.stackStart[e]??0;s<(t.stackStart[e+1]??0);s++){let r=n[H.frames][s];o.push({func:t.strings[n[ot.
func][r]],file:t.strings[n[ot.file][r]],line:n[ot.line][r]})}return o}var Ds=new WeakMap;function Sc(t){let e=new Map;for(let n of t.source||[])e.set(n.file,[...e.get(n.file)||[],n]);return Ds.set(t,e),e}function Hs(t,{file:e,line:n}){
return((Ds.get(t)||Sc(t)).get(e)||[]).find(s=>n>=s.first&&n<s.first+s.lines.length)||null}function bn(t,e){let n=Hs(t,e);return n?n.lines[e.line-n.first].trim():
""}function xn(t,e){let n=Hs(t,e);if(!n)return null;let o=Math.max(0,e.line-n.first-2),s=n.lines.slice(o,e.line-n.first+3),r=Math.min(...s.filter(a=>a.trim()).map(
a=>/^\t*/.exec(a)[0].length));return f("pre",{class:"source",title:"source as it was on this machine when the page was written"},s.map((a,i)=>{let c=n.first+o+i;
return f("div",{class:c===e.line?"here":""},f("i",{},String(c)),a.slice(r).replaceAll("	","    ")+`
`)}))}var Ys=t=>/^(runtime|internal|sync|time)[./]/.test(t.func),jt=t=>`${A(t.func)} ${Gt(t.file)}:${t.line}`,Lt=t=>t.find(e=>!Ys(e))||t[0];function Xs(t,e,n){let o=e&&
bn(e,t),s=A(t.func);return f("li",{},n&&t.func?v(s,()=>n.search(`stack:"${t.func.replaceAll('"',"")}"`),`grey all spans without ${t.func} in their stack`):f("sp\
an",{class:"func",title:t.func},s),f("span",{class:"file",title:`${t.file}:${t.line}`},`${Gt(t.file)}:${t.line}`),o?f("code",{class:"line"},o):null)}function vn(t,e,n=null,o=null){
if(!e.length)return f("p",{class:"quiet"},"The trace has no stack for this.");let s=[];for(let r=0;r<e.length;){let a=r;for(;a<e.length&&Ys(e[a]);)a++;a-r>1&&a-
r<e.length?(s.push(f("li",{class:"folded"},f("details",{},f("summary",{},`${a-r} runtime frames, from ${A(e[r].func)}`),f("ol",{class:"stack"},e.slice(r,a).map(
i=>Xs(i,n,o)))))),r=a):s.push(Xs(e[r++],n,o))}return f("div",{},t&&f("h4",{},t),f("ol",{class:"stack"},s))}function $n(t,e){let n=W(t.model,e);return f("div",{class:"who"},e>=0&&G(J(t.model.gs.id[e])),f("b",{},O(t.model,e)),n?" "+A(n):"")}function U(t){let e=f("dl",{
class:"facts"});for(let[n,o]of t)o==null||o===""||e.append(f("dt",{},n),f("dd",{},o));return e}function Lc(t,e){let{spans:n,strings:o}=t;if(n.state[e]!==2)return"";
let s=V[n.preempt[e]];if(s)return mt(s)+" "+yt(s);let r=o[n.reason[e]];return r?"waits: "+r:""}function Be(t,e,n){let{spans:o}=t;return o.n[e]>1?`${y(o.n[e])} s\
pans merged, busy ${C(1-o.idle[e]/Math.max(1,o.dur[e]))}`:n>1?`one of ${y(n)} in this pixel; zoom in to tell them apart`:""}function An(t,e){let{model:n}=t,{spans:o,
strings:s}=n,r=o.state[e];return[["state",at[r]],["for",r===3?s[o.reason[e]]:""],["start",M(o.start[e],1e3)],["duration",w(o.dur[e])],["P",o.p[e]>=0?String(o.p[e]):
""],["M",o.m[e]>=0?String(n.threads[o.m[e]]):""],["ended",Lc(n,e)]]}function ze(t,e,n){let{model:o}=t,{spans:s}=o;if(!o.onCore)return[];if(s.core?.[e]>=0)return[
["left it",Cc[gn[s.left[e]]]||""]];if(s.state[e]!==2||s.n[e]>1)return[];let r=vo(o,e),a=he(o,s.m[e],n);return[["on a core",r===null?"not known":`${w(s.dur[e]-r)}\
 of ${w(s.dur[e])}`],["here",a&&a.core<0?`off any core for ${w(a.until-a.since)}${a.why==="preempted"?": the kernel had taken the thread off":a.why==="blocked"?
": the thread was blocked in the kernel":""}`:""]]}var Cc={preempted:"the kernel took it off",blocked:"gave it up, to wait",exited:"ended"};function Re(t,e,n){let{
model:o}=t,{spans:s}=o;if(!o.onCore||s.m[e]<0)return null;let r=[];s.g[e]>=0&&r.push("G "+o.gs.id[s.g[e]]),s.p[e]>=0&&r.push("P "+s.p[e]),r.push("thread "+o.threads[s.
m[e]]);let a=s.core?.[e]>=0?s.core[e]:he(o,s.m[e],n)?.core??-1;return r.push(a>=0?"core "+a:"no core"),f("div",{class:"chain"},r.join(" on "))}function ue(t,e){
let{spans:n}=t,o=n.other[e]>=0?t.others[n.other[e]]:null;if(o)return[o.traced?"M "+o.id+" (runtime)":`${o.name||"another process"} (${o.process})`,o.traced?"M "+
o.id:o.name||""];let s="M "+t.threads[n.m[e]];if(n.g[e]<0)return[s+" (no goroutine)",s];let r=O(t,n.g[e]);return[`${r} · ${s}`,r]}var Tc={1:"made ready at",3:"\
waits at",4:"called at"};function Ao(t,e){if(!e)return null;if(e.tip)return e.tip();if(e.kind==="gap")return Ec(t,e);if(e.kind==="counters")return f("div",{},U(
[["at",M(e.t,(t.view.to-t.view.from)/t.width)],...Ks(t,e.t),["heap",t.counts.heap&&Wt(qt(t.counts.heap,e.t))],...Oc(t,e.t)]));if(e.kind==="band")return Pc(e.band);
if(e.kind==="mark")return Bc(t,e);if(e.kind==="arrow")return zc(t,e.arrow.wake);let{model:n}=t,{spans:o}=n;if(o.g[e.row]<0)return Ic(t,e);let s=Lt(St(n,o.stack[e.
row])),r=o.waker[e.row];return f("div",{},$n(t,o.g[e.row]),Re(t,e.row,e.t),U([...An(t,e.row),...ze(t,e.row,e.t),["woken by",r>=0?`${O(n,r)} ${A(W(n,r))}`:""],[Tc[o.
state[e.row]]||"stood at",s&&jt(s)],["note",Be(n,e.row,e.hidden)],...Nc(e)]))}function Ic(t,e){let{model:n}=t,{spans:o}=n;return f("div",{},f("div",{class:"who"},
f("b",{},ue(n,e.row)[0])),Re(t,e.row,e.t),U([["start",M(o.start[e.row],1e3)],["duration",w(o.dur[e.row])],...ze(t,e.row,e.t),["note",Be(n,e.row,e.hidden)]]))}function Ks(t,e){
return["running","runnable"].map(n=>[n,t.counts.exact?y(qt(t.counts[n],e)):qt(t.counts[n],e).toFixed(1)+" (mean)"])}function Oc(t,e){let n=qs(t.model,e);return n?
[["sampled",M(n.time,1e6)],["global queue",String(n.global)],["queues of Ps",n.local.join(" ")],["idle Ps",String(n.idle)],["spinning Ms",`${n.spinning} of ${n.
threads}`]]:[]}function Ec(t,e){if(e.lane.kind==="g")return null;let n=e.lane.kind==="c"?" without a thread of this process":" without a goroutine";return f("di\
v",{},f("div",{class:"who"},f("b",{},Y(t.model,e.lane)),n),U([["start",M(e.from,1e3)],["duration",w(e.to-e.from)],...Ks(t,e.t).map(([o,s])=>[o+" now",s])]))}function Nc(t){
return t.lane.kind!=="g"?[]:t.lane.under.filter(e=>e.start<=t.t&&t.t<=Math.max(e.end,e.start)).slice(0,4).map(e=>[e.kind==="range"?"runtime":e.kind,`${e.name} (${w(
e.end-e.start)})`])}function Pc(t){return f("div",{},f("div",{class:"who"},G(t.stw?k().stw:k().gc),f("b",{},t.name)),U([["start",M(t.start,1e3)],...t.n>1?[["mer\
ged",`${y(t.n)} within ${w(t.end-t.start)}`],["in all",w(t.busy)]]:[["duration",w(t.end-t.start)]]]))}function Bc(t,e){let{model:n}=t,{marks:o}=n,s=V[o.kind[e.mark]],
r=Lt(St(n,o.stack[e.mark]));return f("div",{},f("div",{class:"who"},f("span",{style:{color:ft(s)}},mt(s)+" "),f("b",{},yt(s))),U([["goroutine",`${O(n,o.g[e.mark])}\
 ${A(W(n,o.g[e.mark]))}`],["time",M(o.time[e.mark],1e3)],["at",r&&jt(r)],["here",e.near>1?`${y(e.near)} of them`:""]]))}function zc(t,e){let{model:n}=t,{spans:o}=n,
s=a=>`${O(n,a)} ${A(W(n,a))}`,r=e.run>=0;return f("div",{},f("div",{class:"who"},f("b",{},e.by>=0?s(e.by):e.inferred||"unknown"),e.kind==="create"?" created ":"\
 woke ",f("b",{},s(e.g))),U([["at",M(e.t,1e3)],["from",e.byRow>=0&&o.n[e.byRow]===1&&o.p[e.byRow]>=0?"P "+o.p[e.byRow]:""],["to",r&&o.p[e.run]>=0?"P "+o.p[e.run]:
""],["it ran",r?w(o.start[e.run]-e.t)+" later":"not after this"],["note",e.inferred?"inferred: no goroutine did it":""]]))}var Sn=new Map,So=new Map,Zs=!1,wt=(t,...e)=>f("div",{},f("div",{class:"who"},f("b",{},t)),U(e)),zt=t=>({formatter:t,confine:!0,transitionDuration:0,padding:0,borderWidth:0,
className:"tip",backgroundColor:"transparent",extraCssText:"box-shadow:none"});function Lo(t,e,n){let o=Ie(0,e,Math.max(200,t.parentElement.clientWidth-n));return{
min:0,max:e,axisLabel:{customValues:o.at,formatter:s=>M(s,o.step,e),hideOverlap:!0},axisLine:{show:!1},axisTick:{show:!1}}}function Rc(t,e,n){let o=b("chart-"+t),
s=Sn.get(t);s?.dispose(),Sn.delete(t);let r=e(n);o.hidden=!r;let a=b("empty-"+t);a&&(a.hidden=!!r);let i=b("part-"+t);i&&(i.hidden=!r),r&&(o.style.height=r.height+
"px",o.setAttribute("role","img"),o.setAttribute("aria-label",r.label),s?Js(t,n,o,r):Ee(o,()=>Js(t,n,o,e(n))))}function Js(t,e,n,o){let s=echarts.init(n,Te(),{renderer:"\
canvas"});s.setOption(e.page.charts[t]),s.setOption(o.option),o.click&&s.on("click",o.click),o.attach?.(s,n),Sn.set(t,s)}function Co(t,e){Zs||echarts.registerCustomSeries(
"schedviz.heat",(n,o)=>So.get(n.seriesName)(n,o)),Zs=!0;for(let[n,o]of Object.entries(t))Rc(n,o,e)}function Qs(){for(let t of Sn.values())t.resize()}var Ct=null;function Ln(t,e){Ct||document.body.append(Ct=f("div",{class:"tip",role:"tooltip"})),Ct.hidden=!1,Ct.replaceChildren(t);let n=Ct.offsetWidth,o=Ct.offsetHeight;
Ct.style.left=Math.max(4,e.clientX+16+n>innerWidth?e.clientX-n-12:e.clientX+16)+"px",Ct.style.top=Math.max(4,Math.min(e.clientY+16,innerHeight-o-6))+"px"}function ne(){
Ct&&(Ct.hidden=!0)}var er=0;function Cn(t){let e=b("said");e.textContent=t,clearTimeout(er),er=setTimeout(()=>{e.textContent=""},6e3)}globalThis.addEventListener?.(
"scroll",ne,{passive:!0});var tt=null;function or(t){tt=t}var Tn=({strings:t,cols:e},n)=>({func:t[e[Qt.frame.func][n]],file:t[e[Qt.frame.file][n]],line:e[Qt.frame.line][n]});function Rt(t,e){let n=t.cols[Qt.stack.len];
if(!t.siteStart){t.siteStart=[0];for(let s of n)t.siteStart.push(t.siteStart.at(-1)+s)}let o=[];for(let s=t.siteStart[e]??0;s<(t.siteStart[e+1]??0);s++)o.push(Tn(
t,t.cols[Qt.stack.frames][s]));return o}var Fc=t=>A(t.func)||"unknown",In=t=>t.file?`${Gt(t.file)}:${t.line}`:"";function Wc(t,e){let n=bn(t.page,e);return[f("s\
pan",{class:"func"},Fc(e))," ",f("span",{class:"file",title:e.file},In(e)),n&&f("code",{title:n},n)]}function fe(t,e,n,o){if(!e||!e.func&&!e.file)return"a place\
 the trace does not tell";let s=f("div",{class:"opened"});return f("details",{ontoggle:r=>{!r.target.open||s.firstChild||s.append(...[xn(t.page,e),n.length>1&&vn(
"",n,t.page),o&&v("show the longest in the timeline",o)].filter(Boolean))}},f("summary",{},Wc(t,e)),s)}function Ft({overview:t,gs:e},n){let{spans:o}=t,s=-1;for(let r=0;r<
o.start.length;r++)o.g[r]>=0&&(s<0||o.dur[r]>o.dur[s])&&n(r,o)&&(s=r);return s<0?null:{from:o.start[s],to:o.end[s],gs:[e.id[o.g[s]]]}}function Fe(t,e){return Array.
from(t.cols[H.len],(n,o)=>n>0&&e(St(t,o)))}function sr(t,e,n,o){let s=Fe(t,r=>{let a=Lt(r);return a.line===n.line&&a.func===n.func});return Ft(t,(r,a)=>a.state[r]===
e&&s[a.stack[r]]&&(!o||t.strings[a.reason[r]]===o))}function Tt(t){t?tt.show(t):Cn("The timeline of this page has no such span: its goroutines have no lane of t\
heir own, or it was merged.")}var To=t=>w(Math.pow(10,t)).replace(/(\d)\.0+ /,"$1 ");function rr(t,{name:e,state:n,colour:o,lines:s,what:r,label:a}){let{page:i}=t,c=i.charts[e].series?.[0]?.
data||[];if(!c.length)return null;let l=Math.floor(c[0].value[0]),h=Math.ceil(c.at(-1).value[1]),u=s.filter(([,d])=>d>0&&Math.log10(d)>=l-1).map(([d,p])=>({text:d,
at:Math.log10(p)})),m=Math.max(h,...u.map(d=>Math.ceil(d.at))),g=Gc(u,(m-l)*(innerWidth<640?.13:.06));return{height:200+12*Math.max(...g,0),label:a,option:{grid:{
left:60,right:30,top:22+12*Math.max(...g,0),bottom:26,outerBoundsMode:"none"},xAxis:[{min:l,max:m,axisLabel:{formatter:d=>To(d),hideOverlap:!0}}],yAxis:[{logBase:10,
axisLabel:{formatter:d=>d>=1?Oe(d):""}}],series:[{itemStyle:{color:o},markLine:{silent:!0,symbol:"none",lineStyle:{color:k().text,type:"dashed",width:1},data:u.
map((d,p)=>({xAxis:d.at,label:{formatter:d.text,color:k().text,fontSize:11,distance:4+12*g[p]}}))}}],tooltip:zt(({value:d})=>wt(`${To(d[0])} to ${To(d[1])}`,[r,
y(d[2])]))},click({value:d}){let p=Math.pow(10,d[0]),x=Math.pow(10,d[1]);Tt(Ft(t,($,Mt)=>Mt.state[$]===n&&Mt.n[$]===1&&Mt.dur[$]>=p&&Mt.dur[$]<x))}}}function Gc(t,e){
let n=[];t.forEach((o,s)=>n.push(s>0&&o.at-t[s-1].at<e?n[s-1]+1:0));for(let o=0;o<n.length;){let s=o+1;for(;s<n.length&&n[s]>0;)s++;let r=n.slice(o,s).reverse();
n.splice(o,r.length,...r),o=s}return n}function _c(t){let n=(t.page.charts.slices.series?.[0]?.data||[]).filter(s=>s.value[0]>=7).reduce((s,r)=>s+r.value[2],0),
o=t.page.slices[0];return rr(t,{name:"slices",state:2,colour:E("running"),lines:[["10 ms",1e7]],what:"slices",label:`How long goroutines ran in one go: ${S(n,"s\
lice")} longer than 10 ms${o?", the longest "+w(o.to-o.from):""}.`})}function qc(t){let e=t.page.stat.sched_latency;return rr(t,{name:"latency",state:1,colour:E(
"runnable"),what:"waits",lines:[["p50",e.p50_ns],["p90",e.p90_ns],["p99",e.p99_ns],["max",e.max_ns]],label:`Scheduling latency: ${S(e.count,"wait")}, half of th\
em ${w(e.p50_ns)} or less, one in a hundred over ${w(e.p99_ns)}, the longest ${w(e.max_ns)}.`})}function jc({page:t}){let e=t.charts.mmu.series?.[0]?.data||[];if(e.
length<2||!t.gc.all)return null;let n=o=>e.find(s=>s.value[0]>=o)?.value[1];return{height:210,label:"Minimum mutator utilization: "+[1e6,1e7,1e8].filter(o=>n(o)!==
void 0).map(o=>`at least ${C(n(o))} in any ${w(o)}`).join(", ")+".",option:{grid:{left:52,right:30,top:12,bottom:26,outerBoundsMode:"none"},xAxis:[{min:e[0].value[0],
max:e.at(-1).value[0],axisLabel:{formatter:o=>w(o).replace(/(\d)\.0+ /,"$1 "),hideOverlap:!0}}],yAxis:[{interval:.25,axisLabel:{formatter:o=>C(o)}}],series:[{lineStyle:{
color:k().gc,width:2},itemStyle:{color:k().gc},areaStyle:{color:k().gc}}],tooltip:{...zt(([o])=>wt(`in any ${w(o.value[0])}`,["at least",C(o.value[1])])),axisPointer:{
type:"line",lineStyle:{color:k().muted}}}}}}var ar={slices:_c,latency:qc,mmu:jc};function ir({cols:t,strings:e},n){let o=t[te[n].depth],s=t[te[n].total],r=o.length,a={mode:n,depth:o,total:s,count:t[te[n].count],frame:t[te[n].frame],parent:new Int32Array(
r).fill(-1),end:new Int32Array(r),at:new Float64Array(r),names:Array.from(t[te[n].name],l=>e[l]),size:r},i=[],c=new Float64Array(r);for(let l=0;l<r;l++){for(let h=i.
length-1;h>=o[l];h--)a.end[i[h]]=l;if(i.length=o[l],o[l]>0){let h=a.parent[l]=i[o[l]-1];a.at[l]=a.at[h]+c[h],c[h]+=s[l]}i.push(l)}for(let l of i)a.end[l]=r;return a.
self=s.map((l,h)=>Math.max(0,l-c[h])),a}function me(t,e){let n=[];for(;e>=0;e=t.parent[e])n.unshift(e);return n}function cr(t,e,n,o=.5){let s=n/Math.max(t.total[e],
1e-9),r=me(t,e).map(a=>({i:a,x:0,w:n,row:t.depth[a]}));for(let a=e+1;a<t.end[e];){let i=t.total[a]*s;if(i<o){a=t.end[a];continue}r.push({i:a,x:(t.at[a]-t.at[e])*
s,w:i,row:t.depth[a]}),a++}return r}function lr(t,e){let n=e.trim().toLowerCase();if(!n)return null;let o=new Set,s=0,r=0;for(let a=1;a<t.size;a++)t.names[a].toLowerCase().
includes(n)&&(o.add(a),!(a<r)&&(s+=t.total[a],r=t.end[a]));return{found:o,total:s}}function hr(t,e,n,o=0){if(n==="ArrowDown")return e+1<t.end[e]?e+1:e;let s=t.parent[e];
if(s<0||e===o)return e;if(n==="ArrowUp")return s;if(n==="ArrowRight")return t.end[e]<t.end[s]?t.end[e]:e;let r=e;for(let a=s+1;a<e;a=t.end[a])r=a;return r}var Ge={};X(Ge,{button:()=>de,csv:()=>We,tsv:()=>Io});var Hc=/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/,Vc=/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i,ur=t=>typeof t=="string"&&Hc.test(t)&&!Vc.test(t)?"'"+t:String(t),Xc=t=>/[",\r\n]/.
test(t)?'"'+t.replaceAll('"','""')+'"':t,We=t=>t.map(e=>e.map(n=>Xc(ur(n))).join(",")+`\r
`).join(""),Io=t=>t.map(e=>e.map(n=>ur(n).replace(/[\t\r\n]+/g," ")).join("	")+`
`).join("");async function Yc(t){try{return await navigator.clipboard.writeText(t),!0}catch{let e=f("textarea",{value:t,"aria-hidden":"true",style:{position:"fi\
xed",opacity:"0"}});document.body.append(e),e.select();let n=document.execCommand("copy");return e.remove(),n}}function de(t,e,n){let o=(r,a)=>{r.textContent=a,
setTimeout(()=>{r.textContent=t},1500)},s=v(t,async()=>o(s,await Yc(e(n()))?"copied":"could not copy"));return s}var pe=27,fr=10,Oo=(t,e)=>t.value?t.value(e):t.text(e);function mr(t,e,n){let o=n?-1:1;return e?(s,r)=>o*(t[s]-t[r])||s-r:(s,r)=>o*(t[s]<t[r]?-1:t[s]>t[r]?1:0)||
s-r}var dr=(t,e)=>f("th",{class:t.num?"num":"",title:t.hint||"",scope:"col"},t.title?f("button",{type:"button",onclick:e},t.colour&&G(t.colour),t.title):"");function pr(t,e,n){
t.forEach((o,s)=>s===e?o.setAttribute("aria-sort",n?"descending":"ascending"):o.removeAttribute("aria-sort"))}var ge=class{constructor(e,n,o,s){this.box=e,this.
columns=n,this.count=o,this.click=s,this.descending=!1,this.order=Uint32Array.from({length:o},(r,a)=>a),this.sortBy=-1,this.active=0,this.body=f("tbody",{onkeydown:r=>this.
key(r),onfocusin:r=>{this.active=r.target.closest("tr").place??this.active}}),this.headers=n.map((r,a)=>dr(r,()=>this.sort(a))),e.replaceChildren(f("table",{class:"\
virtual","aria-rowcount":o+1},f("colgroup",{},n.map(r=>f("col",{style:{width:r.width}}))),f("thead",{},f("tr",{},this.headers)),this.body)),e.onscroll=()=>this.
draw(),this.observer=new ResizeObserver(()=>this.draw()),this.observer.observe(e),this.draw()}dispose(){this.observer.disconnect()}sort(e,n){let o=this.columns[e];
n===void 0&&(n=this.sortBy===e?!this.descending:!!o.num),this.sortBy=e,this.descending=n;let s=Array.from({length:this.count},(r,a)=>o.value(a));this.order=this.
order.sort(mr(s,o.num,n)),pr(this.headers,e,n),this.box.scrollTop=0,this.draw()}filter(e){let n=Uint32Array.from({length:this.count},(o,s)=>s);this.order=n.filter(
e),this.sortBy>=0?this.sort(this.sortBy,this.descending):this.draw(),this.box.scrollTop=0}draw(){let e=co(),n=this.order.length,o=e?0:Math.max(0,Math.floor(this.
box.scrollTop/pe)-10),s=Math.min(n,o+(e?io:Math.ceil(this.box.clientHeight/pe)+20)),r=this.body.contains(document.activeElement),a=[this.space(o)],i=Math.max(o,
Math.min(this.active,s-1));for(let c=o;c<s;c++)a.push(this.row(c,c===i));e?s<n&&a.push(f("tr",{},f("td",{colSpan:this.columns.length},`and ${y(n-s)} more`))):a.
push(this.space(n-s)),this.body.replaceChildren(...a),r&&a.find(c=>c.tabIndex===0)?.focus({preventScroll:!0})}key(e){let n=Math.max(1,Math.floor(this.box.clientHeight/
pe)-2),o=this.order.length-1,s={ArrowDown:this.active+1,ArrowUp:this.active-1,PageDown:this.active+n,PageUp:this.active-n,Home:0,End:o}[e.key];if(e.key==="Enter"&&
e.target.place!==void 0&&this.click(this.order[this.active]),s===void 0)return;e.preventDefault(),this.active=Math.max(0,Math.min(o,s));let{box:r}=this,a=this.active*
pe,i=r.querySelector("thead").offsetHeight;r.scrollTop=Math.max(Math.min(r.scrollTop,a),a+pe+i-r.clientHeight),this.draw()}space(e){return f("tr",{class:"space",
style:{height:e*pe+"px"}})}row(e,n){let o=this.order[e];return f("tr",{place:e,tabIndex:n?0:-1,"aria-rowindex":e+2,onclick:()=>this.click(o)},this.columns.map(s=>{
let r=s.text(o);return f("td",{class:s.num?"num":"",title:typeof r=="string"?r:""},r)}))}csv(){return gr(this.columns,this.order)}},j=class{constructor(e,n,{what:o="\
rows",few:s=fr}={}){this.columns=e,this.rows=n,this.what=o,this.few=s,this.sortBy=-1,this.descending=!1,this.all=n.length<=s+2,this.order=n.map((r,a)=>a),this.body=
f("tbody"),this.headers=e.map((r,a)=>dr(r,()=>this.sort(a))),this.foot=f("p",{class:"table-foot quiet"}),this.node=f("div",{class:"list"},n.length>2*fr&&e.some(
r=>r.title&&!r.num)&&this.search(),f("div",{class:"scroll-x"},f("table",{class:"plain"},f("thead",{},f("tr",{},this.headers)),this.body)),this.foot),this.node.list=
this,this.draw()}search(){return this.words=this.rows.map(e=>this.columns.map(n=>n.title&&!n.num?String(Oo(n,e)):"").join(`
`).toLowerCase()),f("p",{class:"filter"},f("input",{type:"search",placeholder:"filter",autocomplete:"off",spellcheck:!1,"aria-label":"filter "+this.what,oninput:e=>this.
filter(e.target.value)}))}filter(e){let n=e.trim().toLowerCase();this.order=this.rows.map((o,s)=>s).filter(o=>this.words[o].includes(n)),this.sortBy>=0?this.sort(
this.sortBy,this.descending):this.draw()}sort(e,n){let o=this.columns[e];n===void 0&&(n=this.sortBy===e?!this.descending:!!o.num),this.sortBy=e,this.descending=
n,this.order.sort(mr(this.rows.map(s=>Oo(o,s)),o.num,n)),pr(this.headers,e,n),this.draw()}draw(){let e=this.order.slice(0,co()?io:this.all?this.order.length:this.
few);this.body.replaceChildren(...e.map(o=>f("tr",{},this.columns.map(s=>f("td",{class:s.num?"num":""},s.text(this.rows[o]))))));let n=this.order.length-e.length;
this.foot.replaceChildren(...this.order.length<this.rows.length?[`${y(this.order.length)} of ${y(this.rows.length)} ${this.what}`]:[],...n>0?[v(`show all ${y(this.
order.length)}`,()=>{this.all=!0,this.draw()})]:[],...this.rows.length>2?[Eo(()=>this.csv())]:[])}csv(){return gr(this.columns,this.order,e=>this.rows[e])}};function gr(t,e,n=o=>o){
let o=t.filter(s=>s.title);return We([o.map(s=>s.unit?`${s.title} (${s.unit})`:s.title),...Array.from(e,s=>o.map(r=>Oo(r,n(s))??""))])}var Eo=t=>de("copy as CSV",
e=>e,t),K=(t,e,n)=>f("div",{class:"share"},f("span",{},t),f("i",{style:{width:Math.max(1,e*100)+"%",background:n}})),No=t=>f("div",{class:"parts",role:"img","ar\
ia-label":t.map(([e,n])=>`${e} ${C(n)}`).join(", "),title:t.map(([e,n])=>`${e} ${C(n)}`).join(", ")},t.map(([,e,n])=>f("i",{style:{width:e*100+"%",background:n}})));function et(t,e,n){b(t).replaceChildren(...e?[n()]:[]);let o=b("part-"+t);o&&(o.hidden=!e);let s=b("empty-"+t);s&&(s.hidden=!!e)}function It(t,e,n,o){b(t).textContent=
e<n?`The ${y(e)} most important of ${y(n)} ${o}.`:""}function we(t,e){b(t).replaceChildren(...e.filter(([,n])=>n!==""&&n!==null&&n!==void 0).map(([n,o,s])=>f("s\
pan",{title:s||""},f("i",{},n)," "+o)))}var Z=t=>tt.show(t);function _e(t,e){let n=tt;e&&(n.shown[t]||n.switchLanes(t,!0),n.selectLane(e),b("timeline").scrollIntoView({block:"start"}))}var qe=(t,e,n={})=>t<
0?"":[v("G"+t,()=>Z({...n,gs:[t]}),"show it in the timeline"),e?f("span",{class:"file"}," "+A(e)):""];var wr=t=>[f("i",{class:"glyph",style:{color:ft(t)}},mt(t))," "+Jt(t)];function yr(t,e,n){let o=n&&Fe(t,s=>s.some(r=>r.line===n.line&&r.func===n.func));return Ft(
t,(s,r)=>V[r.preempt[s]]===e&&(!o||o[r.stack[s]]))}function Kc(t){let{page:e}=t,n=Math.max(...e.preempts.map(s=>s.count),1),o=s=>`${A(s.func)} ${Gt(s.file)}:${s.
line}`;et("preempt-sites",e.preempts.length,()=>new j([{title:"kind",value:s=>s.kind,text:s=>wr(s.kind)},{title:"where",value:s=>o(s.where),text:s=>fe(t,s.where,
Rt(t,s.stack),()=>Tt(yr(t,s.kind,s.where)))},{title:"times",num:!0,value:s=>s.count,text:s=>K(y(s.count),s.count/n,ft(s.kind))},{title:"slice, mean",num:!0,unit:"\
ns",hint:"how long the goroutine had run",...En(s=>s.sliceTotal/Math.max(1,s.count))},{title:"slice, max",num:!0,unit:"ns",...En(s=>s.sliceMax)},{title:"wait, m\
ean",num:!0,unit:"ns",hint:"how long it then waited to run again",...En(s=>s.waitTotal/Math.max(1,s.count))},{title:"wait, max",num:!0,unit:"ns",...En(s=>s.waitMax)}],
e.preempts,{what:"places"}).node),It("more-preempts",e.preempts.length,e.carried.preempts,"places")}var En=t=>({value:e=>Math.round(t(e)),text:e=>w(t(e))});function Zc(t){
return t.ended?t.preempt?wr(t.preempt):t.reason?"waited: "+t.reason:"by itself":"was still running at the end"}function Bo(t,e){if(!t.rivals.length&&!t.others)return e;
let n=t.rivals.slice(0,3),o=t.rivals.length-n.length+t.others;return[...n.flatMap((s,r)=>[r>0?", ":"",v("G"+s.g,()=>Z({from:t.from,to:t.to,gs:[t.g,s.g]}),A(s.func)||
"show both in the timeline")," "+w(s.time)]),o>0?`, ${y(o)} more`:"",t.partial?" (not all of that time is known)":""]}var zo=t=>t.rivals.map(e=>`G${e.g} ${e.func}\
 ${e.time}`).join("; ")+(t.others?`; ${t.others} more`:"");function Jc(t){let{slices:e}=t.page,n=e.length?e[0].to-e[0].from:1;et("long-slices",e.length,()=>new j(
[{title:"ran",num:!0,unit:"ns",value:o=>o.to-o.from,text:o=>K(w(o.to-o.from),(o.to-o.from)/n,E("running"))},{title:"goroutine",value:o=>`G${o.g} ${o.func}`,text:o=>qe(
o.g,o.func,{from:o.from,to:o.to})},{title:"on P",num:!0,value:o=>o.p,text:o=>o.p<0?"":String(o.p)},{title:"from",num:!0,unit:"ns",value:o=>o.from,text:o=>M(o.from,
t.duration/1e4,t.duration)},{title:"stopped",value:o=>o.ended?o.preempt||o.reason:"not",text:Zc},{title:"at",value:o=>jt(Po(t,o)||{func:"",file:"",line:0}),text:o=>Po(
t,o)?fe(t,Po(t,o),Rt(t,o.stack)):""},{title:"who waited for a P meanwhile",value:zo,text:o=>Bo(o,"nobody")}],e,{what:"slices",few:6}).node)}var Po=(t,e)=>Lt(Rt(
t,e.stack));function kr(t){Kc(t),Jc(t)}var br=t=>Tt(yr(tt.model,t));var ye=t=>({num:!0,unit:"ns",value:e=>Math.round(t(e)),text:e=>w(t(e))});function Qc({page:t}){let e=t.stat.sched_latency;we("percentiles",e.count?[["waits",y(e.
count)],["p50",w(e.p50_ns)],["p90",w(e.p90_ns)],["p99",w(e.p99_ns)],["max",w(e.max_ns)],["total",w(e.total_ns)],["of these before a first run",`${S(e.first_run.
count,"wait")}, ${w(e.first_run.total_ns)}`]]:[])}function tl(t){let{waits:e}=t.page,n=e.length?e[0].to-e[0].from:1,o=r=>r.waker>=0?"G"+r.waker:"no goroutine",s=r=>Lt(
Rt(t,r.stack));et("worst-waits",e.length,()=>new j([{title:"waited",num:!0,unit:"ns",value:r=>r.to-r.from,text:r=>K(w(r.to-r.from),(r.to-r.from)/n,E("runnable"))},
{title:"goroutine",value:r=>`G${r.g} ${r.func}`,text:r=>qe(r.g,r.func,{from:r.from,to:r.to})},{title:"from",num:!0,unit:"ns",value:r=>r.from,text:r=>M(r.from,t.
duration/1e4,t.duration)},{title:"who ran meanwhile",value:zo,text:r=>Bo(r,"nobody")},{title:"a P idle for",num:!0,unit:"ns",hint:"how long some P had no thread\
, though this goroutine was ready",value:r=>r.idle||0,text:r=>r.idle?w(r.idle):""},{title:"made ready by",value:o,text:r=>r.waker<0?o(r):r.waker===r.g?"itself":
qe(r.waker,"",{from:r.from,to:r.to})},{title:"at",value:r=>s(r)?jt(s(r)):"",text:r=>s(r)?fe(t,s(r),Rt(t,r.stack)):""}],e,{what:"waits",few:6}).node)}function el(t){
let e=[...t.page.stat.blocking||[]].sort((r,a)=>a.total_ns-r.total_ns),n=Math.max(...e.map(r=>r.total_ns),1),{strings:o}=t,s=r=>Tt(Ft(t,(a,i)=>i.state[a]===3&&o[i.
reason[a]]===r.reason));et("blocking",e.length,()=>new j([{title:"reason",value:r=>r.reason||"unknown",text:r=>[G(ut(r.reason)),r.reason||"unknown"]},{title:"ti\
mes",num:!0,value:r=>r.count,text:r=>y(r.count)},{title:"total",num:!0,unit:"ns",value:r=>r.total_ns,text:r=>K(w(r.total_ns),r.total_ns/n,ut(r.reason))},{title:"\
p50",...ye(r=>r.p50_ns)},{title:"p99",...ye(r=>r.p99_ns)},{title:"max",...ye(r=>r.max_ns)},{title:"",text:r=>v("show the longest",()=>s(r))}],e,{what:"reasons"}).
node)}var nl=t=>t.inferred?`${t.inferred} (inferred)`:A(t.func)||"a goroutine of unknown start",xr=t=>(t.wakers||[]).map(e=>`${nl(e)} ${y(e.count)}×`).join(", "),
vr={blocking:3,ready:1,syscalls:4};function Mr(t,e){let n=t.page.sites[e],o=Math.max(...n.map(c=>c.total),1),s=c=>Lt(Rt(t,c.stack)),r=e==="samples",a=c=>e==="bl\
ocking"?ut(c.reason):k().accent,i=c=>vr[e]===void 0?void 0:()=>Tt(sr(t,vr[e],s(c),c.reason));return new j([{title:"where",value:c=>s(c)?jt(s(c)):"unknown",text:c=>fe(
t,s(c),Rt(t,c.stack),i(c))},...e==="blocking"?[{title:"waits for",value:c=>c.reason||"unknown",text:c=>[G(ut(c.reason)),c.reason||"unknown"]}]:[],...e==="ready"?
[{title:"",text:c=>c.new?"creates":"wakes"}]:[],...r?[]:[{title:"times",num:!0,value:c=>c.count,text:c=>y(c.count)}],{title:r?"samples":"total",num:!0,unit:r?"":
"ns",value:c=>c.total,text:c=>K(r?y(c.total):w(c.total),c.total/o,a(c))},...r?[]:[{title:"mean",...ye(c=>c.total/Math.max(1,c.count))},{title:"max",...ye(c=>c.max)}],
...e==="blocking"?[{title:"then ready",hint:"how long they then were runnable, in all",...ye(c=>c.ready||0)},{title:"ended by",value:xr,text:xr}]:[]],n,{what:"p\
laces"}).node}function $r(t){Qc(t),tl(t),el(t)}var Ot=20,Dt={blocking:{title:"waits",state:3,what:"wait",how:"What goroutines waited for, and where, added up over goroutines.",graph:"The reason stands on top\
, then come the functions from the outermost down to the one that waited; the wider a box, the more time was waited within it."},ready:{title:"made ready",state:1,
what:"wait for a P",how:"Who made goroutines ready, and how long these then were runnable without a P.",graph:"A wide box woke or created goroutines faster than\
 they could run."},syscalls:{title:"system calls",state:4,what:"system call",how:"Where goroutines were in system calls.",graph:"The wider a box, the more time \
they were."},samples:{title:"CPU samples",what:"sample",how:"Where the program’s CPU profiler found it running, 100 times a second unless it was told otherwise.",
graph:"The wider a box, the more often."}},Fo=class{constructor(e,n){this.model=e,this.mode=n,this.flame=ir(e,n),this.zoomed=0,this.chosen=-1,this.hovered=-1,this.
found=null,this.canvas=f("canvas",{class:"flame",tabIndex:0,role:"application","aria-roledescription":"flame graph","aria-label":this.summary()}),this.crumbs=f(
"nav",{class:"crumbs","aria-label":"where the flame graph is zoomed to"}),this.says=f("div",{class:"flame-says",role:"status"}),this.box=f("div",{class:"flame-b\
ox"},this.canvas),this.node=f("div",{},this.crumbs,this.box,this.says),this.canvas.addEventListener("pointermove",o=>this.hover(o)),this.canvas.addEventListener(
"pointerleave",()=>{this.hovered=-1,ne(),this.draw()}),this.canvas.addEventListener("click",o=>this.click(o)),this.canvas.addEventListener("keydown",o=>this.key(
o)),this.observer=new ResizeObserver(()=>this.draw()),this.observer.observe(this.box)}dispose(){this.observer.disconnect()}summary(){let{flame:e}=this,n=0;for(;n+
1<e.end[n]&&e.total[n+1]*2>=e.total[0];)n++;let o=me(e,n).slice(1),s=this.mode==="blocking"?o.shift():void 0,r=o.findLast(i=>!/^(runtime|internal|sync|time)[./]/.
test(e.names[i]))??o.at(-1),a=[s,r].filter(i=>i!==void 0).map(i=>this.name(i));return`Flame graph of ${Dt[this.mode].title}: ${this.amount(0)}${a.length?", most\
 in "+a.join(", "):""}. Arrow keys move, Enter zooms, Escape zooms out.`}amount(e){let{flame:n}=this,o=n.count[e];return this.mode==="samples"?S(n.total[e],"sam\
ple"):`${w(n.total[e])} in ${Dt[this.mode].what==="wait for a P"?o===1?"1 wait for a P":y(o)+" waits for a P":S(o,Dt[this.mode].what)}`}name(e){return e===0?"al\
l":this.flame.frame[e]<0?this.flame.names[e]||"many small ones":A(this.flame.names[e])||"unknown function"}zoom(e){this.zoomed=e,this.chosen=e,this.draw(),this.
tell(e)}search(e){return this.found=lr(this.flame,e),this.draw(),this.found?`${C(this.found.total/Math.max(1,this.flame.total[0]))} of all`:""}draw(){let e=Math.
max(50,this.box.clientWidth),n=globalThis.devicePixelRatio||1;this.rects=cr(this.flame,this.zoomed,e);let o=(Math.max(...this.rects.map(r=>r.row))+1)*Ot;Object.
assign(this.canvas,{width:e*n,height:o*n}),Object.assign(this.canvas.style,{width:e+"px",height:o+"px"});let s=this.canvas.getContext("2d");s.scale(n,n),s.font=
"11.5px "+getComputedStyle(document.body).fontFamily,s.textBaseline="middle";for(let r of this.rects)this.drawBox(s,r);this.drawCrumbs()}drawBox(e,{i:n,x:o,w:s,
row:r}){let a=r<this.flame.depth[this.zoomed],i=this.found?!this.found.found.has(n):a,c=i?Bt(this.colour(n),k().panel,.75):this.colour(n);if(e.fillStyle=c,e.fillRect(
o,r*Ot,Math.max(.5,s-(s>3?1:0)),Ot-1),this.found&&!i&&(e.fillStyle=k().text,e.fillRect(o,r*Ot+Ot-3,Math.max(.5,s-1),2)),(n===this.chosen||n===this.hovered)&&(e.
strokeStyle=k().text,e.lineWidth=n===this.chosen?2:1,e.strokeRect(o+1,r*Ot+1,Math.max(0,s-3),Ot-3)),s<26)return;e.fillStyle=ct(c);let l=ol(e,this.name(n),s-8);l&&
e.fillText(l,o+4,r*Ot+Ot/2)}colour(e){let{flame:n}=this,{panel:o,track:s}=k();if(e===0||n.frame[e]<0&&!n.names[e])return Bt(s,k().muted,.3);let r=n.names[e],a=Sr(
r)%5*.07;return this.mode==="blocking"?Bt(ut(n.names[me(n,e)[1]]),o,n.frame[e]<0?0:.25+a):/^runtime[./]/.test(r)?Bt(k().muted,o,.45+a):Bt(J(Sr(r.slice(0,r.lastIndexOf(
"/")+1)+A(r).split(".")[0])),o,.3+a)}drawCrumbs(){let e=me(this.flame,this.zoomed);this.crumbs.replaceChildren(...e.flatMap((n,o)=>[o>0?" › ":"",n===this.zoomed?
f("b",{},this.name(n)):v(this.name(n),()=>this.zoom(n))])),this.crumbs.hidden=e.length<2}boxAt(e){let n=this.canvas.getBoundingClientRect(),o=e.clientX-n.left,s=Math.
floor((e.clientY-n.top)/Ot);return this.rects.find(r=>r.row===s&&o>=r.x&&o<r.x+r.w)?.i??-1}hover(e){let n=this.boxAt(e);if(this.canvas.style.cursor=n>=0?"pointe\
r":"",n!==this.hovered&&(this.hovered=n,this.draw()),n<0)return ne();Ln(wt(this.name(n),...this.facts(n)),e)}facts(e){let{flame:n}=this,o=n.frame[e]>=0?Tn(this.
model,n.frame[e]):null;return[["holds",this.amount(e)],["of all",C(n.total[e]/Math.max(1,n.total[0]))],["itself",this.mode==="samples"?y(n.self[e]):w(n.self[e])],
["mean",this.mode==="samples"?"":w(n.total[e]/Math.max(1,n.count[e]))],["line",o?In(o):""]]}click(e){let n=this.boxAt(e);n>=0&&this.zoom(n===this.zoomed?Math.max(
0,this.flame.parent[n]):n)}key(e){if(e.key.startsWith("Arrow"))this.chosen=hr(this.flame,this.chosen<0?this.zoomed:this.chosen,e.key,this.zoomed),this.draw(),this.
tell(this.chosen);else if(e.key==="Enter"&&this.chosen>=0)this.zoom(this.chosen);else if(e.key==="Escape"&&this.zoomed>0)this.zoom(this.flame.parent[this.zoomed]);else
return;e.preventDefault(),e.stopPropagation()}tell(e){if(e<=0)return this.says.replaceChildren();let{model:n,flame:o}=this,s=o.frame[e]>=0?Tn(n,o.frame[e]):null;
this.says.replaceChildren(...[f("div",{},f("b",{},this.name(e))," ",s&&f("span",{class:"file",title:s.file},In(s)),` holds ${this.amount(e)}, ${C(o.total[e]/Math.
max(1,o.total[0]))} of all. `,Dt[this.mode].state!==void 0&&v("show the longest in the timeline",()=>Tt(this.longest(e)))),s&&xn(n.page,s)].filter(Boolean))}longest(e){
let{model:n,flame:o}=this,s=me(o,e).slice(1),r=this.mode==="blocking"?o.names[s.shift()]:"",a=s.map(l=>o.names[l]),i=Fe(n,l=>a.every((h,u)=>l[l.length-1-u]?.func===
h)),{strings:c}=n;return Ft(n,(l,h)=>h.state[l]===Dt[this.mode].state&&i[h.stack[l]]&&(!r||c[h.reason[l]]===r))}};function ol(t,e,n){if(t.measureText(e).width<=
n)return e;let o=Math.floor(n/t.measureText(e).width*e.length);for(;o>1&&t.measureText(e.slice(0,o)+"…").width>n;)o--;return o>1?e.slice(0,o)+"…":""}function Sr(t){
let e=0;for(let n=0;n<t.length;n++)e=e*31+t.charCodeAt(n)>>>0;return e%9973}var st={mode:"",table:!1,search:""},Ut=null;function Wo(t){let{flames:e}=t.page;if(b(
"stacks").hidden=e.length===0,!e.length)return;e.some(o=>o.mode===st.mode)||(st.mode=e[0].mode);let n=(o,s,r,a)=>f("button",{type:"button","aria-pressed":String(
st[o]===s),title:a,onclick:()=>{st[o]=s,Wo(t)}},r);if(b("flame-modes").replaceChildren(f("span",{class:"switches",role:"group","aria-label":"of what"},e.map(o=>n(
"mode",o.mode,Dt[o.mode].title,""))),f("span",{class:"switches",role:"group","aria-label":"as"},n("table",!1,"flame graph","stacks as boxes within boxes"),n("ta\
ble",!0,"table","added up by line of source")),...st.table?[]:[f("label",{class:"find"},f("input",{type:"search",id:"flame-find",placeholder:"search functions",
"aria-label":"search the flame graph",autocomplete:"off",spellcheck:!1,value:st.search,oninput:o=>{st.search=o.target.value,b("flame-found").textContent=Ut.search(
st.search)}}),f("span",{id:"flame-found"}))]),b("flame-how").textContent=Dt[st.mode].how+(st.table?" Stacks that stand at the same line are one row; a click on \
it opens the longest.":` ${Dt[st.mode].graph} A click zooms in, the names above the graph lead out again.`),Ut?.dispose(),Ut=null,st.table)return b("flame").replaceChildren(
Mr(t,st.mode));Ut=new Fo(t,st.mode),b("flame").replaceChildren(Ut.node),Ut.draw(),b("flame-found").textContent=Ut.search(st.search)}var Lr=()=>Ut?.draw();var{shortFunc:Tr}=I,Go=class{constructor(e){this.model=e,this.count=e.cols[z.id].length,this.text="",this.groups(),b("g-filter").oninput=n=>this.apply(n.target.
value),Ee(b("g-table"),()=>this.build())}dispose(){this.table?.dispose()}build(){this.table||(this.table=new ge(b("g-table"),this.columns(),this.count,e=>Z({gs:[
this.model.cols[z.id][e]]})),this.table.sort(3),b("g-copy").replaceChildren(...this.count?[Eo(()=>this.table.csv())]:[]),this.apply(b("g-filter").value))}columns(){
let{cols:e,strings:n}=this.model,o=l=>Tr(n[e[z.func][l]])||"unknown",s=(l,h,u)=>({title:h,hint:u,num:!0,unit:"ns",width:"88px",value:m=>e[l][m],text:m=>e[l][m]?
w(e[l][m]):""}),r=(l,h,u)=>({title:h,hint:u,num:!0,width:"84px",value:m=>e[l][m],text:m=>e[l][m]?y(e[l][m]):""}),a=l=>at[e[z.endState][l]],i=l=>e[z.ended][l]>=0?
"ended":[a(l),n[e[z.endReason][l]]].filter(Boolean).join(": "),c=l=>e[z.parent][l]>0?"G"+e[z.parent][l]:"";return[{title:"G",num:!0,width:"76px",value:l=>e[z.id][l],
text:l=>f("span",{},G(J(e[z.id][l])),String(e[z.id][l]))},{title:"function",width:"230px",value:o,text:o},s(z.life,"alive","from when it was first seen alive to\
 when it was last"),s(z.running,"running"),s(z.runnable,"runnable","ready, without a P"),s(z.waiting,"waiting"),s(z.syscall,"syscall"),r(z.runs,"runs","how many\
 times it ran"),s(z.maxSlice,"longest run"),s(z.maxLatency,"worst wait","the longest it was runnable before it ran"),r(z.preempted,"preempted","async, cooperati\
ve, for a stop-the-world or a stack scan"),r(z.migrations,"moves","how often it ran on another P than before"),{title:"started by",width:"90px",num:!0,value:l=>Math.
max(0,e[z.parent][l]),text:c},{title:"at the end",width:"190px",value:i,text:i}]}groups(){let e=this.model.page.groups,n=Math.max(...e.map(c=>c.running),1),o=(c,l,h)=>({
title:c,hint:h,num:!0,unit:"ns",value:u=>u[l],text:u=>u[l]?w(u[l]):""}),s=(c,l,h)=>({title:c,hint:h,num:!0,value:u=>u[l],text:u=>u[l]?y(u[l]):""}),r=c=>`${c.reason||
"unknown"} ${w(c.total)} (p50 ${w(c.p50)}, p99 ${w(c.p99)})`,a=c=>c.waits.length?r(c.waits[0]):"",i=c=>f("span",{title:c.waits.map(r).join(`
`)},a(c));et("g-groups",e.length,()=>new j([{title:"function",value:c=>c.func||"unknown",text:c=>[v(Tr(c.func)||"unknown",()=>this.filter(c.func),"only these in\
 the table below"),c.func?[" ",v("↑",()=>{tt.search(c.func),Z({})},"only these in the timeline")]:""].flat()},{title:"goroutines",num:!0,value:c=>c.count,text:c=>y(
c.count)},{title:"running",num:!0,unit:"ns",value:c=>c.running,text:c=>K(w(c.running),c.running/n,k().accent)},o("runnable","runnable","ready, without a P"),o("\
waiting","waiting"),o("syscall","syscall"),{title:"waits most for",hint:"in all, and of one wait; the other reasons are told where the pointer rests",value:a,text:i},
o("life, p50","lifeP50","half of them were alive for so long or less"),o("latency, p99","latencyP99","one wait for a P in a hundred was longer"),o("longest run",
"maxSlice"),s("preempted","preempted"),s("alive","alive","at the end of the trace")],e,{what:"functions"}).node),It("more-groups",e.length,this.model.page.carried.
groups,"functions")}filter(e){b("g-filter").value=e,this.build(),this.apply(e),b("g-filter").scrollIntoView({block:"center"})}apply(e){this.build();let{cols:n,strings:o}=this.
model,s=/^g?\d+$/i.test(e.trim())?Number(e.trim().replace(/^g/i,"")):-1,r=e.trim().toLowerCase(),a=o.map(i=>i.toLowerCase().includes(r));this.table.filter(i=>s>=
0?n[z.id][i]===s:a[n[z.func][i]]||a[n[z.endReason][i]]),b("g-count").textContent=`${y(this.table.order.length)} of ${S(this.count,"goroutine")}`}},_o=null;function Ir(t){
_o?.dispose(),_o=new Go(t)}var je=t=>_o.filter(t);var Nr=t=>t.reduce((e,n)=>e+n,0)/Math.max(1,t.length),Pr=(t,e)=>tt.show({from:t,to:e}),Or={runnable:{symbol:"rect",dashArrayX:[1,0],dashArrayY:[2,5],rotation:Math.
PI/4},waiting:{symbol:"circle",symbolSize:.5,dashArrayX:[[6,6],[0,6,6,0]],dashArrayY:[6,0]},syscall:{symbol:"rect",dashArrayX:[1,0],dashArrayY:[2,5],rotation:-Math.
PI/4}};function sl(t){let{page:e}=t,n=e.charts.states.series||[],o=n[0]?.data||[];if(!o.length)return null;let s=b("chart-states"),r=n.map(h=>h.name),a=Object.fromEntries(
n.map(h=>[h.name,Nr(h.data.map(u=>u.value[1]))])),i=a.waiting>4*(a.running+a.runnable+a.syscall),c=o.length>1?o[1].value[0]-o[0].value[0]:e.duration,l=h=>h===r.
at(-1)?k().text:E(h);return{height:230,label:`Goroutines by state over time; in the mean ${["running","syscall","runnable","waiting"].map(h=>`${a[h].toFixed(1)}\
 ${h}`).join(", ")}.`,option:{grid:{left:48,right:28,top:innerWidth<640?48:30,bottom:26,outerBoundsMode:"none"},legend:{show:!0,left:44,top:0,itemWidth:14,itemHeight:10,
icon:"rect",textStyle:{color:k().muted},selected:{waiting:!i}},xAxis:[Lo(s,e.duration,76)],yAxis:[{minInterval:1,axisLine:{show:!1},axisLabel:{formatter:h=>Oe(h)}}],
series:r.map((h,u)=>({lineStyle:{width:u===r.length-1?1.2:0,type:u===r.length-1?"dashed":"solid",color:l(h)},itemStyle:{color:l(h),decal:Or[h]&&{...Or[h],color:"\
rgba(255,255,255,0.45)"}},areaStyle:{color:l(h),opacity:u===r.length-1?0:.8}})),tooltip:{...zt(h=>wt(M(h[0].value[0],c/10),...h.map(u=>[u.seriesName,u.seriesIndex===
r.length-1?y(u.value[1]):u.value[1].toFixed(2)]))),axisPointer:{type:"line",lineStyle:{color:k().muted}}}},attach:h=>rl(h,u=>Pr(Math.max(0,u-c/2),Math.min(e.duration,
u+c/2)))}}function rl(t,e){t.getZr().on("click",n=>{t.containPixel({gridIndex:0},[n.offsetX,n.offsetY])&&e(t.convertFromPixel({gridIndex:0},[n.offsetX,n.offsetY])[0])})}
var Nn=16;function Er(t,e,n,o){let{page:s}=t,r=s.heats[e],a=t.cols[n];if(!r.rows.length||!r.steps)return null;let i=b("chart-"+e),c=r.rows.length;So.set(e,(m,g)=>il(
m,g,r,a));let l=r.rows.map((m,g)=>Nr(Array.from(a.subarray(g*r.steps,(g+1)*r.steps)))/200),h=l.indexOf(Math.max(...l)),u=l.indexOf(Math.min(...l));return{height:Math.
max(90,Math.min(420,46+c*26)),label:`How busy each of ${S(c,o==="P "?"P":"core")} was over time. Busiest: ${o}${r.rows[h]}, ${C(l[h])}; least busy: ${o}${r.rows[u]}\
, ${C(l[u])}.`,option:{grid:{left:60,right:28,top:8,bottom:26,outerBoundsMode:"none"},xAxis:[{...Lo(i,Math.max(s.duration,1),88),splitLine:{show:!1}}],yAxis:[{min:0,
max:c,axisLabel:{customValues:al(c),formatter:m=>o+r.rows[Math.floor(m)]},axisLine:{show:!1},axisTick:{show:!1}}],series:[{data:[[0,0]],silent:!0,clip:!0}]},attach:(m,g)=>cl(
m,g,r,a,o)}}function al(t){let e=[1,2,4,8,16,32,64,128,256].find(n=>t/n<=20)||512;return Array.from({length:Math.ceil(t/e)},(n,o)=>o*e+.5)}function il(t,e,n,o){
let{ramp:s}=k(),r=t.coordSys,[a,i]=e.coord([n.start,0]),[c,l]=e.coord([n.start+n.step*n.steps,n.rows.length]),h=(c-a)/n.steps,u=(l-i)/n.rows.length,m=u>=8?1:0,g=Array.
from({length:Nn+1},()=>[]);for(let d=0;d<n.rows.length;d++)for(let p=0;p<n.steps;){let x=Math.ceil(o[d*n.steps+p]/200*Nn),$=p+1;for(;$<n.steps&&Math.ceil(o[d*n.
steps+$]/200*Nn)===x;)$++;g[x].push(a+p*h,i+d*u,($-p)*h,Math.max(1,u-m)),p=$}return{type:"group",clipPath:{type:"rect",shape:{x:r.x,y:r.y,width:r.width,height:r.
height}},children:g.map((d,p)=>({type:"schedvizRects",shape:{rects:d},style:{fill:Bt(s[0],s[1],p/Nn)}}))}}function cl(t,e,n,o,s){let r=t.getZr(),a=i=>{if(!t.containPixel(
{gridIndex:0},[i.offsetX,i.offsetY]))return null;let[c,l]=t.convertFromPixel({gridIndex:0},[i.offsetX,i.offsetY]),h=Math.floor((c-n.start)/n.step),u=Math.floor(
l);return h>=0&&h<n.steps&&u>=0&&u<n.rows.length?{i:h,row:u}:null};r.on("mousemove",i=>{let c=a(i);if(e.style.cursor=c?"pointer":"",r.setCursorStyle(c?"pointer":
"default"),!c)return ne();Ln(wt(s+n.rows[c.row],["from",M(n.start+c.i*n.step,n.step/10)],["step",w(n.step)],["busy",C(o[c.row*n.steps+c.i]/200)]),i.event)}),r.on(
"globalout",()=>ne()),r.on("click",i=>{let c=a(i);c&&Pr(n.start+c.i*n.step,n.start+(c.i+1)*n.step)})}var Br={states:sl,utilisation:t=>Er(t,"utilisation",un.utilisation,
"P "),cores:t=>t.page.cores?Er(t,"cores",un.cores,"core "):null};var jo=[];function Rr(t){let{cols:e,strings:n,page:o,duration:s}=t;for(let p of jo)p.dispose();jo=[];let r={task:e[dt.type].length,region:e[_.type].length,log:e[P.
time].length};b("annotations").hidden=r.task+r.region+r.log+o.taskTypes.length+o.regionTypes.length===0,zr(t,"task-types",o.taskTypes,"task"),zr(t,"region-types",
o.regionTypes,"region");let a=p=>p<0?"before":M(p,1e3),i=p=>x=>(e[N[p].end][x]<0?s:e[N[p].end][x])-Math.max(0,e[N[p].start][x]),c=p=>x=>w(i(p)(x))+(e[N[p].open][x]?
" (open)":""),l=(p,x)=>({from:Math.max(0,e[N[p].start][x]),to:e[N[p].end][x]<0?s:e[N[p].end][x]}),h=p=>p<0?[]:[p],u=(p,x,$)=>{b(p+"s").hidden=r[p]===0,r[p]!==0&&
(b(p+"-box").style.height=Math.min(280,32+r[p]*27)+"px",jo.push(new ge(b(p+"-box"),x,r[p],$)),It("more-"+p+"s",r[p],o.carried[p+"s"],p+"s"))},m=p=>({value:x=>n[e[p][x]],
text:x=>n[e[p][x]]}),g=p=>({title:"at",num:!0,width:"130px",value:x=>e[p][x],text:x=>a(e[p][x])}),d=(p,x)=>({title:p,num:!0,width:"80px",value:$=>e[x][$],text:$=>e[x][$]>
0?String(e[x][$]):""});u("task",[d("task",dt.id),{title:"type",width:"320px",...m(dt.type)},d("parent",dt.parent),g(dt.start),{title:"took",num:!0,width:"130px",
value:i("task"),text:c("task")}],p=>Z(l("task",p))),u("region",[{title:"region",width:"320px",...m(_.type)},d("G",_.g),d("task",_.task),g(_.start),{title:"took",
num:!0,width:"130px",value:i("region"),text:c("region")}],p=>Z({...l("region",p),gs:h(e[_.g][p])})),u("log",[g(P.time),d("G",P.g),{title:"category",width:"160px",
...m(P.category)},{title:"message",width:"420px",...m(P.message)}],p=>Z({from:e[P.time][p]-1e3,to:e[P.time][p]+1e3,gs:h(e[P.g][p])}))}function hl({cols:t,strings:e,
duration:n},o,s){let r=t[N[o].end],a=t[N[o].type],i=h=>Math.max(0,t[N[o].start][h]),c=h=>r[h]<0?n:r[h],l=-1;for(let h=0;h<a.length;h++)e[a[h]]===s&&(l<0||c(h)-i(
h)>c(l)-i(l))&&(l=h);return l<0?null:{from:i(l),to:c(l),gs:o==="region"&&t[_.g][l]>0?[t[_.g][l]]:[]}}function zr(t,e,n,o){let s=Math.max(...n.map(a=>a.total_ns),
1),r=(a,i)=>({title:a,num:!0,unit:"ns",value:c=>c[i],text:c=>w(c[i])});b(e).hidden=n.length===0,et(e+"-table",n.length,()=>new j([{title:o,value:a=>a.type,text:a=>a.
type||"without a type"},{title:"ended",num:!0,value:a=>a.count,text:a=>y(a.count)},{title:"open",num:!0,hint:"that did not end in the trace",value:a=>a.open,text:a=>a.
open?y(a.open):""},{title:"total",num:!0,unit:"ns",value:a=>a.total_ns,text:a=>K(w(a.total_ns),a.total_ns/s,k().accent)},r("p50","p50_ns"),r("p99","p99_ns"),r("\
max","max_ns"),{title:"",text:a=>{let i=hl(t,o,a.type);return i?v("show the longest",()=>Z(i)):""}}],n,{what:o+"s"}).node)}function fl(t,e){let n=t.overview.bands.filter(o=>o.stw&&o.name.includes("("+e+")"));return n.some(o=>o.n>1)?null:n.length?n.reduce((o,s)=>s.end-s.start>o.end-o.
start?s:o):null}function Fr(t){let{gc:e,stat:n,procs:o}=t.page;if(b("gc").hidden=e.all+e.stops.length===0,b("gc").hidden)return;let s=Math.max(1,t.duration*Math.
max(1,n.procs.gomaxprocs||o.length)),r=h=>`${w(h)} (${C(h/s)} of the Ps’ time)`;we("gc-numbers",[["collections",e.all?y(e.all):"none in this trace"],["workers\
 ran",e.workers?r(e.workers):"","the GC’s own goroutines, while it marked"],["assists",e.assists?r(e.assists):"","goroutines that allocated had to help with m\
arking"],["goroutines kept from running",e.stopped?w(e.stopped):"","by a stop-the-world, or by the scan of their stack; summed over them"]]);let a=Math.max(...e.
stops.map(h=>h.total_ns),1),i=(h,u)=>({title:h,num:!0,unit:"ns",value:m=>m[u],text:m=>w(m[u])});et("gc-stops",e.stops.length,()=>new j([{title:"stopped for",value:h=>h.
reason,text:h=>h.reason||"unknown"},{title:"times",num:!0,value:h=>h.count,text:h=>y(h.count)},{title:"total",num:!0,unit:"ns",value:h=>h.total_ns,text:h=>K(w(h.
total_ns),h.total_ns/a,k().stw)},i("p50","p50_ns"),i("p99","p99_ns"),i("max","max_ns"),{title:"",text:h=>{let u=fl(t,h.reason);return u?v("show the longest",()=>Z(
{from:u.start,to:u.end})):""}}],e.stops,{what:"reasons"}).node);let c=Math.max(...e.cycles.map(([h,u])=>u-h),1),l=e.cycles.map(([h,u],m)=>({n:m+1,from:h,to:u}));
b("gc-collections").hidden=l.length===0,et("gc-cycles",l.length,()=>new j([{title:"collection",num:!0,value:h=>h.n,text:h=>v(String(h.n),()=>Z({from:h.from,to:h.
to}),"show it in the timeline")},{title:"from",num:!0,unit:"ns",value:h=>h.from,text:h=>M(Math.max(0,h.from),t.duration/1e4,t.duration)},{title:"marked for",num:!0,
unit:"ns",value:h=>h.to-h.from,text:h=>K(w(h.to-h.from),(h.to-h.from)/c,k().gc)}],l,{what:"collections",few:6}).node),It("more-cycles",l.length,e.all,"collectio\
ns")}function dl({page:t,duration:e}){let{migrations:n}=t.stat,o=t.moves,s=o.givenUp+o.takenByMonitor+o.takenByOther,r=o.stolen+o.onSameP;we("moves",[["goroutines to\
 another P",y(n.g_between_p),"how often one ran on another P than the last time"],["made ready on one P, ran on another",r?`${y(o.stolen)} of ${y(r)} (${C(o.stolen/
r)}); inferred: stolen`:"","The trace does not record queues. They may also have passed through the global queue."],["Ps to another thread",y(n.p_between_m)],["\
threads to another core",t.cores?y(n.m_between_cores):""],["Ps left in a system call",s?`${y(s)} (${y(o.givenUp)} given up, ${y(o.takenByMonitor)} taken by the \
monitor, ${y(o.takenByOther)} by others)`:"","handoffs: the goroutine and its thread stayed behind in the call"],["a P without thread though a goroutine was rea\
dy",o.wasted?`${w(o.wasted)} (${C(o.wasted/e)} of the time; ${w(o.wastedP)} summed over Ps)`:"","parallelism that was there and not used, while the world was no\
t stopped"]])}function pl(t){let{page:e,duration:n}=t,o=r=>t.lanes.p.find(a=>a.key===r),s=(r,a,i)=>({title:r,colour:a,num:!0,unit:"ns",hint:i,value:c=>c[r],text:c=>C(
c[r]/n)});et("procs",e.procs.length,()=>new j([{title:"P",num:!0,value:r=>r.id,text:r=>v(String(r.id),()=>_e("p",o(r.id)),"show its lane in the timeline")},{title:"\
its time",value:r=>r.running,num:!0,unit:"ns",text:r=>No([["running",r.running/n,E("running")],["system calls",r.syscall/n,E("syscall")],["scheduling",r.scheduling/
n,E("runnable")],["idle",r.idle/n,k().dim]])},s("running",E("running"),"a goroutine ran on it"),s("syscall",E("syscall"),"a goroutine was in a system call on it"),
s("scheduling",E("runnable"),"a thread had it for the scheduler’s own work: to find goroutines, to spin"),s("idle",k().dim,"no thread had it"),{title:"slices",
num:!0,hint:"how many times a goroutine ran on it",value:r=>r.slices,text:r=>y(r.slices)},{title:"handoffs",num:!0,hint:"how often it left its goroutine and thr\
ead behind in a system call",value:r=>r.handoffs,text:r=>y(r.handoffs)},{title:"threads taken",num:!0,hint:"how often another thread than before took it up",value:r=>r.
migrations,text:r=>y(r.migrations)}],e.procs,{what:"Ps",few:8}).node)}function gl(t){let{page:e,duration:n}=t,o=e.threads,s=o.some(h=>h.cores),r=Math.max(...o.map(
h=>s?h.cores?.onCore||0:h.running+h.syscall),1),a=h=>t.lanes.m.find(u=>u.key===h),i=(h,u,m)=>({title:h,hint:m,num:!0,unit:"ns",value:u,text:g=>u(g)?w(u(g)):""}),
c=(h,u,m)=>({title:h,hint:m,num:!0,value:u,text:g=>u(g)?y(u(g)):""}),l=h=>h<0?"":M(h,n/1e3,n);b("threads").hidden=o.length===0,et("threads-table",o.length,()=>new j(
[{title:"M",num:!0,value:h=>h.id,text:h=>a(h.id)?v(String(h.id),()=>_e("m",a(h.id)),"show its lane in the timeline"):String(h.id)},...s&&o.some(h=>h.cores?.name)?
[{title:"name",value:h=>h.cores?.name||"",text:h=>h.cores?.name||""}]:[],...s?[{title:"on cores",num:!0,unit:"ns",hint:"with or without a goroutine; the kernel’\
s own count",value:h=>h.cores?.onCore||0,text:h=>h.cores?K(w(h.cores.onCore),h.cores.onCore/r,k().accent):""}]:[],{...i("running",h=>h.running,"goroutines ran o\
n it"),...s?{}:{text:h=>K(w(h.running),h.running/r,E("running"))}},i("in system calls",h=>h.syscall),c("slices",h=>h.slices),{title:"first goroutine",num:!0,unit:"\
ns",value:h=>h.first,text:h=>l(h.first)},{title:"last",num:!0,unit:"ns",value:h=>h.last,text:h=>l(h.last)},...s?[c("got a core",h=>h.cores?.switches||0,"how oft\
en it got onto a core"),c("taken off",h=>h.cores?.preemptions||0,"how often the kernel took it off although it could have gone on"),c("core changes",h=>h.cores?.
migrations||0,"how often it got onto another core than before")]:[]],o,{what:"threads",few:8}).node),It("more-threads",o.length,e.carried.threads,"threads")}function wl({
page:t,duration:e}){let{cores:n}=t;if(b("cores").hidden=!n,!n)return;let o=n.source==="proc"?"An approximation: what was seen of each thread in /proc, sampled e\
very millisecond.":"From the kernel’s record of every context switch.";b("cores-how").textContent=`The stronger the colour of a step, the more of it a thread \
of this process was on that core. ${o}`;let s=n.cores.some(a=>a.other>0),r=(a,i,c,l)=>({title:a,hint:l,colour:c,num:!0,unit:"ns",value:i,text:h=>C(i(h)/Math.max(
1,e))});b("core-use").replaceChildren(new j([{title:"core",num:!0,value:a=>a.id,text:a=>String(a.id)},{title:"its time",num:!0,unit:"ns",value:a=>a.onCore,text:a=>No(
[["goroutines",a.running/e,E("running")],["runtime, kernel",(a.onCore-a.running)/e,E("runnable")],["other processes",a.other/e,k().dim]])},r("goroutines",a=>a.running,
E("running")),r("runtime, kernel",a=>a.onCore-a.running,E("runnable"),"the process’s threads without a running goroutine"),...s?[r("other processes",a=>a.other,
k().dim)]:[]],n.cores,{what:"cores",few:8}).node),b("core-others").replaceChildren(...n.others.length?[f("h3",{},"Other processes"),new j([{title:"process",num:!0,
value:a=>a.id,text:a=>String(a.id)},{title:"name",value:a=>a.name||"unknown",text:a=>a.name||"unknown"},{title:"on cores",num:!0,unit:"ns",value:a=>a.onCore,text:a=>w(
a.onCore)}],n.others,{what:"processes",few:5}).node]:[])}function Wr(t){dl(t),pl(t),wl(t),gl(t)}var kl={utilisation:"shared",idle:"shared",cores:"cores",preempt:"preemption",slice:"preemption",latency:"waiting",queue:"shared",wait:"stacks",alive:"goroutine\
s",stw:"gc",gc:"gc",starved:"waiting",firstrun:"waiting"};function bl({page:t}){b("findings").replaceChildren(...t.findings.map(e=>{let n=[f("b",{},e.value),f("\
span",{},e.text)],o=b(kl[e.id]||"");return e.place?f("button",{class:"finding",type:"button",title:"show it in the timeline",onclick:()=>Z(e.place)},n):o&&!o.hidden?
f("button",{class:"finding",type:"button",title:"show more of it below",onclick:()=>o.scrollIntoView({block:"start"})},n):f("div",{class:"finding"},n)}))}function xl({
served:t,exact:e}){return t?"; from nearer all are: they come as you zoom in":e.length?", and so is all that the marks below the strip lead to, around what is r\
emarkable; schedviz serve shows the whole trace so":"; schedviz serve shows all so"}function vl(t,e){let n=e?[["P",e.p],["M",e.m],["G",e.g]].filter(([,o])=>o>0):
[];return!n.length||n.every(([,o])=>o===t)&&n.length===3?w(t):n.map(([o,s])=>`${w(s)} on ${o} lanes`).join(", ")}function Ml(t){let{carried:e,resolution:n,resolutions:o,
rangeResolution:s}=t.page,r=[];(n>0||e.merged>0)&&r.push(`The trace has more spans than a page should carry: neighbours within ${vl(n,o)} are merged into one (${S(
e.merged,"such span")}, drawn pale, solid from below by the share of time that was busy). Longer spans are exact${xl(t.page)}.`);let a=t.overview.groups.length;
e.lanes<e.goroutines&&r.push(`Of ${S(e.goroutines,"goroutine")}, ${y(e.lanes)} have a lane: of each start function those that ran most.${a?` The others are in t\
he ${a===1?"line":y(a)+" lines"} of their functions, above the lanes of goroutines.`:""}`);let i=t.page.heats?.utilisation?.rows.length??0;i&&i<t.lanes.p.length&&
r.push(`Of ${S(t.lanes.p.length,"P")}, the map of their utilisation has the first ${y(i)}.`),s>0&&r.push(`The trace has so many GC phases and stop-the-worlds th\
at those of one kind within ${w(s)} are drawn as one, paler the less of the time they took.`);for(let[c,l]of[["task","longest"],["region","longest"],["log","thi\
nned out evenly"]]){let h=t.cols[c==="log"?P.time:N[c].type].length,u=e[c+"s"];h<u&&r.push(l==="longest"?`Of ${S(u,c)}, the timeline has the ${y(h)} that took l\
ongest.`:`Of ${S(u,"log message")}, the timeline has ${y(h)}, ${l}.`)}e.table<e.stats&&r.push(`Of ${S(e.stats,"goroutine")}, the table has ${y(e.table)}: those \
alive at the end, as far as they fit, and the others that ran most. All figures are about all of them.`),b("notes").replaceChildren(...r.map(c=>f("p",{},c)))}var Gr={
holds:"✓",fails:"✗",inconclusive:"?"};function $l({page:t}){b("claims").hidden=t.claims.length===0,b("claim-list").replaceChildren(...t.claims.map(e=>f("li",
{class:"claim "+(Gr[e.verdict]?e.verdict:"inconclusive")},f("span",{class:"verdict"},(Gr[e.verdict]||"?")+" "+e.verdict),f("div",{},f("b",{},e.text),f("p",{},e.
evidence,e.place?" ":"",e.place?v("show it",()=>Z(e.place)):"")))))}function Al(){b("contents").replaceChildren(...[...document.querySelectorAll("main > section\
[id]")].filter(t=>!t.hidden).map(t=>v(t.querySelector("h2").textContent,()=>t.scrollIntoView({block:"start"}))))}function Uo(t){Ml(t),$l(t),Wr(t),kr(t),$r(t),Wo(
t),Fr(t),Ir(t),Rr(t),bl(t),Al()}var Ll={func:t=>t.id<0?"other functions":A(t.name)||"unknown function",p:t=>"P "+t.id,m:t=>t.id<0?"other Ms":"M "+t.id,core:t=>"core "+t.id},ke=t=>Ll[t.kind](t),
Cl=t=>J({func:0,p:2,m:6,core:10}[t.kind]);function Tl({lanes:t},e){if(e.id<0)return;if(e.kind==="func")return e.name&&je(e.name);let n={p:"p",m:"m",core:"c"}[e.
kind];_e(n,t[n].find(o=>o.key===e.id))}function Il(t){let{page:e}=t,n=e.charts.flow.series?.[0]?.links||[];if(!e.cores||!n.length)return null;let{boxes:o}=e.cores,
s=Math.max(...["func","p","m","core"].map(h=>o.filter(u=>u.kind===h).length)),r={func:0,p:1,m:2,core:3},a=innerWidth<640,i=n.filter(h=>o[h.source].kind==="m").reduce(
(h,u)=>h+u.value,0),c=n.reduce((h,u)=>u.value>h.value?u:h),l=(h,u)=>wt(h,["on cores",w(u)],["of all",C(u/Math.max(1,i))]);return{height:Math.max(150,Math.min(520,
s*34)),label:`${w(i)} of running on cores, from functions over Ps and Ms to cores. The widest: ${ke(o[c.source])} to ${ke(o[c.target])}, ${w(c.value)}.`,option:{
series:[{left:8,right:a?60:80,top:8,bottom:8,nodeWidth:12,nodeGap:s>40?1:7,draggable:!1,layoutIterations:32,nodeAlign:"left",data:e.charts.flow.series[0].data.map(
h=>({...h,depth:r[o[h.name].kind],itemStyle:{color:Cl(o[h.name]),borderWidth:0}})),label:{show:!0,formatter:({name:h})=>ke(o[h]),color:k().text,fontSize:s>40?9:
11.5,width:a?90:220,overflow:"truncate"},labelLayout:{hideOverlap:!0},lineStyle:{color:"source",opacity:.28,curveness:.5},emphasis:{focus:"trajectory",lineStyle:{
opacity:.55}}}],tooltip:{...zt(({dataType:h,data:u,value:m})=>l(h==="edge"?ke(o[u.source])+" → "+ke(o[u.target]):ke(o[u.name]),m)),trigger:"item"}},click:({dataType:h,
data:u})=>h==="node"&&Tl(t,o[u.name])}}function Ol({page:t}){let{groups:e,procs:n}=t.sharing;if(!e?.length)return null;let o=a=>a.others?`${a.others} other func\
tions`:A(a.func)||"unknown function",s=innerWidth<640,r=e.reduce((a,i)=>a+i.total,0);return{height:34+e.length*26,label:`Running time of goroutines by function \
and P. Most ran ${o(e[0])}: ${w(e[0].total)}, ${C(e[0].total/Math.max(1,r))} of all.`,option:{grid:{left:s?130:250,right:12,top:26,bottom:4,outerBoundsMode:"non\
e"},xAxis:[{axisLabel:{formatter:a=>"P "+a,hideOverlap:!0},axisLine:{show:!1},axisTick:{show:!1}}],yAxis:[{axisLabel:{interval:0,formatter:a=>o(e[a]),width:s?120:
238,overflow:"truncate"},axisLine:{show:!1},axisTick:{show:!1}}],visualMap:[{inRange:{color:k().ramp}}],series:[{itemStyle:{borderColor:k().panel,borderWidth:n.
length>64?0:2},label:{show:n.length<=12&&!s,formatter:({value:a})=>a[2]?w(a[2]):"",fontSize:11},data:_r(t.charts.sharing)}],tooltip:zt(({value:a})=>{let i=e[a[1]];
return wt(o(i),["on P",String(n[a[0]])],["ran",w(a[2])],["of its total",C(a[2]/Math.max(1,i.total))],["goroutines",y(i.goroutines)])})},click:({value:a})=>e[a[1]].
func&&je(e[a[1]].func)}}function El({page:t}){let e=t.charts.moves.series?.[0]?.data||[];if(!e.length)return null;let n=t.charts.moves.xAxis[0].data,o=innerWidth<
640,s=e.reduce((i,c)=>c.value[2]>i.value[2]?c:i).value,r=Math.max(14,Math.min(34,(o?280:480)/n.length)),a={axisLabel:{formatter:i=>"P "+i,hideOverlap:!0},axisLine:{
show:!1},axisTick:{show:!1}};return{height:Math.round(34+n.length*r),label:`From which P to which goroutines moved; most often, ${y(s[2])} times, from P ${n[s[1]]}\
 to P ${n[s[0]]}.`,option:{grid:{left:60,width:Math.round(n.length*r*(n.length<12?2:1)),top:26,bottom:4,outerBoundsMode:"none"},xAxis:[a],yAxis:[a],visualMap:[{
inRange:{color:k().ramp}}],series:[{itemStyle:{borderColor:k().panel,borderWidth:n.length>32?0:2},label:{show:n.length<=12&&!o,formatter:({value:i})=>i[2]?y(i[2]):
"",fontSize:11},data:_r(t.charts.moves)}],tooltip:zt(({value:i})=>wt(`P ${n[i[1]]} → P ${n[i[0]]}`,["moves",y(i[2])]))}}}function _r(t){let e=t.visualMap[0].max,
{ramp:n,text:o,panel:s}=k(),r=ct(n[1])==="#ffffff"?s:"#10151c";return t.series[0].data.map(a=>({...a,label:{color:a.value[2]>e*.45?r:o}}))}function Nl({page:t}){
let e=t.charts.preempts.yAxis[0].data||[];if(!e.length)return null;let n=t.charts.preempts.series[0].data.map(o=>o.value);return{height:16+e.length*28,label:"Pr\
eemptions by kind: "+e.map((o,s)=>`${y(n[s])} ${yt(o)}`).join(", ")+".",option:{grid:{left:190,right:66,top:4,bottom:4,outerBoundsMode:"none"},yAxis:[{axisLabel:{
formatter:o=>mt(o)+"  "+yt(o),color:k().text,width:180,overflow:"truncate"},axisLine:{show:!1},axisTick:{show:!1}}],series:[{barWidth:12,barMinHeight:2,label:{color:k().
text,formatter:({value:o})=>y(o)},data:t.charts.preempts.series[0].data.map((o,s)=>({...o,itemStyle:{color:ft(e[s])}}))}]},click:({dataIndex:o})=>br(e[o])}}var qr={
flow:Il,sharing:Ol,moves:El,preempts:Nl};var Vt={};X(Vt,{build:()=>Vo,courses:()=>zn,groupings:()=>He,hit:()=>Xo,orders:()=>De,press:()=>Rn,statsOf:()=>ea});var Do=6.7,Ht={silent:!0,x:0,y:0,z2:0},Ue={stroke:"none",lineWidth:1,opacity:1},Nt=t=>({type:"group",children:t.length?t:[{...Ht,type:"schedvizRects",shape:{rects:[]},
style:Ue}]}),Et=class{constructor(){this.looks=[],this.last=null}add(e,n,o,s,r,a){let i=this.last;(i===null||i.fill!==e||i.opacity!==n)&&(i=this.last=this.of(e,
n)),i.rects.push(o,s,r,a)}of(e,n){for(let s of this.looks)if(s.fill===e&&s.opacity===n)return s;let o={fill:e,opacity:n,rects:[]};return this.looks.push(o),o}elements(){
return this.looks.map(e=>({...Ht,type:"schedvizRects",shape:{rects:e.rects},style:{...Ue,fill:e.fill,opacity:e.opacity}}))}};function jr(t,e,n,o,s,r,a){let i=Math.
floor((s-o-10)/Do),c=n.find(l=>l.length<=i);!c||e.length>=t.labelBudget||e.push({...Ht,type:"text",z2:2,x:o+5,y:r+.5,style:{text:c,fill:ct(a),stroke:"none",lineWidth:0,
backgroundColor:"transparent",padding:0,font:"10.5px "+t.font,verticalAlign:"middle"}})}var Pn=5,Bl=15,zl=150,Rl=3,Ur=12,Ho=({levels:t})=>Math.max(3,Math.min(Bl,Math.floor(zl/t))),Hr=t=>Pn+4+t.levels*Ho(t),Vr=(t,e)=>e.g>=0?J(t.colourBy==="function"?
t.model.gs.func[e.g]:t.model.gs.id[e.g]):J(e.what==="task"?e.id:4);function Fl(t,{name:e,g:n}){return t.found?!t.found.has(n)&&!t.filter.words.some(o=>o.kind===
"func"&&e.toLowerCase().includes(o.value)):!1}function Xr(t,e,n,o){let s=new Et,r=[],a=Ho(e),i=new Int32Array(e.levels).fill(-1);s.add(k().track,1,0,o+Pn,n.width,
e.levels*a);let c=l=>(l-n.from)/(n.to-n.from)*n.width;for(let l of e.boxes){if(l.start>n.to)break;if(l.end<n.from)continue;let h=Math.max(c(l.start),-1),u=Math.
max(1,Math.min(c(l.end),n.width+1)-h-1);if(u<=1&&Math.floor(h)===i[l.level])continue;i[l.level]=Math.floor(h+u);let m=o+Pn+l.level*a,g=Fl(t,l),d=g?k().dim:Vr(t,
l);s.add(d,.85,h,m,u,Math.max(2,a-1)),l.what==="task"&&Wl(t,l,c,m,a,s),!g&&a>=12&&jr(t,r,Gl(t,l),Math.max(h,0),Math.min(h+u,n.width),m+a/2,d)}return[...s.elements(),
...r]}function Wl(t,e,n,o,s,r){let a=-9;for(let{time:i}of t.model.logs.get(e.task)||[]){let c=n(i);i<e.start||i>e.end||c-a<2||(a=c,r.add(k().text,1,c-.75,o,1.5,
Math.max(2,s-1)))}}function Gl(t,e){let n=w(e.end-e.start),o=e.what==="task"?`${e.name} ${e.id}`:[e.name,e.g>=0&&O(t.model,e.g)].filter(Boolean).join(" ");return[
`${o} · ${n}`,o,e.name]}function Yr(t,e,n,o){let s=(t.view.to-t.view.from)/t.width,r=Math.floor((o-Pn)/Ho(e)),a=null,i=3*s;for(let c of e.boxes){if(c.start>n+i)
break;if(c.level!==r)continue;let l=Math.max(c.start-n,n-c.end,0);l<=i&&([a,i]=[c,l])}return a&&{kind:"task",lane:e,t:n,box:a,tip:()=>ql(t,a,n,s),click:()=>Jr(t,
a)}}var _l=t=>t.what==="task"?`task ${t.id}`:"region";function Kr(t,e){return f("div",{class:"who"},G(Vr(t,e)),f("b",{},e.name)," "+_l(e))}function Zr(t,e){let{
model:n}=t,o=e.what==="task"&&e.parent>0?`task ${e.parent}`:"";return[["start",e.start>0?M(e.start,1e3):"at or before the beginning"],["duration",w(e.end-e.start)+
(e.open?", still open at the end":"")],["parent",o],["goroutine",e.g>=0?`${O(n,e.g)} ${A(W(n,e.g))}`:""],["task",e.what==="region"&&e.task>0?String(e.task):""]]}
function ql(t,e,n,o){let s=e.what==="task"&&t.model.logs.get(e.task)||[],r=s.filter(a=>Math.abs(a.time-n)<=Rl*o).slice(0,4);return f("div",{},Kr(t,e),U([...Zr(t,
e),["logs",s.length?y(s.length):""],...r.map(a=>["log",a.text])]))}function Jr(t,e){t.selectRange(e.start,Math.max(e.end,e.start+1)),t.openPanel(jl(t,e))}function jl(t,e){
let{model:n}=t,o=e.what==="task"?n.lanes.t.flatMap(a=>a.what==="region"?a.boxes.filter(i=>i.task===e.id):[]):[],s=e.what==="task"?n.logs.get(e.id)||[]:[],r=[...new Set(
[...o.map(a=>a.g),e.g])].filter(a=>a>=0);return[Kr(t,e),U(Zr(t,e)),f("div",{class:"actions"},v("zoom to it (F)",()=>t.fitSelection()),r.length>0&&v(r.length===1?
`only ${O(n,r[0])}`:`only its ${r.length} goroutines`,()=>t.show({gs:r.map(a=>n.gs.id[a])}))),...Dr("Regions",o.sort((a,i)=>i.end-i.start-(a.end-a.start)),a=>[a.
name+(a.g>=0?" "+O(n,a.g):""),w(a.end-a.start),()=>Jr(t,a)]),...Dr("Logs",s,a=>[a.text,M(a.time,1e3),()=>t.goToTime(a.time)])].filter(Boolean)}function Dr(t,e,n){
if(!e.length)return[];let o=e.length-Ur;return[f("h4",{},`${t} (${y(e.length)})`),f("table",{class:"mini"},e.slice(0,Ur).map(s=>{let[r,a,i]=n(s);return f("tr",{},
f("td",{},v(r,i)),f("td",{class:"num"},a))})),o>0&&f("p",{class:"quiet"},`and ${y(o)} more, in the tables below`)]}function Qr(t){let e=t.flatMap(n=>n.boxes);return{
spans:{start:e.map(n=>n.start),end:e.map(n=>n.end)},lanes:[{rows:e.map((n,o)=>o)}]}}var Ul=["p","m","c","t","g"],Dl={p:"P",m:"M",c:"core",g:"goroutine"},Hl=new Int32Array(0),Vl=20;function ea({overview:t},e){if(e.stats)return e.stats;let n={first:1/0,
running:0,waiting:0,latency:0},{spans:o}=t,s=t.lanes.get(e)?.rows??[];for(let r of s){let a=o.state[r],i=o.dur[r];a===2?n.running+=i-o.idle[r]:a===3?n.waiting+=
i:a===1&&(n.latency=Math.max(n.latency,i))}return s.length&&(n.first=o.start[s[0]]),e.stats=n}var na={id:null,first:t=>t.first,running:t=>-t.running,latency:t=>-t.
latency,waiting:t=>-t.waiting};function Xl(t,e,n){let o=na[n];return o?e.map(s=>[o(ea(t,s)),s]).sort((s,r)=>s[0]-r[0]).map(([,s])=>s):e}var oa={none:null,function:({
model:t},e)=>A(W(t,e.key))||"function unknown",parent({model:t},e){let n=t.gs.parent[e.key],o=t.byID.get(n);return n>0?`from G${n}`+(o===void 0?"":" "+A(W(t,o))):
"parent unknown"},state:(t,e)=>Yl(t.model,e,t.arranged.at??t.model.duration)};function Yl({overview:t,strings:e,duration:n},o,s){let{spans:r}=t,a=t.lanes.get(o)?.
rows??Hl;if(!a.length)return"unknown";let i=s>=n?a.length-1:D(r,{rows:a},s,0),c=a.at(-1);if(i<0)return s<r.start[a[0]]?"not begun":s>=r.end[c]?"ended":"unknown";
let l=a[i];if(s>=n&&r.end[c]<n-1)return"ended";let h=e[r.reason[l]];return r.state[l]===3&&h?"waiting: "+h:at[r.state[l]]}function Kl({spans:t},{rows:e},{from:n,
to:o}){for(let s=it(t,e,n);s<e.length&&t.start[e[s]]<o;s++){let r=t.state[e[s]];if(r===2||r===1||r===4)return!0}return!1}function Vo(t){let{model:e,shown:n,arranged:o}=t,
s=o.pins.map(i=>t.laneByID(i)).filter(Boolean),r=[];for(let i of Ul){if(!n[i])continue;i==="g"&&!t.found&&r.push(...e.part.groups.map(l=>Jl(e,l)));let c=e.lanes[i].
filter(l=>!s.includes(l)&&!o.hidden.has(ht(e,l)));i==="g"&&t.found&&(c=c.filter(l=>t.found.has(l.key))),i==="g"&&o.active&&(c=c.filter(l=>Kl(e,l,t.view))),i==="\
g"&&(c=Xl(e,c,o.order)),r.push(...Zl(t,i,c))}let a=r.filter(i=>(i.lanes.length||i.without)&&!o.hidden.has(i.key));for(let i of a)i.folded=!!i.without||(o.folds.
get(i.key)??(i.by!=="none"&&i.lanes.length>Vl&&a.length>1));return{pinned:s,groups:a}}function Zl(t,e,n){let o=e==="g"?t.arranged.group:"none",s=e==="t"?(a,i)=>i.
what+"s":oa[o];if(!s)return[ta(t.model,e,"",n,o)];let r=new Map;for(let a of n){let i=s(t,a);r.has(i)?r.get(i).push(a):r.set(i,[a])}return[...r].map(([a,i])=>ta(
t.model,e,a,i,o))}function ta(t,e,n,o,s){let r=e==="g"?t.part.groups.reduce((i,c)=>i+c.goroutines-c.lanes,0):0,a=(r?y(o.length)+" of ":"")+S(o.length+r,Dl[e]);return{
kind:"group",key:n?e+"/"+n:e,of:e,by:s,title:n||a,count:n?y(o.length):"",lanes:o,model:t,rows:new Int32Array(0),marks:[],under:[]}}function Jl(t,e){let n=e.goroutines-
e.lanes,o=e.others?"other functions":A(e.func)||"function unknown",s=`${S(e.goroutines,"goroutine")} of ${e.others?"functions without a group of their own":e.func||
"which the trace does not name the start function"}: ${e.lanes?`the ${y(e.lanes)} that ran longest have a lane, ${y(n)} have none`:"none has a lane of its own"}\
. The line is about all of them.`;return e.lane??={kind:"group",key:"without/"+o,of:"g",by:"without",title:o,count:`+${y(n)} without a lane`,lanes:[],without:e,
explained:s,model:t,rows:new Int32Array(0),marks:[],under:[]}}function zn(t){let{part:e,spans:n}=t.model;if(t.without)return{courses:t.without.courses,max:Math.
max(1,...t.without.courses.map(({f:a})=>a.max))};if(t.counted?.part===e)return t.counted;let o=(a,i,{lanes:c,spans:l}={lanes:t.lanes,spans:n})=>({name:a,f:ie(c,
l,i)}),s=t.of==="g"?[o("running",2),o("runnable",1)]:t.of==="t"?[o("open",null,Qr(t.lanes))]:[o("running",null)],r=Math.max(1,...s.map(({f:a})=>a.max));return t.
counted={part:e,courses:s,max:t.of==="p"||t.of==="c"?t.lanes.length:r}}function Xo(t,e,n){return{kind:"group",lane:e,t:n,tip:()=>Ql(t,e,n),click:()=>Rn(t,e)}}function Rn(t,e){
e.without?Cn(e.explained):t.fold(e.key,!e.folded)}function Ql(t,e,n){let o=(t.view.to-t.view.from)/t.width;if(e.without)return th(e,n,o);let s=e.of==="t"?"":" o\
f "+y(e.lanes.length),r=zn(e).courses.map(({name:a,f:i})=>[a,y(qt(i,n))+s]);return f("div",{},f("div",{class:"who"},f("b",{},e.title)),U([["lanes",y(e.lanes.length)],
["at",M(n,o)],...r]),f("div",{class:"quiet"},e.folded?"a click opens it":"a click folds it"))}function th(t,e,n){let{goroutines:o,lanes:s,step:r,courses:a}=t.without;
return f("div",{},f("div",{class:"who"},f("b",{},t.title)),U([["goroutines",y(o)],["with a lane",y(s)],["at",M(e,n)],...a.map(({name:i,f:c})=>[i,`${qt(c,e).toFixed(
1)} (mean of ${w(r)})`])]),f("div",{class:"quiet"},t.explained))}var De=Object.keys(na),He=Object.keys(oa);var Jo={};X(Jo,{AXIS:()=>Fn,COUNTER_GAP:()=>oe,gutterWidth:()=>Zo,indexAt:()=>be,itemOf:()=>Ve,place:()=>Ko,visible:()=>xt,yOf:()=>bt});var Fn=24,eh=14,sa=34,oe=10,ra=8,ia=19,ca=38,nh=22,la=()=>innerWidth<640;function Ko(t){let{pinned:e,groups:n}=Vo(t),o=Math.max(260,Math.round(innerHeight*(la()?
.6:t.room))),s=Fn+(t.model.bands.length?eh:2),r=aa(t,sa),a=o-s-r.height-oe,i=oh(e,n,a),c=sh(e,i),{items:l,total:h}=rh(n,i),u=Math.max(40,Math.min(a-c.height,h));
r=aa(t,sa+Math.max(0,Math.min(46,Math.floor((a-c.height-u)/r.rows.length))));let m=s+c.height,g=r.height+oe;return{groups:n,pinned:c.items,lanes:l,ceiling:s,top:m,
viewport:u,total:h,counters:r.rows,below:g,height:m+u+g}}function oh(t,e,n){let o=[...t,...e.flatMap(a=>a.folded?[]:a.lanes)],s=o.filter(a=>!Yo(a)).length,r=6;for(let a of o)
r+=Yo(a);for(let a of e)r+=a.folded?ca:ia;return Math.max(34,Math.min(96,Math.floor((n-r)/Math.max(1,s))))}var Yo=t=>t.kind==="g"?nh:t.kind==="t"?Hr(t):0;function ha(t,e,n){
return{lane:t,y:e,height:Yo(t)||n,head:t.kind==="g"?6:12}}function sh(t,e){let n=[],o=t.length?ra:0;for(let s of t)n.push({...ha(s,o-ra,e),pinned:!0}),o+=n.at(-1).
height;for(let s of n)s.y-=o;return{items:n,height:o}}function rh(t,e){let n=[],o=0;for(let s of t){let r=s.folded?ca:ia;if(n.push({lane:s,y:o,height:r,head:4}),
o+=r,!s.folded)for(let a of s.lanes)n.push(ha(a,o,e)),o+=n.at(-1).height}return{items:n,total:o+2}}function aa({model:t,counts:e},n){let o=t.page.stat.procs.gomaxprocs||
t.lanes.p.length,r=["running","runnable","queued","idle Ps","spinning","heap"].filter(a=>e[a]).map((a,i)=>({name:a,y:i*(n+8),height:n,max:Math.max(1,e[a].max,a===
"running"||a==="idle Ps"?o:0)}));return{rows:r,height:r.length*(n+8)}}var bt=({layout:t,scrollTop:e},{y:n,pinned:o})=>t.top+n-(o?0:e);function Ve({layout:t},e){
return t.byLane??=new Map([...t.pinned,...t.lanes].map(n=>[n.lane,n])),t.byLane.get(e)}function Zo({shown:t,arranged:e}){let n=la();return t.g||t.t||e.pins.some(
o=>"gt".includes(o[0]))?n?104:190:t.m?n?80:100:n?72:84}function be(t,e){let n=0,o=t.length;for(;n<o;){let s=n+o>>1;t[s].y+t[s].height>e?o=s:n=s+1}return n}function xt({
layout:t,scrollTop:e}){let n=[],{lanes:o,viewport:s}=t;for(let r=be(o,e);r<o.length&&o[r].y<e+s;r++)n.push(r);return n}var ah=16,ih=10,Xe=2,ch=6,ua=.38;function fa(t,e,n,o,s,r,a){if(!n.length||r<ah)return t.add(e,1,o,s,r,a);t.add(e,ua,o,s,r,a);for(let i=o,c=0;i<o+r;i+=n[c%n.length],
c++)c%2===0&&t.add(e,1,i,s,Math.min(n[c%n.length],o+r-i),a)}function ma(t,e,n,o,s,r){if(!(s<ih||r<Xe+2))for(let a=n+2;a+Xe<n+s;a+=ch)t.add(ct(e),.75,a,o+r-Xe-1,
Xe,Xe)}function da(t,e){if(!e.length)return t;let n=0;return`repeating-linear-gradient(to right, ${e.map((s,r)=>`${r%2?`color-mix(in srgb, ${t} ${100*ua}%, tran\
sparent)`:t} ${n}px ${n+=s}px`).join(", ")})`}var xe=(t,e)=>t.root.querySelectorAll(`[data-${e}]`);function ga(t){let{root:e,nodes:n}=t;for(let o of xe(t,"lanes"))o.addEventListener("click",()=>t.switchLanes(
o.dataset.lanes,!t.shown[o.dataset.lanes]));for(let o of xe(t,"colour"))o.addEventListener("click",()=>t.setColour(o.dataset.colour));for(let o of xe(t,"arrows"))
o.addEventListener("click",()=>t.toggleArrows(o.dataset.arrows));n.group.addEventListener("change",()=>lh(t,n.group.value)),n.order.addEventListener("change",()=>t.
orderBy(n.order.value)),n.active.addEventListener("click",()=>t.activeOnly(!t.arranged.active)),n.hidden.addEventListener("click",()=>t.showHidden()),n.find.addEventListener(
"input",()=>t.search(n.find.value)),n.find.addEventListener("keydown",o=>o.key==="Enter"&&t.nextMatch(o.shiftKey?-1:1)),e.querySelector(".zoom-in").addEventListener(
"click",()=>t.zoom(.5)),e.querySelector(".zoom-out").addEventListener("click",()=>t.zoom(2)),e.querySelector(".zoom-all").addEventListener("click",()=>t.reset())}
function lh(t,e){e==="state-here"?t.groupBy("state",t.timeHere()):t.groupBy(e)}function vt(t){for(let o of xe(t,"lanes"))o.setAttribute("aria-pressed",t.shown[o.
dataset.lanes]),o.dataset.lanes==="c"&&(o.hidden=!t.model.lanes.c.length),o.dataset.lanes==="t"&&(o.hidden=!t.model.lanes.t.length);for(let o of xe(t,"colour"))
o.setAttribute("aria-pressed",String(t.colourBy===o.dataset.colour));for(let o of xe(t,"arrows"))o.setAttribute("aria-pressed",t.arrows[o.dataset.arrows]);let{arranged:e,
nodes:n}=t;n.group.value=e.group==="state"&&e.at!==null?"state-here":e.group,n.order.value=e.order,n.active.setAttribute("aria-pressed",e.active),t.root.querySelector(
".arrange").hidden=!t.shown.g,n.hidden.hidden=e.hidden.size===0,n.hidden.textContent=`${e.hidden.size} hidden: show`,n.legend.replaceChildren(...hh(t))}function hh(t){
let e=new Set(Array.from(t.model.overview.marks.kind,o=>V[o])),n=ro.filter(o=>e.has(o)).map(o=>f("span",{title:yt(o)},f("i",{style:{color:ft(o)}},mt(o))," "+Jt(
o)));if(t.colourBy==="state"||t.shown.g){for(let o of["running","runnable","syscall"])n.push(f("span",{},G(E(o)),o));if(t.shown.g)for(let o of uh(t.model))n.push(
fh(o))}if(t.model.onCore&&(t.shown.p||t.shown.m||t.shown.g)){let o=k().accent;n.unshift(f("span",{},G(o),"on a core"),f("span",{title:"running for the trace, bu\
t the kernel had no core for its thread, or the thread was blocked"},f("span",{class:"swatch",style:{background:"transparent",boxShadow:"inset 0 0 0 1.5px "+o}}),
"running, but off core"))}return t.model.bands.some(o=>o.stw)&&n.push(f("span",{},G(k().stw),"stop-the-world")),t.model.bands.some(o=>!o.stw&&!o.gap)&&n.push(f(
"span",{},G(k().gc),"GC")),t.model.bands.some(o=>o.gap)&&n.push(f("span",{},G(k().dim),"missing from the trace")),n}function uh(t){if(t.waitKinds)return t.waitKinds;
let{spans:e}=t.overview,n=new Set;for(let s=0;s<e.state.length;s++)e.state[s]===3&&n.add(e.reason[s]);let o=new Set(Array.from(n,s=>re(t.strings[s])));return t.
waitKinds=cn.filter(s=>o.has(s))}function fh(t){return f("span",{title:`waiting: ${t.name}`},f("span",{class:"swatch line",style:{background:da(t[nt()],t.dash)}}),
t.name)}var Qo=8,wa=()=>({group:"none",at:null,order:"id",active:!1,folds:new Map,pins:[],hidden:new Set}),ya={arrange(t){Object.assign(this.arranged,t),vt(this),this.relayout()},
groupBy(t,e=null){He.includes(t)&&(t!=="none"&&(this.shown.g=!0),this.arrange({group:t,at:t==="state"?e:null}))},orderBy(t){De.includes(t)&&this.arrange({order:t})},
activeOnly(t){t&&(this.shown.g=!0),this.arrange({active:t})},fold(t,e){this.arranged.folds.set(t,e),this.arrange({})},foldAll(){let t=this.layout.groups.some(e=>!e.
folded);for(let e of this.layout.groups)this.arranged.folds.set(e.key,t);this.arrange({})},isPinned(t){return this.arranged.pins.includes(ht(this.model,t))},pin(t,e=null){
if(t.kind==="group")return;e??=!this.isPinned(t);let n=ht(this.model,t),o=this.arranged.pins.filter(s=>s!==n);this.arrange({pins:e?[...o,n].slice(-Qo):o}),this.
say(`${Y(this.model,t)} ${e?"is pinned to the top":"is back in its place"}`)},hide(...t){for(let e of t){let n=e.kind==="group"?e.key:ht(this.model,e);this.arranged.
hidden.add(n),this.arranged.pins=this.arranged.pins.filter(o=>o!==n)}this.arrange({}),this.say(`${t.length===1?Y(this.model,t[0])+" is":t.length+" lanes are"} h\
idden`)},showHidden(){this.arrange({hidden:new Set}),this.say("all lanes are shown again")},laneByID(t){let e=Object.values(this.model.lanes),n=e.reduce((o,s)=>o+
s.length,0);return this.ids?.count!==n&&(this.ids={count:n,lanes:new Map(e.flat().map(o=>[ht(this.model,o),o]))}),this.ids.lanes.get(t)},chosenLane(){return(this.
nodes.gutter.contains(document.activeElement)?document.activeElement.closest(".lane-label"):null)?.lane??this.selected?.lane??null},reveal(t){let{kind:e}=t;(this.
arranged.hidden.delete(ht(this.model,t))||!this.shown[e]&&!this.isPinned(t))&&(this.shown[e]||=!this.isPinned(t),this.arrange({}));let o=this.layout.groups.find(
i=>i.folded&&i.lanes.includes(t));o&&this.fold(o.key,!1);let s=Ve(this,t);if(!s||s.pinned)return;let{scroll:r}=this.nodes,{viewport:a}=this.layout;s.y<r.scrollTop?
r.scrollTop=s.y-4:s.y+s.height>r.scrollTop+a&&(r.scrollTop=s.y+s.height-a+4),this.scrollTop=r.scrollTop,this.redraw()},say(t){this.nodes.said.textContent=t}};var ba=["p","m","c","t","g"],mh=["goroutine","function","state"],os=500,dh=2e3,ts=t=>ba.filter(e=>t[e]).join("");function ss(t){let e=new URLSearchParams,{view:n,
arranged:o,selected:s}=t;(n.from>0||n.to<t.extent)&&(e.set("from",String(Math.round(n.from))),e.set("to",String(Math.round(n.to)))),ts(t.shown)!==ts(t.usual)&&e.
set("lanes",ts(t.shown)),t.colourBy!=="goroutine"&&e.set("colour",t.colourBy),t.nodes.find.value&&e.set("find",t.nodes.find.value),o.group!=="none"&&e.set("grou\
p",o.group),o.at!==null&&e.set("at",String(Math.round(o.at))),o.order!=="id"&&e.set("order",o.order),o.active&&e.set("active","yes");for(let r of o.pins)e.append(
"pin",r);for(let r of[...o.hidden].slice(0,os))e.append("hide",r);for(let[r,a]of[...o.folds].slice(0,os))e.append(a?"fold":"open",r);for(let r of["chain","all"])
t.arrows[r]&&e.append("arrows",r);return s?e.set("sel",ht(t.model,s.lane)+"@"+Math.round(t.model.spans.start[s.row])):t.range&&e.set("sel",Math.round(t.range.from)+
"-"+Math.round(t.range.to)),e.toString()}function es(t,e){let n=Number(t);return t===null||t===""||!Number.isFinite(n)||n<0?e:n}var ns=(t,e,n)=>e.includes(t)?t:
n;function Gn(t,e){let n=new URLSearchParams(e),o=l=>n.getAll(l).slice(0,os),s=n.get("lanes");for(let l of ba)t.shown[l]=s===null?!!t.usual[l]:s.includes(l);t.colourBy=
ns(n.get("colour"),mh,"goroutine");let r=[...o("fold").map(l=>[l,!0]),...o("open").map(l=>[l,!1])],a=ns(n.get("group"),He,"none");t.arranged={group:a,at:a==="st\
ate"?es(n.get("at"),null):null,order:ns(n.get("order"),De,"id"),active:n.get("active")==="yes",pins:[...new Set(o("pin"))].filter(l=>t.laneByID(l)).slice(-Qo),hidden:new Set(
o("hide")),folds:new Map(r)};for(let l of["chain","all"])t.arrows[l]=o("arrows").includes(l);(t.selected||t.range||t.away)&&t.unselect(),t.search((n.get("find")||
"").slice(0,dh));let i=es(n.get("from"),0),c=es(n.get("to"),t.extent);c>i&&t.setView(i,c),ph(t,n.get("sel")||"")}function ph(t,e){let n=/^(.{1,200})@(\d{1,18})$/.
exec(e),o=/^(\d{1,18})-(\d{1,18})$/.exec(e);o&&Number(o[1])<Number(o[2])&&t.selectRange(Number(o[1]),Number(o[2]));let s=n&&t.laneByID(n[1]);if(!s)return;let r=D(
t.model.spans,s,Number(n[2])+.5,1);r<0||(t.select(s,r),Ve(t,s)&&t.reveal(s))}function xa(t){let e=()=>location.hash.slice(1);Gn(t,e()),t.on("settled",n=>{n!==e()&&
history.replaceState(null,"",n?"#"+n:location.pathname+location.search)}),addEventListener("hashchange",()=>Gn(t,e()))}function va(t,e,n){let o=f("span",{class:"tl-exactness",role:"status"});t.nodes.range.after(" ",o),t.on("draw",()=>wh(t,e,o,n.length)),n.length&&t.nodes.map.after(
kh(t,n))}function wh(t,e,n,o){let{part:s}=t.model,r=s.resolution>0,a=yh(t,s);n.classList.toggle("merged",r);let i=a>0?`spans of a lane that are less than ${w(a)}\
 apart are drawn as one, pale`:"no span of the lanes shown is merged with another";if(!r)return _n(n,"exact","every span in view is as it was recorded");if(e.trouble)
return _n(n,"merged: "+e.trouble,i);if(e.pending)return _n(n,"merged, reading the exact spans…",i);let c=a<=(t.view.to-t.view.from)/t.width;_n(n,c?"exact to t\
he pixel":`merged within ${w(a)}`,i+(o?"; the marks below the strip lead to exact parts, and schedviz serve shows all of the trace exactly":""))}function yh({shown:t},{
resolution:e,resolutions:n}){if(!n)return e;let o={p:n.p,m:n.m,c:n.m,g:n.g};return Math.max(0,...Object.keys(o).filter(s=>t[s]).map(s=>o[s]))}function _n(t,e,n){
t.textContent!==e&&(t.textContent=e),t.title=n}function kh(t,e){let n=o=>o/t.extent*100+"%";return f("div",{class:"tl-places",role:"group","aria-label":"exact p\
arts"},e.map(({from:o,to:s})=>{let r=`exact: ${w(s-o)} from ${M(o,1e6)}`,a=t.model.overview.resolution;return f("button",{type:"button",title:r,"aria-label":r,style:{
left:n(o),width:n(s-o)},onclick:()=>t.setView(o>0?o+a:0,s<t.model.duration?s-a:s)})}))}var xh={string:[q.reason,rt.name,_.type,P.category,P.message,_t.name,pt.func],g:[q.g,q.waker,lt.g,rt.g,gt.g.key],m:[q.m,lt.m,Q.m],stack:[q.stack,lt.stack]};function Ma(t,{
strings:e,cols:n}){let o={string:vh(t,e)};o.g=Mh(t,n,o.string),o.m=$h(t,n[gt.m.key]),o.stack=Ah(t,n,o.string);let s={...n};for(let[r,a]of Object.entries(xh))for(let i of a)
n[i]&&(s[i]=Int32Array.from(n[i],c=>c<0?-1:o[r][c]));return s}function Ye(t,e){if(!e.length)return t;let n=new t.constructor(t.length+e.length);return n.set(t),
n.set(e,t.length),n}function vh(t,e){let n=t.stringAt??=new Map(t.strings.map((o,s)=>[o,s]));return e.map(o=>(n.has(o)||n.set(o,t.strings.push(o)-1),n.get(o)))}
function Mh(t,e,n){let{gs:o,byID:s}=t,r={id:[],func:[],parent:[],created:[]},a=Array.from(e[$t.id],(i,c)=>{if(!s.has(i)){s.set(i,o.id.length+r.id.length);for(let l of Object.
keys(r))r[l].push(l==="func"?n[e[$t.func][c]]:e[$t[l]][c])}return s.get(i)});for(let i of Object.keys(r))o[i]=Ye(o[i],r[i]);for(let i of e[gt.g.key]){let c=a[i];
if(t.laneOfG.has(c))continue;let l=$a("g",c);t.laneOfG.set(c,l),t.lanes.g.push(l)}return a}var $a=(t,e)=>({kind:t,key:e,rows:new Int32Array(0),marks:[],under:[]});
function $h(t,e){let n=new Map(Array.from(t.threads,(r,a)=>[r,a])),o=[],s=Array.from(e,r=>(n.has(r)||(n.set(r,t.threads.length+o.length),o.push(r),t.lanes.m.push(
$a("m",r))),n.get(r)));return t.threads=Ye(t.threads,o),s}function Ah(t,e,n){let o=t.frameAt??=Sh(t.cols),s=t.stackAt??=Lh(t),r={func:[],file:[],line:[]},a=t.cols[ot.
line].length,i=Array.from(e[ot.line],(m,g)=>{let d={func:n[e[ot.func][g]],file:n[e[ot.file][g]],line:m},p=Aa(d);if(!o.has(p)){o.set(p,a+r.line.length);for(let x of Object.
keys(r))r[x].push(d[x])}return o.get(p)}),c=[],l=[],h=0,u=Array.from(e[H.len],m=>{let g=Array.from(e[H.frames].subarray(h,h+m),p=>i[p]);h+=m;let d=g.join();return s.
has(d)||(s.set(d,t.cols[H.len].length+c.length),c.push(m),l.push(...g)),s.get(d)});for(let m of Object.keys(r))t.cols[ot[m]]=Ye(t.cols[ot[m]],r[m]);return t.cols[H.
len]=Ye(t.cols[H.len],c),t.cols[H.frames]=Ye(t.cols[H.frames],l),c.length&&(t.stackStart=null),u}var Aa=({func:t,file:e,line:n})=>`${t} ${e} ${n}`;function Sh(t){
return new Map(Array.from(t[ot.line],(e,n)=>[Aa({func:t[ot.func][n],file:t[ot.file][n],line:e}),n]))}function Lh({cols:t}){let e=0;return new Map(Array.from(t[H.
len],(n,o)=>[t[H.frames].subarray(e,e+=n).join(),o]))}var Ch=200,Sa=2e3,Th=2e4,Ih=503,ve=0;async function Ke(t,e){let n=new URLSearchParams(location.search).get("token")??"";for(;;){let o=await fetch(t+(t.includes(
"?")?"&":"?")+"token="+encodeURIComponent(n),{signal:e,credentials:"omit",cache:"no-store",referrerPolicy:"no-referrer"});if(o.ok)return o;let s=(await o.text()).
trim(),r=Number(o.headers.get("Retry-After"));if(o.status!==Ih||!r)throw new Error(s||"schedviz serve answered "+o.status);await rs(r*1e3*(1+Math.random()/2),e)}}
function rs(t,e){return new Promise((n,o)=>{setTimeout(n,t),e?.addEventListener("abort",()=>o(e.reason),{once:!0})})}var Oh=async t=>Le(new Uint8Array(await(await Ke(
`data?part=${t}&edition=${ve}`)).arrayBuffer()));async function La(){let t=await(await Ke("progress")).json();return ve||=t.edition,Ph(t),t}async function Ca(t){
try{await Eh(t)}finally{Nh()}b("reading-trace").hidden=!0}async function Eh(t){for(let e=!1;;await rs(Ch)){let{read:n,size:o,beginning:s,whole:r,error:a,...i}=await La();
if(i.edition!==ve)return;if(a)throw new Error(a);if(r&&e)return location.reload();if(r||s&&!e){let c=await Oh(r?"whole":"beginning");if(zh(c.page),t(c),e=!0,r)return}
Bh(n,o,e)}}async function Nh(){for(let t=Sa;;)await rs(t),!document.hidden&&(t=await La().then(()=>Sa,()=>Th))}function Ph(t){let e=b("changed"),n=t.edition!==ve,
o=n?"The trace has been read anew.":t.changed;e.dataset.text!==o&&(e.dataset.text=o,e.hidden=!o,e.replaceChildren(o," ",v("Show the new trace",()=>Ta(e,n))))}async function Ta(t,e){
try{e||await Ke(`reread?edition=${ve}`)}catch(n){t.replaceChildren(`The new trace cannot be read: ${n.message}. `,v("Try again",()=>Ta(t,e)));return}history.replaceState(
null,"",location.pathname+location.search),location.reload()}function Bh(t,e,n){let o=b("progress");o.max=e,o.value=t,b("progress-text").textContent=`reading th\
e trace: ${Wt(t)} of ${Wt(e)}`+(n?"; below is its beginning":"")}function zh({title:t,served:e}){document.querySelector("h1").textContent=t,document.querySelector(
".facts-line").replaceChildren(...e.facts.flatMap((n,o)=>[o?" · ":"",f("span",{},n)])),b("failure").before(...e.warnings.map(n=>f("p",{class:"warning"},n)))}var Ia=()=>ve;var Rh=15e5,Fh=70;async function Wh(t,e){let n=await Le(e),o=wn(t,Ma(t,n),n.page);if(Gh(t,o),t.page.rangeResolution||(o.bands=t.overview.bands),!n.page.annotated)
for(let[s,r]of o.lanes)r.under=t.overview.lanes.get(s)?.under||r.under;return o}function Gh(t,e){let{overview:n}=t;for(let[o,{rows:s}]of e.lanes){let r=n.lanes.
get(o)?.rows;if(!(!r?.length||!s.length||o.kind==="c"))for(let a of[s[0],s[s.length-1]])_h(n.spans,r,e,a)}}function _h(t,e,n,o){let{spans:s}=n;if(s.start[o]>n.from&&
s.end[o]<n.to)return;let r=D(t,{rows:e},(s.start[o]+s.end[o])/2,0),a=e[r];if(!(r<0||t.n[a]>1||t.g[a]!==s.g[o]||t.state[a]!==s.state[o]))for(let i of["start","en\
d","dur","reason","stack","preempt"])s[i][o]=t[i][a]}var qn=class{constructor(e){this.exact=e}wanted(e,n){let o=this.exact.findIndex(s=>n(s,e));return o<0?null:
{key:o,...this.exact[o]}}async get({key:e}){return eo(document.getElementById("window-"+e).textContent.trim())}delay=0;isHere=!0},jn=class{constructor(e){this.edge=
e.overview.resolution,this.duration=e.duration}wanted({from:e,to:n}){let o=2**Math.ceil(Math.log2(Math.max(2*(n-e),8*this.edge,1024))),s=o/8,r=Math.floor(((e+n)/
2-o/2)/s)*s,a={from:Math.max(0,r),to:Math.min(this.duration,r+o)};return{key:a.from+"-"+a.to,...a}}async get({from:e,to:n},o){let s=await Ke(`window?from=${e}&t\
o=${n}&edition=${Ia()}`,o);return new Uint8Array(await s.arrayBuffer())}delay=Fh},Un=class{constructor(e,n){this.model=e,this.source=n,this.edge=e.overview.resolution,
this.loaded=new Map,this.pending=null,this.trouble="",this.onload=()=>{},this.unpack=Wh}covers=(e,n)=>(e.from<=0||e.from+this.edge<=n.from)&&(e.to>=this.model.duration||
e.to-this.edge>=n.to);best(e){let n=this.model.overview,o=null;for(let[s,r]of this.loaded)this.covers(r,e)&&r.resolution<n.resolution&&([n,o]=[r,s]);return o!==
null&&this.touch(o),n}touch(e){let n=this.loaded.get(e);this.loaded.delete(e),this.loaded.set(e,n)}look(e,n){let o=this.best(e),s=o.resolution>0&&(this.source.isHere||
o.resolution>(e.to-e.from)/n);return this.want(s?this.source.wanted(e,this.covers):null),o}want(e){if(e&&this.loaded.has(e.key)&&(e=null),this.pending?.key===e?.
key||(this.pending?.abort.abort(),this.pending=null,!e))return;let n=this.pending={key:e.key,abort:new AbortController};setTimeout(()=>this.load(e,n),this.source.
delay)}async load(e,n){let o=()=>n.abort.signal.aborted;if(!o()){try{let s=await this.source.get(e,n.abort.signal);if(o())return;let r=await this.unpack(this.model,
s);this.trouble="",this.keep(e.key,r)}catch(s){if(o())return;this.trouble=String(s?.message||s)}this.pending===n&&(this.pending=null),this.onload()}}keep(e,n){this.
loaded.set(e,n);let o=0;for(let s of[...this.loaded.keys()].reverse())o+=this.loaded.get(s).spans.start.length,o>Rh&&s!==e&&this.loaded.get(s)!==this.model.part&&
this.loaded.delete(s)}};var Ze={};X(Ze,{causeOf:()=>Vn,caused:()=>ls,causedBy:()=>is,inView:()=>as,ledTo:()=>cs,onG:()=>Pt,wakeOf:()=>Hn});var Ea=new WeakMap;function Ba(t){let e=Ea.get(t.spans);return e||Ea.set(t.spans,e=qh(t)),e}function qh(t){let{spans:e}=t,n=[];for(let i of t.lanes.g)for(let c of i.
rows)e.state[c]===1&&e.waker[c]>=0&&e.n[c]===1&&n.push(c);let o=Int32Array.from(n).sort((i,c)=>e.start[i]-e.start[c]),s=new Int32Array(t.gs.id.length+1);for(let i of o)
s[e.waker[i]+1]++;for(let i=1;i<s.length;i++)s[i]+=s[i-1];let r=new Int32Array(o.length),a=s.slice();for(let i of o)r[a[e.waker[i]]++]=i;return{rows:o,first:s,byWaker:r}}
function za(t,e,n,o,s=0,r=e.length){let a=i=>{let c=s,l=r;for(;c<l;){let h=c+l>>1;t.start[e[h]]>=i?l=h:c=h+1}return c};return[a(n),a(o)]}function Ra(t,e,n,o){let{
first:s,byWaker:r}=Ba(t);if(e<0||e+1>=s.length)return[];let[a,i]=za(t.spans,r,n,o,s[e],s[e+1]);return Array.from(r.subarray(a,i))}function as(t,e,n){let{rows:o}=Ba(
t),[s,r]=za(t.spans,o,e,n);return o.subarray(s,r)}function Pt(t,e){let n=t.laneOfG.get(t.spans.g[e]);if(!n)return null;let o=it(t.spans,n.rows,t.spans.start[e]);
return o<n.rows.length&&t.spans.start[n.rows[o]]<=t.spans.start[e]?{lane:n,place:o}:null}function jh(t,e,n){let{spans:o}=t,s=t.laneOfG.get(e);for(let r of s?[s]:
t.lanes.p){let a=r.rows[it(o,r.rows,n)];if(a!==void 0&&o.start[a]<=n&&o.g[a]===e&&o.state[a]===2)return a}return-1}var Uh=[[/^network$/,"network poller"],[/^(sleep|select|chan receive|chan send)$/,
"timer"],[/^(wait until GC ends|GC |preempted$)/,"GC"]],Dh=t=>(Uh.find(([e])=>e.test(t))||[0,"runtime"])[1];function Dn(t,{lane:e,place:n}){let{spans:o,gs:s}=t,
r=e.rows[n],a=o.g[r],i=o.start[r],c=e.rows[n+1]??-1,l=n>0?e.rows[n-1]:-1,h=o.waker[r],u={g:a,row:r,t:i,by:h,byRow:h<0?-1:jh(t,h,i),run:c>=0&&o.state[c]===2?c:-1,
kind:"unknown",inferred:""};return s.created[a]===i&&l<0?Object.assign(u,{kind:"create",inferred:h<0&&s.parent[a]<=0?"runtime, as for a timer’s function":""}):
h>=0?u.kind="wake":l>=0&&o.state[l]===2?u.kind="self":l>=0&&o.state[l]===4?u.kind="return":l>=0&&o.state[l]===3&&Object.assign(u,{kind:"wake",inferred:Dh(t.strings[o.
reason[l]])}),u}function Hn(t,e){let n=Pt(t,e);return n&&Dn(t,n)}function Vn(t,e){let{spans:n}=t,o=Pt(t,e);if(!o||n.n[e]>1)return null;let s=n.state[e],r=s===1?
o.place:o.place+(s===3?1:-1),a=o.lane.rows[r];return a!==void 0&&n.state[a]===1&&n.n[a]===1?Dn(t,{lane:o.lane,place:r}):null}function is(t,e){let{spans:n}=t;if(n.
state[e]!==2||n.n[e]>1)return[];let o=Pt(t,e),s=o?o.lane.rows[o.place]:e;return Ra(t,n.g[e],n.start[s],n.end[s]).map(r=>Hn(t,r)).filter(Boolean)}function Na(t,{
lane:e,place:n}){let{spans:o}=t;for(;n>=0;n--){let s=e.rows[n],r=o.state[s];if(r===3||o.n[s]>1)return null;if(r!==1)continue;let a=Dn(t,{lane:e,place:n});if(a.kind!==
"self"&&a.kind!=="return")return a}return null}function Pa(t,{lane:e,place:n}){let{spans:o}=t,s=o.start[e.rows[n]],r=s;for(;n<e.rows.length&&o.state[e.rows[n]]!==
3;n++)r=o.end[e.rows[n]];return{from:s,to:r}}function cs(t,e,n=100){let{spans:o}=t,s=[],r=Pt(t,e);if(!r||o.n[e]>1)return{wakes:s,cut:!1};let a=o.state[e]===3?Vn(
t,e):Na(t,r);for(;a;){if(s.length===n)return{wakes:s,cut:!0};s.push(a),r=a.byRow>=0?Pt(t,a.byRow):null,a=r&&Na(t,r)}let i=s.at(-1),c=i?.by>=0&&(i.byRow<0||o.n[i.
byRow]>1||!r||Hh(o,r));return{wakes:s,cut:!1,lost:!!c}}function Hh(t,{lane:e,place:n}){for(;n>=0&&t.state[e.rows[n]]!==3;n--)if(t.n[e.rows[n]]>1)return!0;return n<
0&&t.start[e.rows[0]]>0}function ls(t,e,n=100){let{spans:o}=t,s=[],r=Pt(t,e);if(!r||o.n[e]>1)return{wakes:s,cut:!1};let a=r.place+(o.state[e]===3?1:0),i=r.lane.
rows[r.place],c=[];o.state[e]===2?c.push({g:o.g[e],from:o.start[i],to:o.end[i]}):a<r.lane.rows.length&&c.push({g:o.g[e],...Pa(t,{lane:r.lane,place:a})});for(let l;l=
c.shift();)for(let h of Ra(t,l.g,l.from,l.to)){if(s.length===n)return{wakes:s,cut:!0};let u=Pt(t,h);s.push(Dn(t,u)),c.push({g:o.g[h],...Pa(t,u)})}return{wakes:s,
cut:!1}}var hs=200,us=100,Fa=7,Wa=16,Vh=4;function Me(t){let{model:e,selected:n}=t;if(!n)return{list:[],led:null,caused:null};let o=t.chosenWakes;if(o&&o.spans===e.spans&&
o.row===n.row&&o.chain===t.arrows.chain)return o;let s=t.arrows.chain?cs(e,n.row,us):{wakes:[Vn(e,n.row)].filter(Boolean),cut:!1},r=t.arrows.chain?ls(e,n.row,us):
{wakes:is(e,n.row),cut:!1},a=[...s.wakes.map(i=>({wake:i,role:"led"})),...r.wakes.map(i=>({wake:i,role:"caused"}))];return t.chosenWakes={spans:e.spans,row:n.row,
chain:t.arrows.chain,list:a,led:s,caused:r}}function Xh(t,e){let{from:n,to:o}=t.view,s=as(t.model,n,o);if(s.length>20*hs)return null;let r=[];for(let a of s){let i=Hn(
t.model,a);if(!(!i||![...Xn(t)].some(c=>_a(t,i,c,e)?.from))){if(r.length===hs)return null;r.push({wake:i,role:"all"})}}return r}function Ga({layout:t}){if(t.placed)
return t.placed;let e=[...t.pinned,...t.lanes].filter(o=>o.lane.kind!=="group"),n=t.lanes.filter(o=>o.lane.kind==="group"&&o.lane.folded);t.placed=new Map;for(let o of n)
for(let s of o.lane.lanes)t.placed.set(s.kind+s.key,o);for(let o of e)t.placed.set(o.lane.kind+o.lane.key,o);return t.kinds=new Set(Array.from(t.placed.keys(),o=>o[0])),
t.placed}function Xn({layout:t}){return Ga({layout:t}),t.kinds}function Yn(t,e,n,o){let{spans:s}=t;if(n==="g")return s.g[e];if(s.n[e]>1)return;if(n==="p")return s.
p[e]>=0?s.p[e]:void 0;if(s.m[e]<0)return;if(n==="m")return t.lanes.m[s.m[e]].key;let r=he(t,s.m[e],o);return r&&r.core>=0?r.core:void 0}function _a(t,e,n,o){let{
model:s}=t,r=n==="g";if(e.kind==="self"||e.kind==="return"||e.kind==="unknown"||!r&&e.run<0)return null;let a=r?e.t:s.spans.start[e.run],i=o.get(n+Yn(s,r?e.row:
e.run,n,a));if(!i)return null;if(e.by<0)return{from:null,to:i,t:a};let c=r?o.get("g"+e.by):e.byRow>=0&&o.get(n+Yn(s,e.byRow,n,e.t)),l=c===i&&i?.lane.kind==="gro\
up";return c&&!l?{from:c,to:i,t:a}:null}function Yh(t,e,n,o,{from:s,to:r,t:a}){let{view:i}=t,c=$=>Math.max(-3e3,Math.min(e.width+3e3,($-i.from)/(i.to-i.from)*e.
width)),l=$=>({top:bt(t,$)+$.head,height:$.height-$.head-5}),h=l(r),u=c(a);if(!s)return[u-Wa,h.top-5,u-Wa,h.top-5,u,h.top,u,h.top+1];let m=l(s),g=c(n.t);if(r===
s){let $=Math.max(8,(u-g)/4);return[g,m.top,g+$/2,m.top-12,u-$/2,m.top-12,u,m.top]}let d=m.top+m.height/2;if(o==="g"){let $=m.top<h.top?h.top:h.top+h.height;return[
g,d,g,d,u,$,u,$]}let p=h.top+h.height/2,x=Math.max(14,Math.min(60,(u-g)/2));return[g,d,g+x,d,u-x,p,u,p]}function Kh(t,e){let n=[t[0],t[2],t[4],t[6]],o=[t[1],t[3],
t[5],t[7]];return Math.max(...n)<0||Math.min(...n)>e.width||Math.max(...o)<e.y||Math.min(...o)>e.y+e.height}function Zh(t){let e=t[6]-t[4]||(t[6]-t[0])*.001,n=t[7]-
t[5]||(t[4]===t[6]?t[7]-t[1]:0),o=Math.hypot(e,n)||1;return[t[6],t[7],e/o,n/o]}var Jh={led:1,caused:1,all:.55},Qh=t=>t==="all"?k().text:k()[t];function qa(t,e){
let n=e.coordSys,o=Ga(t),s=t.arrows.all?Xh(t,o):[];t.arrowsLeftOut=s===null;let r=Me(t).list,a=new Set(r.map(c=>c.wake.row)),i=new Map;t.arrowsDrawn=[];for(let{
wake:c,role:l}of[...(s||[]).filter(h=>!a.has(h.wake.row)),...r])for(let h of Xn(t)){let u=_a(t,c,h,o),m=u&&Yh(t,n,c,h,u);if(!m||Kh(m,n))continue;let g=c.kind===
"create"||!u.from,d=l+g;i.has(d)||i.set(d,{role:l,dashed:g,curves:[],heads:[],dots:[]});let p=i.get(d);p.curves.push(...m),p.heads.push(...Zh(m)),u.from||p.dots.
push(m[0],m[1]),t.arrowsDrawn.push({wake:c,role:l,curve:m})}return nu(t),Nt([...i.values()].flatMap(c=>tu(c)))}function tu({role:t,dashed:e,curves:n,heads:o,dots:s}){
let r=Qh(t),a=Jh[t],i={type:"schedvizCurves",silent:!0,shape:{curves:n}};return[{...i,z2:6,style:{fill:"none",stroke:k().panel,lineWidth:t==="all"?2.5:4,lineDash:null,
opacity:a*.85}},{...i,z2:7,style:{fill:"none",stroke:r,lineWidth:t==="all"?1:1.6,lineDash:e?[4,3]:null,opacity:a}},{type:"schedvizHeads",silent:!0,z2:8,shape:{heads:o,
dots:s,size:t==="all"?Fa-1.5:Fa},style:{fill:r,stroke:t==="all"?"none":k().panel,lineWidth:1,opacity:a}}]}function ja(t,e,n){let o=null,s=Vh;for(let r of t.arrowsDrawn){
let a=eu(r.curve,e,n);a<=s&&([o,s]=[r,a])}return o}function eu(t,e,n){let o=i=>{let c=1-i,l=[c*c*c,3*c*c*i,3*c*i*i,i*i*i];return[0,1].map(h=>l[0]*t[h]+l[1]*t[2+
h]+l[2]*t[4+h]+l[3]*t[6+h])},s=1/0,[r,a]=o(0);for(let i=1;i<=16;i++){let[c,l]=o(i/16),h=c-r,u=l-a,m=Math.max(0,Math.min(1,((e-r)*h+(n-a)*u)/(h*h+u*u||1)));s=Math.
min(s,Math.hypot(r+m*h-e,a+m*u-n)),[r,a]=[c,l]}return s}function nu(t){let{led:e,caused:n}=Me(t),o=e?.cut||n?.cut,s=t.arrowsLeftOut?`more than ${hs} here: zoom \
in`:o?`the chain is longer than ${us}: cut`:"",r=t.nodes["arrow-note"];r.textContent!==s&&(r.textContent=s)}function Ua(t,{wake:e}){let{spans:n}=t.model,o=t.selected?.
row;o!==void 0&&n.g[o]===e.g&&n.start[o]>=e.t&&e.byRow>=0?t.goToRow(e.byRow,e.t):t.goToRow(e.run>=0&&Xn(t).size&&!Xn(t).has("g")?e.run:e.row)}var Ae={};X(Ae,{meanwhile:()=>ms,of:()=>Je,overlaps:()=>Xt});var ou={2:"running",1:"runnable",3:"waiting",4:"syscall"};function Xt(t,e,n,o,s){let{rows:r}=e,{start:a,end:i,idle:c,dur:l}=t;for(let h=it(t,r,n);h<r.length&&a[r[h]]<
o;h++){let u=r[h],m=Math.min(o,i[u])-Math.max(n,a[u]);s(u,c[u]>0?m*(1-c[u]/Math.max(1,l[u])):m)}}function su(t,e){if(!e)return t.lanes.g.length?t.lanes.g:t.lanes.
p;for(let n of["g","p","m","c"]){let o=e.filter(s=>s.kind===n);if(o.length)return o}return[]}function Je(t,e,n,o=null){let s=new fs(t,e,n),r=su(t,o);for(let a of r)
s.lane(a,!1);if(!o&&r!==t.lanes.p)for(let a of t.lanes.p)s.lane(a,!0);return{from:e,to:n,lanes:o,states:s.states,exact:s.exact,laneless:s.laneless.size,gs:[...s.
gs.values()].sort((a,i)=>i.running-a.running||i.runnable-a.runnable||i.waiting-a.waiting||a.g-i.g),reasons:[...s.reasons.values()].sort((a,i)=>i.time-a.time),ps:(o?
[...s.ps.values()]:ru(t,e,n)).sort((a,i)=>a.p-i.p),marks:au(t,e,n,o&&new Set(r))}}var fs=class{constructor(e,n,o){this.model=e,this.from=n,this.to=o,this.exact=
!0,this.gs=new Map,this.reasons=new Map,this.ps=new Map,this.laneless=new Set,this.last=null,this.states={running:0,runnable:0,waiting:0,syscall:0}}lane(e,n){let{
spans:o,laneOfG:s}=this.model,r=e.kind==="g";Xt(o,e,this.from,this.to,(a,i)=>{let c=o.g[a],l=ou[o.state[a]];if(c<0||!l)return;let h=!r&&!s.has(c);n&&!h||(h&&this.
laneless.add(c),o.n[a]>1&&(this.exact=!1),this.states[l]+=i,this.goroutine(c)[l]+=i,l==="waiting"&&this.reason(o.reason[a],i,o.n[a]),l==="running"&&o.p[a]>=0&&Da(
this.ps,o.p[a],c,i))})}goroutine(e){if(this.last?.g===e)return this.last;let n=this.gs.get(e);return n||this.gs.set(e,n={g:e,running:0,runnable:0,waiting:0,syscall:0}),
this.last=n,n}reason(e,n,o){let s=this.reasons.get(e);s||this.reasons.set(e,s={reason:this.model.strings[e],time:0,count:0}),s.time+=n,s.count+=o}};function Da(t,e,n,o){
let s=t.get(e);s||t.set(e,s={p:e,running:0,gs:new Set}),s.running+=o,s.gs.add(n)}function ru(t,e,n){let{spans:o}=t,s=new Map;for(let r of t.lanes.p)s.set(r.key,
{p:r.key,running:0,gs:new Set}),Xt(o,r,e,n,(a,i)=>o.state[a]===2&&Da(s,r.key,o.g[a],i));return[...s.values()]}function au(t,e,n,o){let{marks:s}=t,r=new Map,a=i=>{
if(s.time[i]<e||s.time[i]>n)return;let c=V[s.kind[i]];r.set(c,(r.get(c)||0)+s.n[i])};if(o)for(let i of o)i.marks.forEach(a);else for(let i=0;i<s.time.length;i++)
a(i);return[...r].map(([i,c])=>({kind:i,count:c})).sort((i,c)=>c.count-i.count)}function ms(t,e,n){let{spans:o}=t,s=new Map,r=0,a=0,i=!0;for(let h of t.lanes.p)
Xt(o,h,e,n,(u,m)=>{o.n[u]>1&&(i=!1),o.state[u]===4&&(a+=m),o.state[u]===2&&(r+=m,s.set(o.g[u],(s.get(o.g[u])||0)+m))});let c=t.page.stat.procs.gomaxprocs||t.lanes.
p.length,l=[...s].map(([h,u])=>({g:h,time:u})).sort((h,u)=>u.time-h.time||h.g-u.g);return{ps:c,gs:l,running:r,syscall:a,idle:Math.max(0,c*(n-e)-r-a),exact:i}}var Yt=8;function Qe(t,{row:e,lane:n,g:o}){let{model:s}=t,{spans:r}=s;return[$n(t,o),Re(t,e,r.start[e]),U([...An(t,e),...ze(t,e,r.start[e]).slice(0,1),["note",Be(
s,e,1)]]),f("div",{class:"actions"},v("◂ previous",()=>t.step(-1),"on this lane (,)"),v("next ▸",()=>t.step(1),"on this lane (.)"),n.kind!=="g"&&o>=0&&v(`◂ ${O(
s,o)}`,()=>t.stepGoroutine(-1),"previous span of this goroutine (<)"),n.kind!=="g"&&o>=0&&v(`${O(s,o)} ▸`,()=>t.stepGoroutine(1),"next span of this goroutine \
(>)"),v("zoom to it",()=>t.fit(r.start[e],r.end[e]),"(F)")),o>=0&&lu(t,e,o),o>=0&&hu(t,e),o>=0&&vn(iu(r.state[e]),St(s,r.stack[e]),s.page,t),o>=0&&fu(t,o)].filter(
Boolean)}function iu(t){return t===1?"Made ready at":t===3?"Waits at":t===4?"Called at":"Stood at its end at"}function Kn(t,e,n,o){let s=`${O(t.model,e)} ${A(W(
t.model,e))}`;return n>=0?v(s,()=>t.goToRow(n,o),"go there"):s}function cu(t,e,n){let{model:o}=t,{spans:s}=o,r=s.state[e],a=n.by>=0?Kn(t,n.by,n.byRow,n.t):"",i=o.
gs.parent[n.g],c=r===2?`, ${w(s.start[e]-n.t)} before it ran`:"";if(n.kind==="create")return["created by ",a||(i>0?"G"+i:`the ${n.inferred} (inferred)`),c];if(n.
kind==="self")return[r===2?`it had been stopped while running, and waited ${w(s.start[e]-n.t)} for a P`:"it was stopped while running: see the end of the span b\
efore"];if(n.kind==="return")return["back from a system call, without a P",c];let l=r===3?"ended by ":"woken by ";return a?[l,a,c]:n.inferred?[l,`the ${n.inferred}\
 (inferred: no goroutine did it)`,c]:["the trace does not tell",c]}function Ha(t,e){let{spans:n}=t.model,o=e.run>=0?`ran ${w(n.start[e.run]-e.t)} later${n.p[e.run]>=
0?" on P "+n.p[e.run]:""}`:"did not run after it";return[e.kind==="create"?"created ":"woke ",Kn(t,e.g,e.run>=0?e.run:e.row)," ",f("span",{class:"quiet"},o)]}function lu(t,e,n){
let{model:o}=t,{led:s,caused:r}=Me(t),a=s.wakes[0],i=[];return t.arrows.chain?(i.push(ds(t,"What led to it",s,c=>[c.kind==="create"?"created by ":"woken by ",c.
by>=0?Kn(t,c.by,c.byRow,c.t):c.inferred?`the ${c.inferred} (inferred)`:o.gs.parent[c.g]>0?"G"+o.gs.parent[c.g]:"unknown",": ",Kn(t,c.g,c.row)])),i.push(ds(t,"Wh\
at it caused",r,c=>[c.by!==n&&[O(o,c.by)," "],...Ha(t,c)].flat()))):(a&&i.push(f("p",{class:"cause"},cu(t,e,a))),r.wakes.length&&i.push(ds(t,"Woke",r,c=>Ha(t,c)))),
!s.wakes.length&&!r.wakes.length&&!t.arrows.chain?null:(i.push(f("div",{class:"actions"},f("button",{class:"link",type:"button","aria-pressed":String(t.arrows.chain),
onclick:()=>t.toggleArrows("chain")},t.arrows.chain?"only its own arrows (C)":"the whole chain, both ways (C)"))),f("div",{class:"family"},i))}function ds(t,e,{
wakes:n,cut:o,lost:s},r){let a=y(n.length)+(o?" and more: cut here":""),i=c=>f("li",{},f("span",{class:"quiet"},M(c.t,1e3)+" "),r(c));return f("div",{},f("h4",{},
e,f("span",{class:"quiet"},` ${a}`)),n.length?f("ul",{class:"wakes"},n.slice(0,Yt).map(i)):f("p",{class:"quiet"},"Nothing that the trace tells."),s&&f("p",{class:"\
quiet"},"Before that, spans are merged or not in this part of the trace."),n.length>Yt&&f("details",{},f("summary",{},`${n.length-Yt} more`),f("ul",{class:"wake\
s"},n.slice(Yt).map(i))))}function hu(t,e){let{model:n}=t,{spans:o}=n;if(o.state[e]!==1||o.dur[e]<=0)return null;let s=ms(n,o.start[e],o.end[e]);if(!s.ps)return null;
let r=s.ps*o.dur[e],a=c=>C(c/r),i=(c,l)=>f("tr",{},f("td",{},c),f("td",{class:"num"},w(l)),f("td",{class:"num"},a(l)));return f("div",{},f("h4",{},"Had the Ps m\
eanwhile",f("span",{class:"quiet"},` inferred from the lanes${s.exact?"":", approximate: spans are merged"}`)),f("table",{class:"mini"},s.gs.slice(0,Yt).map(({g:c,
time:l})=>i(v(`${O(n,c)} ${A(W(n,c))}`,()=>t.goToRow(uu(n,c,o.start[e],o.end[e]))),l)),s.gs.length>Yt&&i(`${y(s.gs.length-Yt)} others`,s.gs.slice(Yt).reduce((c,l)=>c+
l.time,0)),s.syscall>0&&i("in system calls",s.syscall),s.idle>0&&i("no goroutine",s.idle)))}function uu(t,e,n,o){let s=-1;for(let r of t.lanes.p)Xt(t.spans,r,n,
o,a=>{t.spans.g[a]===e&&(s=a)});return s}function fu(t,e){let{model:n}=t,o=W(n,e),s=O(n,e),r=n.byID.get(n.gs.parent[e]);return f("div",{class:"actions"},v("only\
 "+s,()=>t.search(s),"grey all other goroutines"),o&&v("all of "+A(o),()=>t.search(o),"grey all that do not run this function"),r!==void 0&&v(`its parent ${O(n,
r)}`,()=>t.search(O(n,r)),"the goroutine that created it"),t.inTable&&v("in the table",()=>t.inTable(s),"its row in the table of goroutines"),o&&t.inTable&&v("i\
ts function in the table",()=>t.inTable(o),"all that run the same function, in the table of goroutines"))}var ps=12,gs=["running","runnable","waiting","syscall"];function Zn(t,e){let{model:n}=t,o=Je(n,e.from,e.to,e.lanes),s=e.to-e.from,r=o.exact?"":"≈ ",a=n.page.stat.
procs.gomaxprocs||n.lanes.p.length,i=o.gs.filter(c=>c.running>0).length;return[f("div",{class:"who"},f("b",{},w(s)+" selected")),f("p",{class:"quiet"},pu(t,e),o.
exact?"":" Some spans are merged: their time counts as that of the longest.",o.laneless>0?` ${S(o.laneless,"goroutine")} without a lane: only their running time\
 counts.`:""),U([["from",M(e.from,s/100)],["to",M(e.to,s/100)],["P utilisation",!e.lanes&&a?r+C(o.ps.reduce((c,l)=>c+l.running,0)/(s*a)):""],["ran",S(i,"gorouti\
ne")],...o.marks.map(({kind:c,count:l})=>[mt(c)+" "+Jt(c),y(l)])]),f("div",{class:"actions"},v("zoom to it (F)",()=>t.fitSelection()),v("clear (Esc)",()=>t.clear()),
gu(t,e)),tn("By state","",o,gs.filter(c=>o.states[c]>0).map(c=>[[G(E(c)),c],o.states[c]])),tn("By goroutine","running",o,o.gs.filter(c=>c.running>0).map(c=>[Va(
t,c.g),c.running])),tn("By goroutine","runnable",o,du(o.gs,"runnable").map(c=>[Va(t,c.g),c.runnable])),tn("By reason","waiting",o,o.reasons.map(c=>[[G(ut(c.reason)),
c.reason||"unknown",f("span",{class:"quiet"},` ${S(c.count,"wait")}`)],c.time])),tn("By P","running",o,o.ps.map(c=>[["P "+c.p,f("span",{class:"quiet"},` ${C(c.running/
s)}, ${S(c.gs.size,"goroutine")}`)],c.running])),f("div",{class:"actions"},f("span",{class:"quiet"},"copy all as"),de("CSV",We,()=>Xa(n,o)),de("TSV",Io,()=>Xa(n,
o)))].filter(Boolean)}var du=(t,e)=>t.filter(n=>n[e]>0).sort((n,o)=>o[e]-n[e]),Va=(t,e)=>v(`${O(t.model,e)} ${A(W(t.model,e))}`,()=>t.search(O(t.model,e)),"show\
 this goroutine");function pu(t,{lanes:e}){if(!e)return"Of all goroutines and Ps, whatever lanes are shown.";let n=e.map(r=>Y(t.model,r)),o=n.length>4?`${n[0]} \
to ${n.at(-1)}`:n.join(", "),s=new Set(e.map(r=>r.kind));return`Of ${S(e.length,"lane")}: ${o}.${s.size>1?" What is on lanes of two kinds counts once.":""}`}function gu(t,e){
return e.lanes?v("all lanes",()=>t.selectRange(e.from,e.to)):e.lane?v(`only ${Y(t.model,e.lane)}`,()=>t.selectRange(e.from,e.to,[e.lane])):null}function tn(t,e,n,o){
if(!o.length)return null;let s=([r,a])=>f("tr",{},f("td",{},r),f("td",{class:"num"},(n.exact?"":"≈ ")+w(a)));return f("div",{},f("h4",{},t,e&&f("span",{class:"\
quiet"},` ${e}`)),f("table",{class:"mini"},o.slice(0,ps).map(s)),o.length>ps&&f("p",{class:"quiet"},`and ${y(o.length-ps)} more`))}function Xa(t,e){let n=Math.round;
return[["what","name","function","running_ns","runnable_ns","waiting_ns","syscall_ns","count"],["selection",`${n(e.from)} to ${n(e.to)} ns`,e.exact?"exact":"app\
roximate",...gs.map(o=>n(e.states[o])),""],...e.gs.map(o=>["goroutine",O(t,o.g),W(t,o.g),...gs.map(s=>n(o[s])),""]),...e.reasons.map(o=>["reason",o.reason,"","",
"",n(o.time),"",o.count]),...e.ps.map(o=>["P","P "+o.p,"",n(o.running),"","","",o.gs.size]),...e.marks.map(o=>["preemption",o.kind,"","","","","",o.count])]}function Ka(t){let{model:e}=t,{page:n}=e;if(e.overview.resolution===0)return;let o=n.served?.whole?new jn(e):new qn(n.exact||[]),s=t.windows=new Un(e,o),r=()=>{
let a=s.look(t.view,t.width);a!==e.part&&wu(t,a)};s.onload=()=>{r(),t.redraw()},t.on("view",r),va(t,s,n.served?[]:n.exact),r()}function wu(t,e){let{model:n}=t,o=t.
away||yu(t);yn(n,e),t.counts=e.counts??=fn(n),o?ku(t,o):t.range&&e.from<=t.range.from&&e.to>=t.range.to&&t.openPanel(Zn(t,t.range)),t.filter?.maskOf(e),t.relayout()}
function yu({selected:t,model:{spans:e}}){return t&&{lane:t.lane,g:t.g,state:e.state[t.row],start:e.start[t.row],end:e.end[t.row]}}function ku(t,e){let{spans:n}=t.
model,{lane:o}=e,s=D(n,o,(e.start+e.end)/2,0),r=o.rows[s],a=s>=0&&n.n[r]===1&&n.g[r]===e.g&&n.state[r]===e.state;t.selected=a?{lane:o,place:s,row:r,g:e.g}:null,
t.away=a?null:e,a&&t.openPanel(Qe(t,t.selected));for(let i of t.nodes.panel.children)i.inert=!a&&!i.classList.contains("close")}var ws={w:t=>t.zoom(1/1.5,t.lastShare),s:t=>t.zoom(1.5,t.lastShare),a:t=>t.pan(-.15),d:t=>t.pan(.15),0:t=>t.reset(),f:t=>t.fitSelection(),",":t=>t.step(-1),".":t=>t.
step(1),"<":t=>t.stepGoroutine(-1),">":t=>t.stepGoroutine(1),c:t=>t.toggleArrows("chain"),x:t=>t.toggleArrows("all"),p:t=>Ja(t,e=>t.pin(e)),h:t=>Ja(t,e=>t.hide(
e)),"shift+h":t=>t.showHidden(),z:t=>t.foldAll(),v:t=>t.activeOnly(!t.arranged.active),g:t=>t.arranged.group==="state"?t.groupBy("none"):t.groupBy("state",t.timeHere()),
u:t=>t.past?.back(),backspace:t=>t.past?.back(),"shift+u":t=>t.past?.forth(),"ctrl+z":t=>t.past?.back(),"ctrl+shift+z":t=>t.past?.forth(),"ctrl+y":t=>t.past?.forth(),
n:t=>t.nextMatch(1),"shift+n":t=>t.nextMatch(-1),"/":t=>t.nodes.find.focus(),"?":()=>en(!b("help").open),escape:t=>b("help").open?en(!1):t.clear()},Za={arrowleft:t=>t.
step(-1),arrowright:t=>t.step(1),arrowup:t=>t.stepLane(-1),arrowdown:t=>t.stepLane(1),home:t=>t.stepEnd(!1),end:t=>t.stepEnd(!0),enter:t=>t.nodes.panel.hidden?t.
step(0):t.nodes.panel.focus(),"[":t=>t.markRange("from"),"]":t=>t.markRange("to")};function Ja(t,e){let n=t.chosenLane();n&&e(n)}function xu(t,e){let n=t.key.toLowerCase();
return t.ctrlKey||t.metaKey?ws[(t.shiftKey?"ctrl+shift+":"ctrl+")+n]:t.target===e.nodes.canvas&&Za[n]?Za[n]:t.shiftKey&&ws["shift+"+n]||ws[n]}function en(t){let e=b(
"help");t&&!e.open?e.showModal():!t&&e.open&&e.close()}function Qa(t){let e=t[0];for(let n of t)for(let o of["pointerenter","focusin"])n.root.addEventListener(o,
()=>{e=n});addEventListener("keydown",n=>{if(n.altKey)return;let o=n.target,s=o.matches?.("input, select, textarea");if(s&&n.key!=="Escape")return;let r=xu(n,e);
r&&(n.preventDefault(),s&&o.blur(),r(e))}),b("help").addEventListener("click",n=>n.target===b("help")&&en(!1));for(let n of document.querySelectorAll(".help-ope\
n"))n.addEventListener("click",()=>en(!0));b("help-close").addEventListener("click",()=>en(!1))}var Mu=300,$u=200,Jn=class{constructor(e){this.tl=e,this.before=[],this.after=[],this.now=ss(e),this.timer=0,e.on("draw",()=>{clearTimeout(this.timer),this.timer=
setTimeout(()=>this.settle(),Mu)}),e.nodes.undo.addEventListener("click",()=>this.back()),e.nodes.redo.addEventListener("click",()=>this.forth()),this.tell()}settle(){
clearTimeout(this.timer);let e=ss(this.tl);e!==this.now&&(ti(e)!==ti(this.now)&&(this.before.push(this.now),this.before.length>$u&&this.before.shift(),this.after=
[]),this.now=e,this.tell())}back(){this.go(this.before,this.after,"nothing to undo")}forth(){this.go(this.after,this.before,"nothing to redo")}go(e,n,o){if(this.
settle(),!e.length)return this.tl.say(o);n.push(this.now),this.now=e.pop(),Gn(this.tl,this.now),this.tell()}tell(){this.tl.nodes.undo.disabled=!this.before.length,
this.tl.nodes.redo.disabled=!this.after.length,this.tl.tell("settled",this.now)}};function ti(t){let e=new URLSearchParams(t);return e.delete("sel"),e.toString()}function ei(t){let e=t.graphic.extendShape;t.graphic.registerShape("schedvizRects",e({shape:{rects:[]},buildPath(n,o){let s=o.rects,r=n.getContext?.();if(r?.fillRect){
for(let a=0;a<s.length;a+=4)r.fillRect(s[a],s[a+1],s[a+2],s[a+3]);return}for(let a=0;a<s.length;a+=4)n.rect(s[a],s[a+1],s[a+2],s[a+3])}})),t.graphic.registerShape(
"schedvizMarks",e({shape:{kind:"",xs:[],y:0,size:8},buildPath(n,o){let s=ys[o.kind]||ys.unknown;for(let r of o.xs)s(n,r,o.y,o.size)}})),t.graphic.registerShape(
"schedvizCurves",e({shape:{curves:[]},buildPath(n,{curves:o}){for(let s=0;s<o.length;s+=8)n.moveTo(o[s],o[s+1]),n.bezierCurveTo(o[s+2],o[s+3],o[s+4],o[s+5],o[s+
6],o[s+7])}})),t.graphic.registerShape("schedvizHeads",e({shape:{heads:[],dots:[],size:7},buildPath(n,{heads:o,dots:s,size:r}){for(let a=0;a<o.length;a+=4)Su(n,
o[a],o[a+1],o[a+2]*r,o[a+3]*r);for(let a=0;a<s.length;a+=2)ys.suspend(n,s[a],s[a+1]-r/3,r/1.5)}})),t.registerCustomSeries("schedviz.bar",Lu)}function nn(t,e){t.
moveTo(e[0],e[1]);for(let n=2;n<e.length;n+=2)t.lineTo(e[n],e[n+1]);t.closePath()}var Su=(t,e,n,o,s)=>nn(t,[e,n,e-o-s/2,n-s+o/2,e-o+s/2,n-s-o/2]),ys={async:(t,e,n,o)=>nn(
t,[e-o/2,n,e+o/2,n,e,n+o]),cooperative:(t,e,n,o)=>nn(t,[e-o/2,n+o,e+o/2,n+o,e,n]),gosched:(t,e,n,o)=>nn(t,[e,n,e+o/2,n+o/2,e,n+o,e-o/2,n+o/2]),mutex_handoff:(t,e,n,o)=>nn(
t,[e-o/2,n,e+o/2,n+o/2,e-o/2,n+o]),stw:(t,e,n,o)=>t.rect(e-o/2,n,o,o),suspend(t,e,n,o){t.moveTo(e+o/2,n+o/2),t.arc(e,n+o/2,o/2,0,Math.PI*2)},unknown(t,e,n,o){t.
moveTo(e-o/2,n),t.lineTo(e+o/2,n+o),t.moveTo(e+o/2,n),t.lineTo(e-o/2,n+o)}};function Lu(t,e){let[n,o]=e.coord([e.value(0),e.value(2)]),[s]=e.coord([e.value(1),e.
value(2)]),r=t.coordSys.y+t.coordSys.height;return{type:"rect",shape:{x:n+.5,y:o,width:Math.max(1,s-n-1),height:Math.max(0,r-o)},style:{fill:e.visual("color")}}}
var ni=new Set(["async","stw","suspend"]);var Cu=24,Tu=400,ks=(t,e)=>[O(t,e),A(W(t,e))].filter(Boolean).join(" ");function Iu(t,{row:e,lane:n,place:o,g:s}){let{model:r}=t,{spans:a,strings:i}=r,c=[s>=0?ks(
r,s):ue(r,e)[0]],l=a.state[e];s>=0&&c.push(l===3?`waiting for ${i[a.reason[e]]||"an unknown reason"}`:at[l]+(a.p[e]>=0?` on P ${a.p[e]}`:"")),c.push(w(a.dur[e]),
`from ${M(a.start[e],1e3)}`),l===2&&a.preempt[e]&&c.push(`ended by ${yt(V[a.preempt[e]])}`),a.n[e]>1&&c.push(`${y(a.n[e])} spans merged`);let{led:h,caused:u}=Me(
t),m=h?.wakes[0];return m?.by>=0?c.push(`${m.kind==="create"?"created":"woken"} by ${ks(r,m.by)}`):m?.inferred&&c.push(`woken by the ${m.inferred}, inferred`),u?.
wakes.length&&c.push(`woke ${S(u.wakes.length,"goroutine")}`),`${c.join(", ")}. Span ${y(o+1)} of ${y(n.rows.length)} on ${Y(r,n)}.`}function Ou(t,{from:e,to:n,
lanes:o}){let s=Je(t.model,e,n,o),r=Object.entries(s.states).filter(([,a])=>a>0).map(([a,i])=>`${a} ${w(i)}`);return`${w(n-e)} selected from ${M(e,(n-e)/100)}, ${o?
"on "+S(o.length,"lane"):"all lanes"}: ${r.join(", ")||"nothing"}${s.exact?"":", approximately"}.`}function Eu(t){let{model:e,view:n,layout:o}=t,{spans:s}=e,r=[
...o.pinned,...xt(t).map(c=>o.lanes[c])].map(c=>c.lane),a=r.slice(0,Cu).map(c=>{if(c.without)return`${c.title}: ${c.explained}`;if(c.kind==="group")return`group\
 ${c.title}, ${c.folded?"folded":"open"}`;if(c.kind==="t")return`${c.what}s ${c.name}: ${y(c.boxes.filter(m=>m.end>n.from&&m.start<n.to).length)}`;let l=0,h=0;return Xt(
s,c,n.from,n.to,(m,g)=>{h+=s.n[m],(c.kind!=="g"||s.state[m]===2)&&(l+=g)}),`${c.kind==="g"?ks(e,c.key):Y(e,c)}: ${c.kind==="g"?"running":"busy"} ${C(l/(n.to-n.from))}\
, ${S(h,"span")}`}),i=r.length-a.length;return`From ${M(n.from,1e3)} to ${M(n.to,1e3)}, ${S(o.lanes.length,"lane")}. ${a.join("; ")}${i>0?`; and ${i} more`:""}.`}
function si(t){let{canvas:e,text:n}=t.nodes;n.id=t.root.id+"-lanes",e.setAttribute("aria-describedby",n.id);let o=()=>{n.textContent=Eu(t)},s=0;e.addEventListener(
"focus",o),t.on("draw",()=>{document.activeElement===e&&(clearTimeout(s),s=setTimeout(o,Tu))}),t.on("choice",()=>{t.selected?t.say(Iu(t,t.selected)):t.say(t.range?
Ou(t,t.range):"Nothing selected.")})}function ri(){for(let t of document.querySelectorAll(".chart")){let e=t.previousElementSibling;for(;e&&!/^H[234]$/.test(e.tagName);)
e=e.previousElementSibling;let n=t.previousElementSibling?.classList.contains("how")?t.previousElementSibling:null;t.setAttribute("role","img"),t.hasAttribute("\
aria-label")||t.setAttribute("aria-label","chart: "+(e?.textContent||"untitled")),n&&(n.id||="how-"+t.id,t.setAttribute("aria-describedby",n.id))}}var Nu={ns:1,us:1e3,µs:1e3,μs:1e3,ms:1e6,s:1e9,m:6e10},Pu=["running","runnable","waiting","syscall"],Bu={">":(t,e)=>t>e,"<":(t,e)=>t<e,">=":(t,e)=>t>=e,"<=":(t,e)=>t<=
e};function zu(t){let[,e,n]=/^(\d+(?:\.\d*)?|\.\d+)\s*([a-zµμ]+)$/i.exec(t)||[];return e===void 0?NaN:Number(e)*(Nu[n.toLowerCase()]??NaN)}function Ru(t){return(t.
match(/(?:"[^"]*"?|[^\s"])+/g)||[]).map(e=>({raw:e,text:e.replace(/"/g,""),quoted:e.startsWith('"')}))}var Fu={id:t=>hi(t),func:t=>t.toLowerCase(),state:t=>t.split(
",").map(e=>ii("state",Pu,e)),reason:t=>t.toLowerCase(),preempt:t=>t.split(",").map(e=>ii("kind of preemption",V.filter(Boolean),e)),p:t=>t.split(",").map(e=>li(
e,`“${e}” is no P`)),stack:t=>t.toLowerCase()},Wu="state: reason: func: id: p: stack: preempt: >10ms <1ms and @12ms";function ii(t,e,n){let o=e.filter(s=>n!==
""&&s.startsWith(n.toLowerCase()));if(o.length!==1&&!e.includes(n))throw new Error(`“${n}” is no ${t}; there are ${e.join(", ")}`);return e.includes(n)?n:o[0]}
function li(t,e){if(!/^\d+$/.test(t))throw new Error(e);return Number(t)}var hi=t=>t.split(",").filter(Boolean).map(e=>li(e.replace(/^g/i,""),`“${e}” is no go\
routine’s id`));function ui({text:t,quoted:e}){if(e)return{kind:"func",value:t.toLowerCase()};if(t.length>1&&t[0]==="-")return{...ui({text:t.slice(1)}),not:!0};
if(t[0]==="@")return{kind:"at",value:ci(t.slice(1))};let n=/^(?:dur|duration)?(>=|<=|>|<)(.*)$/i.exec(t);if(n)return{kind:"dur",value:{op:n[1],ns:ci(n[2])}};if(/^g?\d+,?(g?\d+,?)*$/i.
test(t))return{kind:"id",value:hi(t)};let o=/^([a-z]+):(.*)$/i.exec(t);if(!o)return{kind:"func",value:t.toLowerCase()};let s=Fu[o[1].toLowerCase()];if(!s)throw new Error(
`“${o[1]}:” is not understood; there are ${Wu}`);if(!o[2])throw new Error(`“${o[1]}:” wants a value after it`);return{kind:o[1].toLowerCase(),value:s(o[2])}}
function ci(t){let e=zu(t);if(Number.isNaN(e))throw new Error(`“${t}” is no duration, as 10ms, 1.5µs or 2s are`);return e}function Gu(t,e){e=e.trim().replace(
/^\//,"");let n={text:e,words:[],problems:[],at:null};if(/[\s:"<>]/.test(e)&&fi(t,e))return{...n,words:[{kind:"func",value:e.toLowerCase()}]};for(let o of Ru(e))
try{let s=ui(o);s.kind==="at"?n.at=s.value:n.words.push(s)}catch(s){n.problems.push(s.message)}return n}function fi({strings:t,gs:e},n){let o=n.toLowerCase();return[
...new Set(e.func)].some(s=>t[s].toLowerCase().includes(o))}function _u(t,e,n){let o=(...a)=>n.filter(i=>a.includes(i.kind)),s=[],r=(a,i)=>{for(let c of[!1,!0]){
let l=a.filter(h=>!!h.not===c);l.length&&s.push(c?(h=>u=>!h(u))(i(l)):i(l))}};r(o("id","func"),a=>qu(t,e,a)),r(o("state"),a=>{let i=at.map(c=>a.some(l=>l.value.
includes(c)));return c=>i[e.state[c]]}),r(o("reason"),a=>{let i=t.strings.map(c=>c!==""&&a.some(l=>c.toLowerCase().includes(l.value)));return c=>i[e.reason[c]]&&
(e.state[c]===3||e.preempt[c]>0)}),r(o("preempt"),a=>{let i=V.map(c=>a.some(l=>l.value.includes(c)));return c=>i[e.preempt[c]]}),r(o("p"),a=>i=>a.some(c=>c.value.
includes(e.p[i]))),r(o("stack"),a=>{let i=ju(t,a.map(c=>c.value));return c=>i[e.stack[c]]});for(let a of o("dur")){let{op:i,ns:c}=a.value,l=Bu[i];s.push(h=>l(e.
dur[h],c)!==!!a.not)}return s}function qu(t,e,n){let{gs:o,strings:s}=t,r=new Uint8Array(o.id.length),a=n.filter(c=>c.kind==="func").map(c=>c.value),i=s.map(c=>a.
some(l=>c.toLowerCase().includes(l)));for(let c=0;c<r.length;c++)i[o.func[c]]&&(r[c]=1);for(let c of n.flatMap(l=>l.kind==="id"?l.value:[]))t.byID.has(c)&&(r[t.
byID.get(c)]=1);return c=>e.g[c]>=0&&r[e.g[c]]===1}function ju(t,e){return Array.from(t.cols[H.len],(n,o)=>St(t,o).some(s=>e.some(r=>s.func.toLowerCase().includes(
r)||s.file.toLowerCase().includes(r))))}var xs=class{constructor(e,n){this.model=e;let{text:o,words:s,problems:r,at:a}=Gu(e,n);this.text=o,this.words=s,this.problems=
r,this.at=a,this.masks=new WeakMap,this.found=new Set,this.count=this.apply(e.overview),this.maskOf(e.part),this.count===0&&this.words.length&&!this.problems.length&&
this.problems.push(this.nothing())}maskOf(e){return this.masks.has(e)||this.apply(e),this.masks.get(e)}hasMark(e,n){let o=this.words.filter(s=>s.kind==="preempt");
return this.found.has(e.g[n])&&o.every(s=>s.value.includes(V[e.kind[n]])!==!!s.not)}apply(e){let{spans:n}=e,o=new Uint8Array(n.start.length),s=_u(this.model,n,this.
words),r=0;for(let a=0;a<o.length;a++){let i=1;for(let c of s)if(!c(a)){i=0;break}o[a]=i,!(!i||n.core?.[a]>=0)&&(r++,n.g[a]>=0&&this.found.add(n.g[a]))}return this.
masks.set(e,o),r}nothing(){let{words:e,model:n}=this,o=e.flatMap(r=>r.kind==="id"?r.value.filter(a=>!n.byID.has(a)):[]);if(o.length)return`the trace has no goro\
utine ${o[0]}`;let s=e.find(r=>r.kind==="func"&&!fi(n,r.value));return s?`no goroutine’s function has “${s.value}” in its name`:"no span matches"}},bs=new WeakMap;
function mi(t,e){bs.has(e)||bs.set(e,new WeakMap);let n=bs.get(e);if(n.has(t))return n.get(t);let o=new Int32Array(t.length+1);for(let s=0;s<t.length;s++)o[s+1]=
o[s]+e[t[s]];return n.set(t,o),o}function di(t,e){let n=e.trim()?new xs(t,e):null;return n&&(n.words.length||n.problems.length||n.at!==null)?n:null}var Uu={running:1,syscall:1,runnable:.62,waiting:.36,unknown:.12,dead:0},Du=26;function Hu(t,e,n,o){let{spans:s,strings:r,gs:a}=t.model,i=at[s.state[n]],c=e.kind===
"g",l=c?Uu[i]:s.state[n]===4?.55:1,h=s.g[n];if(o?.[n]===0)return{fill:k().dim,size:l,greyed:!0};if(h<0)return{fill:E(s.other?.[n]>=0&&!t.model.others[s.other[n]].
traced?"unknown":"idle"),size:1};if(c||t.colourBy==="state")return{fill:i==="waiting"?ut(r[s.reason[n]]):E(i),size:l};let u=t.colourBy==="function"?a.func[h]??0:
a.id[h]??0;return{fill:J(u),size:l}}function wi(t,e,n,o,s,r){let{spans:a}=t.model,{mask:i}=t;pn(a,e,n.from,n.to,n.width,(c,l,h,u,m,g)=>{let{fill:d,size:p,greyed:x}=Hu(
t,e,h,i),$=l-c;$>1&&([c,l]=[Math.round(c),Math.round(l)]);let Mt=Math.max(1,l-c-($>4?1:0)),Zt=Math.max(1.5,o.height*p),Se=e.kind==="g"?o.y+(o.height-Zt)/2:o.y+o.
height-Zt;t.model.onCore&&e.kind!=="c"&&xo(t.model,h)?Vu(s,t,h,n,{fill:d,x:c,w:Mt,y:Se,full:Zt,share:u,several:m,on:g}):!m&&e.kind==="g"&&a.state[h]===3&&!x?fa(
s,d,re(t.model.strings[a.reason[h]]).dash,c,Se,Mt,Zt):m?Xu(s,t,e,h,{greyed:x,fill:d,x:c,w:Mt,y:Se,full:Zt,band:o,share:u,wide:$}):s.add(d,1,c,Se,Mt,Zt),a.state[h]===
4&&!m&&!x&&ma(s,d,c,Se,Mt,Zt),r&&$>=Du&&!x&&Yu(t,e,h,Math.max(c,0),Math.min(l,n.width),o,d,r)},i&&mi(e.rows,i))}function Vu(t,e,n,o,s){let{x:r,w:a,y:i,full:c}=s;
if(s.several||a<3){let l=Math.min(c,Math.max(c*s.share*s.on,s.on>0?1.5:0));t.add(s.fill,s.several?.28:.4,r,i,a,c),t.add(s.fill,1,r,i+c-l,a,l);return}t.add(s.fill,
.16,r,i,a,c);for(let l of[[r,i,a,1],[r,i+c-1,a,1],[r,i,1,c],[r+a-1,i,1,c]])t.add(s.fill,.75,...l);bo(e.model,n,o,(l,h,u)=>{l=Math.max(l,r),h=Math.min(h,r+a),h>l&&
t.add(s.fill,1,l,i+c*(1-u),Math.max(h-l,.5),c*u)})}function Xu(t,e,n,o,s){if(n.kind==="g"&&e.model.spans.state[o]!==2){if(t.add(s.fill,s.wide>1?.5:1,s.x,s.y,s.w,
s.full),s.share>0&&s.wide<=1){let a=Math.max(2,s.share*s.band.height);t.add(s.greyed?s.fill:E("running"),1,s.x,s.band.y+s.band.height-a,s.w,a)}return}let r=s.full*
(.25+.75*Math.min(1,Math.max(0,s.share)));t.add(s.fill,.35,s.x,s.y,s.w,s.full-r),t.add(s.fill,1,s.x,s.y+s.full-r,s.w,r)}function Yu(t,e,n,o,s,r,a,i){if(r.height<
11||i.length>=t.labelBudget)return;let{model:c}=t,l=Math.floor((s-o-10)/Do),h=c.spans.state[n],u,m;if(c.spans.n[n]>1)u=["merged: "+S(c.spans.n[n],"span"),"merge\
d"].find(g=>g.length<=l),m={backgroundColor:"transparent",padding:0},gi(m);else if(e.kind==="c")u=ue(c,n).find(d=>d.length<=l)||"",m={fill:ct(a),backgroundColor:"\
transparent",padding:0};else if(e.kind!=="g"){let g=O(c,c.spans.g[n]),d=A(W(c,c.spans.g[n])).replace(/^main\./,"");u=d&&g.length+1+d.length<=l?g+" "+d:g.length<=
l?g:"",h===4&&u&&u.length+8<=l&&(u+=" syscall"),m={fill:h===4?k().text:ct(a),backgroundColor:"transparent",padding:0}}else{let g=c.strings[c.spans.reason[n]];if(u=
h===3?g:h===2?"P "+c.spans.p[n]:at[h],u.length+2>l||h===3&&l<12)return;m=h===2||h===4?{fill:ct(a),backgroundColor:"transparent",padding:0}:{fill:k().muted,backgroundColor:k().
panel,padding:[0,3]}}u&&(c.onCore&&e.kind!=="c"&&h===2&&gi(m),i.push({...Ht,type:"text",z2:2,x:o+5,y:r.y+r.height/2+.5,style:{...m,text:u,font:(r.height<16?10:11.5)+
"px "+t.font,verticalAlign:"middle"}}))}function gi(t){t.fill=k().text,t.stroke=k().panel,t.lineWidth=3}function Ku(t,e,n,o,s){let{marks:r}=t.model,a=new Map,i=(n.
to-n.from)/n.width,c=new Map,l=0,h=e.marks.length;for(;l<h;){let u=l+h>>1;r.time[e.marks[u]]<n.from?l=u+1:h=u}for(;l<e.marks.length;l++){let u=e.marks[l];if(r.time[u]>
n.to)break;let m=(r.time[u]-n.from)/i,g=V[r.kind[u]];if(m-(c.get(g)??-9)<2)continue;c.set(g,m);let d=t.found&&!t.filter.hasMark(r,u),p=g+(d?"-":"");a.has(p)||a.
set(p,{kind:g,greyed:d,xs:[]}),a.get(p).xs.push(m)}return[...a.values()].map(({kind:u,greyed:m,xs:g})=>{let d=m?k().dim:ft(u),p=ni.has(u)?{...Ue,fill:d}:{opacity:1,
fill:u==="unknown"?"none":k().panel,stroke:d,lineWidth:1.4};return{...Ht,type:"schedvizMarks",z2:4,shape:{kind:u,xs:g,y:o,size:s},style:p}})}function Zu(t,e,n,o){
let{spans:s}=t.model,r=t.selected;if(!r)return[];let a=[],i=[],c=l=>(l-n.from)/(n.to-n.from)*n.width;if(e.kind!=="g"&&(pn(s,e,n.from,n.to,n.width,(l,h,u)=>{s.g[u]===
r.g&&i.push(l,o.y+o.height+1,Math.max(1,h-l-1),2)}),a.push({...Ht,type:"schedvizRects",z2:3,shape:{rects:i},style:{...Ue,fill:k().text}})),e===r.lane&&s.end[r.row]>
n.from&&s.start[r.row]<n.to){let l=Math.max(c(s.start[r.row]),-4),h=Math.min(c(s.end[r.row]),n.width+4);a.push({...Ht,type:"rect",z2:5,shape:{x:l-1,y:o.y-1,width:Math.
max(2,h-l)+1,height:o.height+2},style:{opacity:1,fill:"none",stroke:k().text,lineWidth:2}})}return a}function Ju(t,e,n,o){let s=a=>(a-e.from)/(e.to-e.from)*e.width,
r=k();for(let a of t.under){if(a.end<e.from||a.start>e.to)continue;let i=Math.max(s(a.start),0),c=Math.min(s(a.end),e.width),l=a.kind==="range"?r.gc:a.kind==="r\
egion"?r.accent:r.text;o.add(l,1,i,a.kind==="log"?n-3:n,Math.max(1.5,c-i-1),a.kind==="log"?5:2)}}var yi=(t,e,n)=>bi(t,e,t.layout.lanes[n.value(0)]),ki=(t,e,n)=>bi(
t,e,t.layout.pinned[n.value(0)]);function bi(t,e,n){if(!n)return Nt([]);let{lane:o,height:s,head:r}=n,a=e.coordSys,i={from:t.view.from,to:t.view.to,width:a.width,
end:t.model.duration},c=bt(t,n);if(o.kind==="group")return Nt(Qu(o,i,{y:c+r,height:s-r-4}));if(o.kind==="t")return Nt(Xr(t,o,i,c));let l={y:c+r,height:s-r-5},h=new Et,
u=[];wi(t,o,i,l,h,u),Ju(o,i,l.y+l.height+1,h);let m=Ku(t,o,i,c+r-(o.kind==="g"?6.5:10),o.kind==="g"?6:8.5);return Nt([...h.elements(),...Zu(t,o,i,l),...u,...m])}
function Qu(t,e,n){if(!t.folded)return[];let o=new Et;o.add(k().track,1,0,n.y,e.width,n.height);let{courses:s,max:r}=zn(t);for(let{name:a,f:i}of s)xi(o,E(a),i,e,
n,r);return o.elements()}function xi(t,e,n,o,s,r){let a=Math.max(1,Math.round(o.width)),{mean:i,max:c}=fo(n,o.from,o.to,a),l=s.height/Math.max(1,r),h=s.y+s.height,
u=Math.min(a,Math.ceil((o.end-o.from)/(o.to-o.from)*a));for(let[m,g]of[[c,.35],[i,.85]])for(let d=0,p;d<u;d=p){for(p=d+1;p<u&&m[p]===m[d];)p++;m[d]>0&&t.add(e,g,
d,h-m[d]*l,p-d,m[d]*l)}}function tf(t,e,n){let{layout:o}=t,s=e.y+e.height;for(let r of[...o.pinned,...xt(t).map(a=>o.lanes[a])]){if(!"pmc".includes(r.lane.kind))
continue;let a=bt(t,r)+r.head,i=Math.max(a,r.pinned?e.y:o.top),c=Math.min(a+r.height-r.head-5,s);c>i&&n.add(k().track,1,0,i,e.width,c-i)}}var ef=3,nf=7;function of(t,e,n,o,s,r){
t.add(e,.35,n,o,s,r);for(let a=n;a<n+s;a+=nf)t.add(e,.8,a,o,Math.min(ef,n+s-a),r)}function vi(t,e){let n=k(),o=e.coordSys,{from:s,to:r}=t.view,a=l=>(l-s)/(r-s)*
o.width,i=new Et;tf(t,o,i);let c=-1;for(let l of t.model.bands){if(l.end<s||l.start>r)continue;let h=Math.max(0,a(l.start)),u=Math.max(1.5,Math.min(o.width,a(l.
end))-h);if(l.gap){of(i,n.dim,h,o.y,u,o.height);continue}if(l.stw&&Math.floor(h)===c&&u<=1.5)continue;l.stw&&(c=Math.floor(h));let m=l.n>1?Math.max(.15,l.busy/(l.
end-l.start)):1;i.add(l.stw?n.stw:n.gc,(l.stw?1:.7)*m,h,o.y-9,u,l.stw?7:4),i.add(l.stw?n.stw:n.gc,(l.stw?.22:.07)*m,h,o.y,u,o.height)}if(t.here!==null&&i.add(n.
accent,1,a(t.here)-.75,o.y-24,1.5,o.height+24+t.layout.below),t.range){let l=a(t.range.from),h=a(t.range.to);i.add(n.accent,t.range.lanes?.05:.13,l,o.y-24,h-l,o.
height+24+t.layout.below);for(let u of[l,h])i.add(n.accent,.9,u-.5,o.y-24,1,o.height+24+t.layout.below);t.range.lanes&&sf(t,o,l,h,i)}return Nt(i.elements())}function sf(t,e,n,o,s){
let r=new Set(t.range.lanes),a=k();for(let i of t.layout.lanes){if(!r.has(i.lane))continue;let c=bt(t,i),l=Math.max(t.layout.top,c),h=Math.min(e.y+e.height,c+i.
height);h>l&&s.add(a.accent,.2,n,l,o-n,h-l)}}function Mi(t,e){let n=e.coordSys,o={...t.view,width:n.width,end:t.model.duration},s=new Et;for(let r of t.layout.counters){
let a={y:n.y+r.y,height:r.height};s.add(k().track,1,0,a.y,n.width,a.height),xi(s,E(r.name),t.counts[r.name],o,a,r.max)}return Nt(s.elements())}function $i(t,e,n){
let o=e.coordSys,{model:s}=t,{overview:r}=s,a={mask:t.found&&t.filter.maskOf(r),colourBy:t.colourBy,extent:t.extent,model:{...s,...r,lanes:s.lanes}},{lanes:{p:i}}=s,
c=o.height/Math.max(1,i.length),l=new Et,h=c>=4?1:0,u=n.value(0);return wi(a,{...i[u],...r.lanes.get(i[u])},{from:0,to:t.extent,width:o.width},{y:o.y+u*c,height:Math.
max(1,c-h)},l,null),Nt(l.elements())}function vs(t){let e=(n,o)=>{let s=echarts.init(n,Te(),{renderer:"canvas"}),r=o.series.map(a=>({...a,renderItem:cf(t,a.renderItem)}));return s.setOption({...o,series:r}),
s};t.chart?.dispose(),t.map?.dispose(),t.chart=e(t.nodes.canvas,t.model.page.charts.timeline),t.map=e(t.nodes["map-canvas"],t.model.page.charts.minimap)}var af={
bands:vi,pinned:ki,lanes:yi,arrows:qa,counters:Mi,minimap:$i};function cf(t,e){let n=af[e.replace("schedviz.","")];return(o,s)=>n(t,o,s)}function Ai(t){let{layout:e,
view:n,width:o}=t,s=Ie(n.from,n.to,o),r={min:n.from,max:n.to},i={customValues:s.at.filter(u=>(u-n.from)/(n.to-n.from)*o<o-58),formatter:u=>M(u,s.step,n.to),align:"\
left",margin:e.ceiling-Fn+6,hideOverlap:!0},c=u=>u.map(m=>[m,0]),l={data:[[0,0]],silent:!0},h={xAxis:[{...r,axisLabel:i,axisTick:{customValues:s.at,length:4},axisLine:{
show:!1},splitLine:{show:!0}},r,r,r],yAxis:[{min:0,max:1},{min:0,max:1},{min:0,max:1},{min:0,max:1}],series:[l,{data:c([...e.pinned.keys()]),clip:!0,silent:!0},
{data:c(xt(t)),clip:!0,silent:!0},l,{...l,clip:!0}]};t.gridChanged&&(h.grid=lf(e),t.gridChanged=!1),t.chart.setOption(h),t.chart.getZr().refreshImmediately()}function lf({
ceiling:t,top:e,viewport:n,below:o}){let s=(a,i)=>({left:0,right:0,top:a,height:i,outerBoundsMode:"none"}),r=oe;return[s(t,e+n-t),s(t,e-t),s(e,n),s(e+n+r,o-r)]}
function Kt(t){t.map.setOption({xAxis:{min:0,max:t.extent},yAxis:{min:0,max:1},series:[{data:t.model.lanes.p.map((e,n)=>[n,0]),silent:!0}]})}function Si(t){let e=t.
nodes.window.style,n=t.extent;e.left=t.view.from/n*100+"%",e.width=Math.max(.2,(t.view.to-t.view.from)/n*100)+"%",t.nodes.map.classList.toggle("whole",t.view.from<=
0&&t.view.to>=n)}function Li(t){let e=t.view.to-t.view.from;t.nodes.range.textContent=e>=t.extent?"all of "+w(t.extent):`${w(e)} of ${w(t.extent)}`}var Ci={switchLanes(t,e){this.shown[t]=e,vt(this),this.relayout()},setColour(t){this.colourBy=t,vt(this),Kt(this),this.redraw()},toggleArrows(t){this.arrows[t]=
!this.arrows[t],t==="chain"&&this.selected&&this.openPanel(Qe(this,this.selected)),vt(this),this.redraw()},select(t,e){let n=t.rows[e];this.selected={lane:t,place:e,
row:n,g:this.model.spans.g[n]},this.range=this.away=null,this.openPanel(Qe(this,this.selected)),this.tell("choice"),this.redraw()},selectLane(t){if(!t.rows.length)
return;let e=(this.view.from+this.view.to)/2,n=D(this.model.spans,t,e,1/0);this.select(t,Math.max(0,n))},selectMark({lane:t,mark:e}){let n=this.model.marks.time[e],
o=D(this.model.spans,t,n-1,1/0);o>=0&&this.select(t,o)},step(t){if(!this.selected){let o=[...this.layout.pinned,...this.layout.lanes].find(({lane:s})=>s.rows.length);
return o&&this.selectLane(o.lane)}let{lane:e,place:n}=this.selected;this.reach(e,Math.max(0,Math.min(e.rows.length-1,n+t)))},selectRange(t,e,n=null,o=null){this.
range={from:Math.max(0,t),to:Math.min(this.model.duration,e),lanes:n,lane:o},this.selected=this.away=null,this.openPanel(Zn(this,this.range)),this.tell("choice"),
this.redraw()},clear(){this.hideTip(),this.selected||this.range||this.away?this.unselect():this.here!==null?(this.here=null,this.redraw()):this.filter&&this.search(
"")},unselect(){this.selected=this.range=this.away=null,this.closePanel(),this.tell("choice"),this.redraw()},openPanel(t){let e=this.nodes.panel,n=e.hidden,o=e.
contains(document.activeElement)?document.activeElement.textContent:null;e.replaceChildren(f("button",{class:"close",type:"button",title:"close (Esc)","aria-lab\
el":"close",onclick:()=>this.clear()},"×"),...t),e.hidden=!1,o!==null&&([...e.querySelectorAll("button")].find(s=>s.textContent===o)||e).focus(),n&&this.resize()},
closePanel(){let{panel:t,canvas:e}=this.nodes;t.hidden||(t.contains(document.activeElement)&&e.focus({preventScroll:!0}),t.hidden=!0,this.resize())}};function uf(t,e){if(e.kind==="group")return ff(t,e);let n=()=>(t.layout.groups.find(o=>o.lanes.includes(e))?.lanes??[]).filter(o=>o!==e);return[[t.isPinned(e)?"\
Unpin":"Pin to the top","P",()=>t.pin(e)],["Hide","H",()=>t.hide(e)],n().length>0&&["Hide the others of its group","",()=>t.hide(...n())],e.kind==="g"&&[`Only ${O(
t.model,e.key)}, everywhere`,"",()=>t.search(O(t.model,e.key))],e.rows.length>0&&["Select its span in the middle","",()=>t.selectLane(e)],...Ti(t)].filter(Boolean)}
function ff(t,e){let n=t.layout.groups.filter(o=>o!==e);return[!e.without&&[e.folded?"Open":"Fold","",()=>t.fold(e.key,!e.folded)],n.length>0&&["Fold or open al\
l","Z",()=>t.foldAll()],["Hide","",()=>t.hide(e)],n.length>0&&["Hide the other groups","",()=>t.hide(...n)],...Ti(t)].filter(Boolean)}var Ti=t=>t.arranged.hidden.
size?[[`Show the ${t.arranged.hidden.size} hidden again`,"Shift H",()=>t.showHidden()]]:[];function on(t,e){let{menu:n}=t.nodes,o=document.activeElement,s=()=>{
n.hidden||(n.hidden=!0,n.replaceChildren(),o?.isConnected&&o.focus())};n.replaceChildren(...uf(t,e.lane).map(([a,i,c])=>f("button",{type:"button",role:"menuitem",
tabIndex:-1,onclick:()=>{s(),c()}},f("span",{},a),i&&f("kbd",{},i)))),n.onkeydown=a=>mf(a,n,s),n.onfocusout=a=>{n.contains(a.relatedTarget)||s()},n.hidden=!1;let r=e.
getBoundingClientRect();n.style.left=Math.min(r.left+12,innerWidth-n.offsetWidth-8)+"px",n.style.top=Math.max(4,Math.min(r.top+Math.min(22,r.height),innerHeight-
n.offsetHeight-8))+"px",n.firstChild.focus()}function mf(t,e,n){t.stopPropagation();let o=[...e.children],s=o.indexOf(document.activeElement),r={ArrowDown:s+1,ArrowUp:s-
1,Home:0,End:-1}[t.key];if(r!==void 0)o.at(r%o.length).focus();else if(t.key==="Escape"||t.key==="Tab")n();else return;t.preventDefault()}var pf=new Set(["queued","idle Ps","spinning"]);function Ii(t){let{layout:e,nodes:n}=t,o=n.gutter.labels??new Map,s=new Map,r=i=>{let c=i.lane.kind==="group"?i.
lane.key:ht(t.model,i.lane),l=o.get(c)??(i.lane.kind==="group"?yf(t):wf(t));s.set(c,l),kf(t,l,i)};for(let i of e.pinned)r(i);for(let i of xt(t))r(e.lanes[i]);n.
gutter.labels=s;let a=e.counters.map(i=>xf(i,e.top+e.viewport+oe));t.model.bands.some(i=>!i.gap)&&a.push(f("div",{class:"strip-label",style:{top:e.ceiling-13+"p\
x"}},"GC, STW")),gf(n.gutter,[...s.values(),...a])}function gf(t,e){let n=new Set(e);for(let s of[...t.children])n.has(s)||s.remove();let o=t.firstChild;for(let s of e)
s===o?o=o.nextSibling:t.insertBefore(s,o)}function wf(t){let e=f("button",{class:"lane-name",type:"button",onclick:()=>t.selectLane(o.lane)}),n=f("button",{class:"\
lane-more",type:"button","aria-haspopup":"menu",title:"pin, hide, …",onclick:()=>on(t,o)},"⋯"),o=f("div",{class:"lane-label",oncontextmenu:s=>{s.preventDefault(),
on(t,o)}},e,n);return o}function yf(t){let e=f("button",{class:"lane-name",type:"button",onclick:()=>Rn(t,o.lane)}),n=f("button",{class:"lane-more",type:"button",
"aria-haspopup":"menu",title:"fold, hide, …",onclick:()=>on(t,o)},"⋯"),o=f("div",{class:"lane-label group-label",oncontextmenu:s=>{s.preventDefault(),on(t,o)}},
e,n);return o}function kf(t,e,n){let{lane:o,height:s,head:r}=n,a=o.kind==="group",i=bt(t,n)+(a?1:r-4),c=a?s-2:s-r+3;if(Object.assign(e.style,{top:i+"px",height:c+
"px",clipPath:n.pinned?"":vf(i,c,t.layout)}),e.lane=o,e.classList.toggle("without",!!o.without),a)return bf(e,o);let l=t.selected&&(t.selected.lane===o||o.kind===
"g"&&o.key===t.selected.g);if(e.classList.toggle("chosen",!!l),e.classList.toggle("pinned",!!n.pinned),e.named===nt())return;e.named=nt();let h=o.kind==="g"?A(W(
t.model,o.key)):"",u=Y(t.model,o);e.firstChild.title=h?u+" "+h:u,e.lastChild.setAttribute("aria-label","menu of "+u),e.firstChild.replaceChildren(...[o.kind==="\
g"&&G(J(t.model.gs.id[o.key])),f("b",{},u),h&&f("span",{class:"func"}," "+h)].filter(Boolean))}function bf(t,e){let n=`${e.folded} ${e.title} ${e.count}`;if(t.named===
n)return;t.named=n;let[o,s]=t.children;o.title=e.explained||`${e.folded?"open":"fold"} ${e.title}`,e.without?o.removeAttribute("aria-expanded"):o.setAttribute("\
aria-expanded",!e.folded),s.setAttribute("aria-label","menu of "+e.title),o.replaceChildren(f("i",{},e.without?"⋮":e.folded?"▸":"▾"),f("span",{class:"grou\
p-name"},e.title),e.count&&f("span",{class:"func"}," "+e.count))}function xf(t,e){let n=(pf.has(t.name)?"sampled ≤":"max ")+(t.name==="heap"?Wt(t.max):y(t.max));
return f("div",{class:"counter-label",style:{top:e+t.y+"px",height:t.height+"px"}},f("b",{},t.name),f("span",{},n))}function vf(t,e,n){let o=Math.max(0,n.top-t),
s=Math.max(0,t+e-n.top-n.viewport);return o||s?`inset(${o}px 0 ${s}px 0)`:""}var Oi={search(t){t!==this.filter?.text&&(this.here=null),this.nodes.find.value=t,this.filter=di(this.model,t),this.found=this.filter?.words.length?this.filter.
found:null,this.matches=null,this.atMatch=-1,this.tellFound(),vt(this),Kt(this),this.relayout()},tellFound(t=-1){let{filter:e,nodes:n}=this,o=e&&this.found?`${S(
e.count,"span")} of ${S(e.found.size,"goroutine")}`:"",s=e?.problems[0]||(e&&!this.found?`Enter goes to ${M(e.at,1)}`:t<0?o:`${y(t+1)} of ${o}`);n.found.textContent=
s,n.found.classList.toggle("wrong",!!e?.problems.length),n.find.setAttribute("aria-invalid",!!e?.problems.length)},matchList(){if(this.matches)return this.matches;
let{overview:t}=this.model,{spans:e}=t,n=this.filter.maskOf(t),o=[];for(let s=0;s<n.length;s++)n[s]&&!(e.core?.[s]>=0)&&o.push(s);return this.matches=Int32Array.
from(o).sort((s,r)=>e.start[s]-e.start[r]||s-r)},nextMatch(t){if(!this.filter||(this.filter.at!==null&&this.goToTime(this.filter.at),!this.found))return;let e=this.
matchList(),{start:n}=this.model.overview.spans;if(!e.length)return;let{selected:o}=this,s=this.atMatch;s>=0&&o&&o===this.matched?s=(s+t+e.length)%e.length:s=$f(
e,n,o?this.model.spans.start[o.row]:this.view.from,t<0)%e.length,this.goToMatch(e[s]),this.atMatch=s,this.matched=this.selected,this.tellFound(s)},goToMatch(t){
let{model:e}=this,{spans:n}=e.overview,o=(n.start[t]+n.end[t])/2,s=this.view.to-this.view.from;(o<this.view.from||o>this.view.to)&&this.setView(o-s/2,o+s/2);let r=e.
laneOfG.get(n.g[t])??e.lanes.p.find(i=>i.key===n.p[t]),a=r?D(e.spans,r,o,0):-1;a>=0&&this.goToRow(r.rows[a],e.spans.start[r.rows[a]])},goToTime(t){t=Math.min(t,
this.extent);let n=this.view.to-this.view.from>=this.extent?this.extent/20:this.view.to-this.view.from;this.here=t,this.setView(t-n/2,t+n/2),this.redraw()}};function $f(t,e,n,o){
let s=0,r=t.length;for(;s<r;){let a=s+r>>1;e[t[a]]>=n?r=a:s=a+1}return o?(s-1+t.length)%t.length:s}var Ei={setView(t,e){let n=this.extent,o=Math.min(n,Math.max(e-t,Math.min(n,100)));t=Math.max(0,Math.min(t,n-o)),!(t===this.view.from&&t+o===this.view.to)&&(this.
view={from:t,to:t+o},this.hideTip(),this.redraw(),this.tell("view",this.view))},setExtent(t){let e=this.view.to-this.view.from>=this.extent;this.extent=Math.max(
this.model.duration,t),Kt(this),this.setView(this.view.from,e?this.extent:this.view.to),this.redraw()},zoom(t,e=.5){let n=this.view.to-this.view.from,o=this.view.
from+n*e;this.setView(o-n*t*e,o+n*t*(1-e))},pan(t){let e=(this.view.to-this.view.from)*t;this.setView(this.view.from+e,this.view.to+e)},reset(){this.setView(0,this.
extent)},fit(t,e){let n=Math.max((e-t)*.15,50);this.setView(t-n,e+n)},fitSelection(){if(this.range){let{from:t,to:e}=this.range;this.range=null,this.closePanel(),
this.setView(t,e)}else this.selected&&this.fit(this.model.spans.start[this.selected.row],this.model.spans.end[this.selected.row])},show({from:t,to:e,gs:n}){if(n?.
length){this.shown.g=!0;for(let o of n)this.arranged.hidden.delete("g"+o);this.search(n.map(o=>"G"+o).join(" ")),this.nodes.scroll.scrollTop=0}t!==void 0&&this.
fit(t,e),this.root.scrollIntoView({block:"start"})}};function Ni(t){let e=Math.max(...t.map(s=>s.model.duration)),n=!1,o=(s,{from:r,to:a})=>{if(!n){n=!0;for(let i of t)
i!==s&&i.setView(r,a);n=!1}};for(let s of t)s.setExtent(e),s.on("view",r=>o(s,r))}var $s={};X($s,{at:()=>Ms});function Ms(t,e,n){let{layout:o,model:s,view:r}=t,a=(r.to-r.from)/t.width,i=r.from+e*a;if(n<o.ceiling)return Ef(s,i,a);if(n>=o.top+o.viewport)return{kind:"count\
ers",t:i};let c=ja(t,e,n);if(c)return{kind:"arrow",arrow:c};let l=Tf(t,n);if(!l)return null;let h=l.lane,u=n-bt(t,l);if(h.kind==="group")return Xo(t,h,i);if(h.kind===
"t")return Yr(t,h,i,u);if(u<=l.head){let g=If(s,h,i,6*a);if(g>=0)return{kind:"mark",lane:h,mark:g,near:Of(s,h,g,2*a)}}let m=D(s.spans,h,i,2*a);return m<0?{kind:"\
gap",lane:h,t:i,...Lf(s,h,i)}:{kind:"span",lane:h,place:m,row:h.rows[m],t:i,hidden:Cf(s,h,m,a)}}function Lf(t,e,n){let{spans:o}=t,s=e.rows,r=it(o,s,n);return{from:r>
0?o.end[s[r-1]]:0,to:r<s.length?o.start[s[r]]:t.duration}}function Cf(t,e,n,o){let{spans:s}=t,r=e.rows;if(s.dur[r[n]]>=o)return 1;let a=s.start[r[n]];return dn(
s,r,a+o,n)-n}function Tf({layout:t,scrollTop:e},n){let o=n<t.top?t.pinned:t.lanes,s=n-t.top+(n<t.top?0:e),r=o[be(o,s)];return r&&r.y<=s?r:null}function If(t,e,n,o){
let s=-1,r=o;for(let a of e.marks){let i=Math.abs(t.marks.time[a]-n);if(i<=r&&([s,r]=[a,i]),t.marks.time[a]>n+o)break}return s}function Of(t,e,n,o){let{marks:s}=t,
r=0;for(let a of e.marks)s.kind[a]===s.kind[n]&&Math.abs(s.time[a]-s.time[n])<=o&&(r+=s.n[a]);return r}function Ef(t,e,n){let o=t.bands.filter(r=>r.start-3*n<=e&&
e<=r.end+3*n),s=o.find(r=>r.stw)||o[0];return s?{kind:"band",band:s}:null}function Pi(t){let{canvas:e}=t.nodes,n=new Map,o=null,s=()=>{let[r,a]=[...n.values()];return{middle:(r+a)/2,width:Math.max(20,Math.abs(r-a))}};e.addEventListener(
"pointerdown",r=>{r.pointerType==="touch"&&(n.set(r.pointerId,r.clientX),n.size===2&&(t.pinching=!0,o={...s(),view:{...t.view}}))}),e.addEventListener("pointerm\
ove",r=>{n.has(r.pointerId)&&(n.set(r.pointerId,r.clientX),o&&n.size===2&&Nf(t,o,s()))});for(let r of["pointerup","pointercancel"])e.addEventListener(r,a=>{n.delete(
a.pointerId),o=null,n.size||setTimeout(()=>{t.pinching=!1})})}function Nf(t,{middle:e,width:n,view:o},s){let r=t.nodes.canvas.getBoundingClientRect(),a=l=>(l-r.
left)/r.width,i=o.from+a(e)*(o.to-o.from),c=(o.to-o.from)*(n/s.width);t.setView(i-c*a(s.middle),i+c*(1-a(s.middle)))}function Ri(t){let{canvas:e,scroll:n}=t.nodes;n.addEventListener("scroll",()=>{t.scrollTop=n.scrollTop,t.hideTip(),t.redraw()},{passive:!0}),e.addEventListener(
"wheel",o=>Bf(t,o),{passive:!1}),e.addEventListener("pointerdown",o=>Rf(t,o)),e.addEventListener("pointermove",o=>_f(t,o)),e.addEventListener("pointerleave",()=>t.
hideTip()),e.addEventListener("dblclick",o=>t.zoom(.4,sn(t,o))),t.nodes.map.addEventListener("pointerdown",o=>qf(t,o)),Pi(t)}function sn(t,e){let n=t.nodes.canvas.
getBoundingClientRect();return(e.clientX-n.left)/n.width}var Bi=(t,e)=>t.view.from+sn(t,e)*(t.view.to-t.view.from);function Bf(t,e){t.lastShare=sn(t,e),e.ctrlKey||
e.metaKey?(e.preventDefault(),t.zoom(Math.exp(Math.max(-60,Math.min(60,e.deltaY))*.006),sn(t,e))):(e.shiftKey||Math.abs(e.deltaX)>Math.abs(e.deltaY))&&(e.preventDefault(),
t.pan((e.deltaX||e.deltaY)/t.width))}var zf=450;function Fi(t,e,n,o,s){let r=!1;t.setPointerCapture?.(e.pointerId);let a=c=>{c.pointerId!==e.pointerId||!r&&Math.
abs(c.clientX-e.clientX)<n||(r=!0,o(c))},i=c=>{if(c.pointerId===e.pointerId){t.removeEventListener("pointermove",a);for(let l of["pointerup","pointercancel"])t.
removeEventListener(l,i);s(c,r)}};t.addEventListener("pointermove",a);for(let c of["pointerup","pointercancel"])t.addEventListener(c,i)}function Rf(t,e){if(e.button!==
0)return;let n=Bi(t,e),o={...t.view},s=zi(t,e),r=e.shiftKey||e.pointerType==="touch";t.hideTip();let a=e.pointerType==="touch"&&setTimeout(()=>{t.dragging||t.pinching||
(r=!1,t.range={from:n,to:n,lanes:null,lane:null},t.redraw())},zf);Fi(t.nodes.canvas,e,4,i=>{if(!t.pinching)if(t.dragging=!0,r){let c=(i.clientX-e.clientX)/t.width*
(o.to-o.from);t.setView(o.from-c,o.to-c)}else{let c=Bi(t,i);t.range={from:Math.max(0,Math.min(n,c)),to:Math.min(t.model.duration,Math.max(n,c)),lanes:Ff(t,s,zi(
t,i)),lane:Wi(t,s)[0]??null},t.redraw()}},(i,c)=>{t.dragging=!1,clearTimeout(a),!t.pinching&&(!c&&i.type==="pointerup"?Wf(t,i):c&&!r&&t.range&&t.selectRange(t.range.
from,t.range.to,t.range.lanes,t.range.lane))})}function zi(t,e){let n=e.clientY-t.nodes.canvas.getBoundingClientRect().top-t.layout.top;if(n<0||n>=t.layout.viewport)
return-1;let o=be(t.layout.lanes,n+t.scrollTop);return o<t.layout.lanes.length?o:-1}function Wi(t,e){let n=t.layout.lanes[e]?.lane;return n?.kind==="group"?n.folded?
n.lanes:[]:n?[n]:[]}function Ff(t,e,n){if(e<0||n<0||e===n)return null;let o=[];for(let s=Math.min(e,n);s<=Math.max(e,n);s++)o.push(...Wi(t,s));return o.length?o:
null}function Gi(t,e){let n=t.nodes.canvas.getBoundingClientRect();return Ms(t,e.clientX-n.left,e.clientY-n.top)}function Wf(t,e){let n=Gi(t,e);n?.click?n.click():
n?.kind==="span"?t.select(n.lane,n.place):n?.kind==="mark"?t.selectMark(n):n?.kind==="arrow"?Ua(t,n.arrow):n?.kind==="band"?t.selectRange(n.band.start,n.band.end):
t.clear()}var Gf=new Set(["span","mark","band","arrow"]);function _f(t,e){if(t.lastShare=sn(t,e),t.dragging)return;let n=Gi(t,e);t.nodes.canvas.style.cursor=n?.
click||Gf.has(n?.kind)?"pointer":"crosshair";let o=Ao(t,n);if(!o)return t.hideTip();let{tip:s}=t.nodes;s.replaceChildren(o),s.hidden=!1;let r=s.offsetWidth,a=s.
offsetHeight;s.style.left=Math.max(4,e.clientX+16+r>innerWidth?e.clientX-r-12:e.clientX+16)+"px",s.style.top=Math.max(4,Math.min(e.clientY+16,innerHeight-a-6))+
"px"}function qf(t,e){let{map:n}=t.nodes,o=c=>{let l=n.getBoundingClientRect();return(c.clientX-l.left)/l.width*t.extent},s=o(e),r={...t.view},a=r.to-r.from,i=a<
t.extent&&s>=r.from&&s<=r.to;Fi(n,e,3,c=>{let l=o(c);i?t.setView(r.from+l-s,r.to+l-s):t.setView(Math.min(l,s),Math.max(l,s))},(c,l)=>{!l&&!i&&t.setView(s-a/2,s+
a/2)})}var _i={goToRow(t,e=null){e??=this.model.spans.start[t];let n=this.laneFor(t,e)||this.showLaneOf(t);if(!n)return;let o=D(this.model.spans,n,e,1/0);o>=0&&this.reach(
n,o)},laneFor(t,e){let{model:n,selected:o,layout:s}=this,r=new Map([...s.pinned,...s.lanes].map(({lane:i})=>[i.kind+i.key,i])),a=n.spans.state[t];for(let i of[o?.
lane.kind,"p","m","c","g"]){if(!i||i!=="g"&&a!==2&&a!==4)continue;let c=r.get(i+Yn(n,t,i,e));if(c)return c}},showLaneOf(t){let e=this.model.spans.g[t],n=this.model.
laneOfG.get(e);if(n)return this.found&&!this.found.has(e)&&this.search(""),this.shown.g||this.switchLanes("g",!0),n},reach(t,e){this.select(t,e),this.bringIntoView(
t,t.rows[e])},bringIntoView(t,e){this.reveal(t);let{view:n}=this,{start:o,end:s}=this.model.spans,r=n.to-n.from;if(s[e]<n.from+r*.02||o[e]>n.to-r*.02){let a=s[e]-
o[e]>r?o[e]+r*.4:(o[e]+s[e])/2;this.setView(a-r/2,a+r/2)}},stepGoroutine(t){if(!this.selected)return this.step(0);let e=Pt(this.model,this.selected.row),n=e?.lane.
rows[e.place+t];n!==void 0&&this.goToRow(n)},stepLane(t){if(!this.selected)return this.step(0);let{lane:e,row:n}=this.selected,{lanes:o}=this.layout,{spans:s}=this.
model,r=Math.max(s.start[n],Math.min(s.end[n]-1,this.laneTime??s.start[n]));for(let a=o.findIndex(i=>i.lane===e)+t;a>=0&&a<o.length;a+=t)if(o[a].lane.rows?.length){
this.reach(o[a].lane,D(s,o[a].lane,r,1/0)),this.laneTime=r;return}},stepEnd(t){let e=this.selected?.lane||this.layout.lanes.find(n=>n.lane.rows.length)?.lane;e&&
this.reach(e,t?e.rows.length-1:0)},markRange(t){if(!this.selected)return;let{start:e,end:n}=this.model.spans,{row:o}=this.selected;if(t==="from"){this.markedFrom=
e[o],this.say(`The selection begins at ${M(e[o],1e3)}.`);return}let s=this.markedFrom??e[o];this.selectRange(Math.min(s,e[o]),Math.max(s,n[o]))}};var Df=["scroll","inner","view","gutter","canvas","tip","panel","map","map-canvas","window","find","found","range","menu","said","text","group","order","active",
"hidden","arrow-note","undo","redo"],Hf=150,se=class{windows;past;inTable;chart=null;map=null;lastShare=.5;dragging=!1;pinching=!1;arrowsDrawn=[];arrowsLeftOut=!1;chosenWakes=null;ids=null;matches=null;atMatch=-1;matched=null;laneTime=null;markedFrom=null;constructor(e,n,{
room:o=.56}={}){this.root=e,this.model=n,this.room=o,this.extent=n.duration,this.counts=fn(n),this.view={from:0,to:this.extent},this.shown=Vf(n),this.usual={...this.
shown},this.colourBy="goroutine",this.arranged=wa(),this.filter=null,this.found=null,this.here=null,this.selected=null,this.away=null,this.range=null,this.arrows=
{chain:!1,all:!1},this.scrollTop=0,this.redraws=0,this.lastRedrawMS=0,this.labelBudget=500,this.font=getComputedStyle(document.body).fontFamily,this.listeners={
view:[],draw:[],choice:[],settled:[]},this.nodes={legend:e.querySelector(".legend")};for(let s of Df)this.nodes[s]=e.querySelector(".tl-"+s);vs(this),Ri(this),ga(
this),si(this),new ResizeObserver(()=>this.canvasResized()).observe(this.nodes.canvas),addEventListener("resize",()=>this.relayout()),vt(this),this.relayout(),this.
on("view",()=>this.viewChanged())}viewChanged(){clearTimeout(this.viewTimer),this.arranged.active&&(this.viewTimer=setTimeout(()=>this.relayout(),Hf))}on(e,n){this.
listeners[e].push(n)}tell(e,n){for(let o of this.listeners[e])o(n)}get mask(){return this.found&&this.filter.maskOf(this.model.part)}relayout(){this.layout=Ko(this),
this.height=this.layout.height,this.resize()}resize(){let e=this.nodes;e.scroll.style.height=this.height+"px",e.inner.style.height=this.height+Math.max(0,this.layout.
total-this.layout.viewport)+"px",e.view.style.height=this.height+"px",e.gutter.style.width=Zo(this)+"px",this.width=e.canvas.clientWidth,(this.chart.getWidth()!==
this.width||this.chart.getHeight()!==this.height)&&this.chart.resize(),this.map.getWidth()!==e["map-canvas"].clientWidth&&this.map.resize(),this.scrollTop=e.scroll.
scrollTop,this.gridChanged=!0,Kt(this),this.redraw()}canvasResized(){Math.abs(this.nodes.canvas.clientWidth-this.width)>.5&&this.resize()}redraw(){this.pending||
(this.pending=requestAnimationFrame(()=>{this.pending=0,this.draw()}))}draw(){let e=performance.now();Ai(this),Ii(this),Si(this),Li(this),this.tell("draw",this),
this.redraws++,this.lastRedrawMS=performance.now()-e}timeHere(){return this.view.from+this.lastShare*(this.view.to-this.view.from)}hideTip(){this.nodes.tip.hidden=
!0}themeChanged(){vs(this),vt(this),this.relayout()}state(){let e=s=>s.lane.kind!=="group",{arranged:n,layout:o}=this;return{from:this.view.from,to:this.view.to,
duration:this.model.duration,lanes:Object.keys(this.shown).filter(s=>this.shown[s]).join(""),colour:this.colourBy,laneCount:o.lanes.filter(e).length+o.pinned.length,
visibleLanes:xt(this).filter(s=>e(o.lanes[s])).length+o.pinned.length,groups:o.groups.map(s=>({title:s.title,lanes:s.lanes.length,folded:s.folded})),group:n.group,
order:n.order,active:n.active,pins:n.pins,hidden:[...n.hidden],spans:this.model.spans.start.length,redraws:this.redraws,lastRedrawMS:this.lastRedrawMS,scrollTop:this.
scrollTop,found:this.found?this.found.size:null,matches:this.found?this.filter.count:null,here:this.here,said:this.nodes.found.textContent,search:this.nodes.find.
value,selected:this.selected?{g:this.model.gs.id[this.selected.g],row:this.selected.row,lane:Y(this.model,this.selected.lane)}:null,range:this.range&&{from:this.
range.from,to:this.range.to,lanes:this.range.lanes?.map(s=>Y(this.model,s))??null},arrows:this.arrowsDrawn.length,tip:this.nodes.tip.hidden?"":this.nodes.tip.textContent}}};
Object.assign(se.prototype,Ei,Ci,_i,ya,Oi);function Vf({lanes:t}){return t.p.length===0&&t.g.length>0?{p:!1,m:!1,g:!0,c:!1,t:!1}:{p:!0,m:!1,g:!1,c:t.c.length>0&&
t.c.length<=16,t:!1}}var Xf={Timeline:se,link:Ni,get current(){return tt}};var ji={...Br,...qr,...ar};function Yf(t){t.inTable=je,addEventListener("resize",()=>{Qs(),Lr()}),ao(()=>{t.themeChanged(),Co(ji,t.model),Uo(t.model)})}async function Kf(){
ei(echarts);let t=b("data");t?qi(await As(t.textContent)):await Ca(qi)}function qi(t){let e=$o(t);document.title=e.page.title+" · schedviz";let n=new se(b("tim\
eline"),e);or(n),Uo(e),Yf(n),Ka(n),xa(n),n.past=new Jn(n),Qa([n]),Bs([n]),Co(ji,e),ri(),document.body.dataset.ready="yes"}var Zf=()=>tt?.state()??null;Kf().catch(
t=>{b("reading-trace")?.remove(),Ss("This page",t)});return Xi(Jf);})();
