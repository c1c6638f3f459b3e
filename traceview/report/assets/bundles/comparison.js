var schedviz=(()=>{var De=Object.defineProperty;var qr=Object.getOwnPropertyDescriptor;var Gr=Object.getOwnPropertyNames;var Dr=Object.prototype.hasOwnProperty;var R=(t,e)=>{for(var n in e)De(t,n,{get:e[n],enumerable:!0})},Ur=(t,e,n,o)=>{if(e&&typeof e=="object"||typeof e=="function")for(let s of Gr(e))!Dr.call(t,s)&&s!==
n&&De(t,s,{get:()=>e[s],enumerable:!(o=qr(e,s))||o.enumerable});return t};var Hr=t=>Ur(De({},"__esModule",{value:!0}),t);var Fl={};R(Fl,{comparison:()=>ro,copy:()=>qe,cores:()=>St,details:()=>tt,format:()=>F,groups:()=>wt,hit:()=>to,lanes:()=>rn,layout:()=>Mn,lazy:()=>oo,model:()=>Xt,
state:()=>Pl,states:()=>en,steps:()=>on,theme:()=>W,timeline:()=>Nl,totals:()=>Dt,wakes:()=>re});var jr={f64:Float64Array,i32:Int32Array,u8:Uint8Array};function Vr(t){if(Uint8Array.fromBase64)return Uint8Array.fromBase64(t);let e=atob(t),n=new Uint8Array(e.
length);for(let o=0;o<e.length;o++)n[o]=e.charCodeAt(o);return n}async function _r(t){let e=new Blob([t]).stream().pipeThrough(new DecompressionStream("gzip"));
return new Uint8Array(await new Response(e).arrayBuffer())}function Kr(t,e,n,o){let s=e,r=0;for(let a=0;a<n.length;a++){let i=t[s++],c=i&127;for(let u=128;i>127;u*=
128)i=t[s++],c+=(i&127)*u;let l=c%2===0?c/2:-(c+1)/2;n[a]=r=o?r+l:l}return n}function Xr(t){let e=String.fromCharCode(...t.subarray(0,4));if(e!=="SVZ1")throw new Error(
"the page’s data is damaged: it begins with "+JSON.stringify(e));let n=new DataView(t.buffer,t.byteOffset).getUint32(4,!0),o=JSON.parse(new TextDecoder().decode(
t.subarray(8,8+n))),s={};for(let r of o.columns)s[r.name]=Kr(t,8+n+r.offset,new jr[r.type](r.count),r.delta);return{page:o.page,strings:o.strings,cols:s}}var Yr=async t=>Xr(
await _r(t)),Ue=t=>Yr(Vr(t.trim()));function d(t,e,...n){let o=document.createElement(t);for(let[s,r]of Object.entries(e||{}))s==="class"?o.className=r:s.startsWith("on")?o.addEventListener(s.slice(
2),r):s.startsWith("aria-")||s==="role"?o.setAttribute(s,r):s==="style"?Object.assign(o.style,r):o[s]=r;return o.append(...n.flat().filter(s=>s!=null&&s!==!1)),
o}var z=t=>document.getElementById(t),P=t=>d("span",{class:"swatch",style:{background:t}}),$=(t,e,n)=>d("button",{class:"link",type:"button",onclick:e,title:n||
""},t);function ao(t,e){let n=z("failure");throw n.textContent=`${t} could not be drawn: ${e&&e.message?e.message:e}`,n.hidden=!1,e}var F={};R(F,{baseName:()=>fe,bytes:()=>jt,count:()=>y,duration:()=>w,ends:()=>Ve,moment:()=>v,percent:()=>V,plural:()=>C,short:()=>Qr,shortFunc:()=>S,ticks:()=>je});
var io=[["s",1e9],["ms",1e6],["µs",1e3]],Zr=[["G",1e9],["M",1e6],["k",1e3]],Jr=[["GB",1e9],["MB",1e6],["kB",1e3]];function co(t,e){let n=10**e,o=Math.floor(t*n);
return t*n-o===.5&&Number.isInteger(t*2**(e+1))?((o+o%2)/n).toFixed(e):t.toFixed(e)}function lo(t){return co(t,Math.max(0,2-Math.floor(Math.log10(Math.max(t,1)*
1.0005))))}function w(t){if(t<0)return"-"+w(-t);for(let[e,n]of io)if(t>=.9995*n)return lo(t/n)+" "+e;return Math.round(t)+" ns"}function v(t,e,n=t){if(t===0)return"\
0";let[o,s]=io.find(([,a])=>Math.abs(n)>=a)||["ns",1],r=Math.max(0,Math.ceil(-Math.log10(Math.max(e,1)/s)-1e-9));return(t/s).toFixed(Math.min(r,9))+" "+o}function je(t,e,n){
let o=(e-t)/Math.max(1,n/110),s=Math.pow(10,Math.floor(Math.log10(o))),r=Math.max(1,s*(o/s<=1?1:o/s<=2?2:o/s<=5?5:10)),a=[];for(let i=Math.ceil(t/r)*r;i<=e;i+=r)
a.push(i);return{step:r,at:a}}var y=t=>String(Math.round(t)).replace(/\B(?=(\d{3})+(?!\d))/g,",");function Qr(t){for(let[e,n]of Zr)if(t>=n)return Number((t/n).toPrecision(
3))+" "+e;return String(t)}function jt(t){for(let[e,n]of Jr)if(t>=.9995*n)return lo(t/n)+" "+e;return t+" B"}function V(t){return t>0&&t<.01?"<1%":t<1&&t>.99?">\
99%":co(t*100,0)+"%"}function S(t){let e=t.indexOf("["),n=e<0?t:t.slice(0,e);return t.slice(n.lastIndexOf("/")+1)}function Ve(t){let[e]=/(\.[^.()[\]]+)?(\.(func|gowrap|deferwrap)?\d+)*(\[[^\][]*\])?$/.
exec(t)||[""];return[t.slice(0,t.length-e.length),e]}var fe=t=>t.slice(Math.max(t.lastIndexOf("/"),t.lastIndexOf("\\"))+1),C=(t,e)=>y(t)+" "+e+(t===1?"":"s");var W={};R(W,{byIndex:()=>K,chrome:()=>k,contrast:()=>Ze,echartsTheme:()=>_t,family:()=>Lt,force:()=>me,ink:()=>lt,mark:()=>vt,markGlyph:()=>dt,markKinds:()=>Qe,
markLabel:()=>ft,markShort:()=>Kt,mix:()=>na,mode:()=>q,onChange:()=>tn,state:()=>Y,wait:()=>Vt,waitKinds:()=>he});var E=[],_e=new Map,Ke=new Map;function uo(t){t.preempts&&E.splice(0,E.length,...t.preempts.map(e=>e.name));for(let e of t.preempts||[])_e.set(e.name,e);for(let e of t.
reasons)Ke.set(e.reason,e)}var fo=t=>_e.get(t)?.short??t,ho=t=>_e.get(t)?.label??t,mo=t=>Ke.get(t)?.family??"other",po=t=>Ke.get(t)?.ender??"runtime";var ta={light:["#4457c8","#c87816","#1b9488","#c4457c","#7f899b","#808c14","#7b5cc4","#d2603f","#3580c8","#8a6a2c","#2b9455","#ab78c6"],dark:["#7385f0","#e8a04a",
"#35b8a8","#dc6a9a","#98a2b4","#b4c04a","#9b80e0","#e07a5c","#5ca8ee","#b08d4a","#4cb878","#caa2de"]},go={light:{open:"#8a94a6",unknown:"#c3c8d0",runnable:"#448\
1dc",running:"#289051",waiting:"#c96d3c",syscall:"#8a5cc4",idle:"#b4bac4",heap:"#8a94a6",queued:"#4f8ae0","idle Ps":"#b4bac4",spinning:"#8a5cc4"},dark:{open:"#8\
a94a6",unknown:"#5a6270",runnable:"#5c96ea",running:"#45b573",waiting:"#d98a60",syscall:"#a37de0",idle:"#666e7c",heap:"#8a94a6",queued:"#5c96ea","idle Ps":"#666\
e7c",spinning:"#a37de0"}},he=[{name:"runtime",light:"#868e9b",dark:"#6b7380",dash:[2,8]},{name:"chan receive",light:"#cc6836",dark:"#dd8a5e",dash:[8,3]},{name:"\
chan send",light:"#b8502e",dark:"#c96a48",dash:[4,3]},{name:"select",light:"#b07a18",dark:"#e0ac58",dash:[10,3,2,3]},{name:"sync",light:"#cc4b4b",dark:"#dc6a6a",
dash:[]},{name:"sleep",light:"#a97c54",dark:"#b58e6c",dash:[2,4]},{name:"network",light:"#c8667d",dark:"#d98fa0",dash:[16,4]},{name:"other",light:"#c96d3c",dark:"\
#d98a60",dash:[10,2,3,2,3,2]}],Je={async:{light:"#c81e2b",dark:"#ff6b70",glyph:"▼"},cooperative:{light:"#1f5fc8",dark:"#7ab0ff",glyph:"△"},stw:{light:"#e016\
1c",dark:"#ff5a5f",glyph:"■"},suspend:{light:"#7a3fc0",dark:"#b48af0",glyph:"●"},gosched:{light:"#0f8277",dark:"#4fd0c0",glyph:"◇"},mutex_handoff:{light:"\
#a86500",dark:"#e0a950",glyph:"▷"},unknown:{light:"#69727f",dark:"#a0a8b4",glyph:"✕"}},yo={light:{text:"#1b2430",muted:"#667085",line:"#e4e7ec",track:"#f3f5\
f8",panel:"#ffffff",dim:"#dfe3e9",gc:"#9b6bd3",stw:"#e0161c",accent:"#3355cc",led:"#3355cc",caused:"#a3420f",ramp:["#f3f5f8","#3355cc"]},dark:{text:"#e6e9ee",muted:"\
#98a2b3",line:"#2b323d",track:"#1c222b",panel:"#14181f",dim:"#333b47",gc:"#b48af0",stw:"#ff5a5f",accent:"#8ea6ff",led:"#8ea6ff",caused:"#ffb27a",ramp:["#1c222b",
"#8ea6ff"]}},de=globalThis.matchMedia?matchMedia("(prefers-color-scheme: dark)"):{matches:!1},ko=null,bo=de.matches?"dark":"light";de.addEventListener?.("change",
()=>{bo=de.matches?"dark":"light"});var q=()=>ko||bo,xo=[],vo=()=>xo.forEach(t=>t());de.addEventListener?.("change",vo);function me(t){let e=q();ko=t,q()!==e&&vo()}
var K=t=>ta[q()][(t%12+12)%12],ea=new Map(he.map(t=>[t.name,t])),Lt=t=>ea.get(mo(t)),Vt=t=>Lt(t)[q()];function wo(t){let e=parseInt(t.slice(1),16),[n,o,s]=[e>>16,
e>>8&255,e&255].map(r=>r<=10?r/255/12.92:((r/255+.055)/1.055)**2.4);return .2126*n+.7152*o+.0722*s}function Ze(t,e){let[n,o]=[wo(t),wo(e)];return(Math.max(n,o)+
.05)/(Math.min(n,o)+.05)}var Ye=new Map;function lt(t){return Ye.has(t)||Ye.set(t,Ze(t,"#000000")>Ze(t,"#ffffff")?"#000000":"#ffffff"),Ye.get(t)}function na(t,e,n){
let o=s=>{let r=parseInt(t.slice(1),16)>>s&255,a=parseInt(e.slice(1),16)>>s&255;return Math.round(r+(a-r)*n).toString(16).padStart(2,"0")};return"#"+o(16)+o(8)+
o(0)}function _t(){let t=yo[q()],e={axisLine:{lineStyle:{color:t.line}},axisTick:{lineStyle:{color:t.line}},axisLabel:{color:t.muted,fontSize:11},splitLine:{lineStyle:{
color:t.line}}};return{backgroundColor:"transparent",textStyle:{fontFamily:getComputedStyle(document.body).fontFamily,color:t.text},categoryAxis:e,valueAxis:e,logAxis:e}}
var Y=t=>go[q()][t]||go[q()].unknown,vt=t=>Je[t][q()],ft=ho,Kt=fo,dt=t=>Je[t].glyph,Qe=Object.keys(Je),k=()=>yo[q()],tn=t=>xo.push(t);function oa(t){document.documentElement.classList.add("printing"),me("light"),Mo(t);for(let e of document.querySelectorAll(".chart"))sa([...e.querySelectorAll("\
canvas")])}function sa(t){let e=t.pop();if(!t.length)return;let n=e.getContext("2d");n.save(),n.setTransform(1,0,0,1,0,0),n.globalCompositeOperation="destinatio\
n-over";for(let o of t.reverse())n.drawImage(o,0,0);n.restore()}function ra(t){document.documentElement.classList.remove("printing"),me(null),Mo(t)}function Mo(t){
for(let e of t)e.relayout(),e.draw();for(let e of document.querySelectorAll(".chart")){let n=echarts.getInstanceByDom(e);n?.resize(),n?.getZr().flush()}for(let e of document.
querySelectorAll(".virtual-box"))e.dispatchEvent(new Event("scroll"));for(let e of document.querySelectorAll(".list"))e.list?.draw()}function So(t){addEventListener("beforeprint",()=>oa(t)),addEventListener("afterprint",()=>ra(t))}var wt={};R(wt,{build:()=>yn,courses:()=>Se,groupings:()=>ee,hit:()=>kn,orders:()=>te,press:()=>Ae,statsOf:()=>ns});var Ao=null;function ia(){Ao&&(Ao.hidden=!0)}var $o=0;function Lo(t){let e=z("said");e.textContent=t,clearTimeout($o),$o=setTimeout(()=>{e.textContent=""},6e3)}globalThis.addEventListener?.(
"scroll",ia,{passive:!0});var tt={};R(tt,{chain:()=>Jt,coreFacts:()=>Zt,facts:()=>N,head:()=>be,merged:()=>Yt,onLane:()=>Pt,spanFacts:()=>xe,tooltip:()=>pn});var Q={};R(Q,{core:()=>H,flame:()=>fa,frame:()=>Et,g:()=>Mt,group:()=>st,heat:()=>la,lane:()=>ht,log:()=>U,mark:()=>ut,other:()=>It,queue:()=>rt,range:()=>Z,region:()=>J,
sample:()=>Ct,site:()=>ua,span:()=>G,stack:()=>Nt,table:()=>ca,task:()=>Tt});var Mt={id:"g.id",func:"g.func",system:"g.system",parent:"g.parent",created:"g.crea\
ted"},G={start:"span.start",dur:"span.dur",g:"span.g",m:"span.m",p:"span.p",stack:"span.stack",waker:"span.waker",n:"span.n",reason:"span.reason",state:"span.st\
ate",preempt:"span.preempt",idle:"span.idle",oncore:"span.oncore"},ut={time:"mark.time",g:"mark.g",m:"mark.m",p:"mark.p",stack:"mark.stack",n:"mark.n",kind:"mar\
k.kind"},Z={name:"range.name",start:"range.start",dur:"range.dur",g:"range.g",p:"range.p",n:"range.n",busy:"range.busy"},Tt={id:"task.id",parent:"task.parent",type:"\
task.type",start:"task.start",end:"task.end",open:"task.open"},J={task:"region.task",type:"region.type",g:"region.g",start:"region.start",end:"region.end",open:"\
region.open"},U={time:"log.time",g:"log.g",task:"log.task",category:"log.category",message:"log.message"},st={func:"group.func",others:"group.others",goroutines:"\
group.goroutines",lanes:"group.lanes",running:"group.running",runnable:"group.runnable"},Ct={time:"sample.time",name:"sample.name",value:"sample.value"},H={key:"\
core.key",count:"core.count",start:"core.start",dur:"core.dur",m:"core.m",other:"core.other",n:"core.n",left:"core.left",idle:"core.idle"},It={id:"other.id",process:"\
other.process",name:"other.name",traced:"other.traced"},rt={time:"queue.time",global:"queue.global",ps:"queue.ps",local:"queue.local",idle:"queue.idle",spinning:"\
queue.spinning",threads:"queue.threads"},ca={id:"table.id",func:"table.func",parent:"table.parent",ended:"table.ended",life:"table.life",running:"table.running",
runnable:"table.runnable",waiting:"table.waiting",syscall:"table.syscall",runs:"table.runs",maxSlice:"table.maxSlice",maxLatency:"table.maxLatency",preempted:"t\
able.preempted",migrations:"table.migrations",endState:"table.endState",endReason:"table.endReason"},la={utilisation:"heat.utilisation",cores:"heat.cores"},ht={
g:{key:"lane.g.key",count:"lane.g.count",rows:"lane.g.rows"},p:{key:"lane.p.key",count:"lane.p.count",rows:"lane.p.rows"},m:{key:"lane.m.key",count:"lane.m.coun\
t",rows:"lane.m.rows"}},Nt={len:"stack.len",frames:"stack.frames"},Et={func:"frame.func",file:"frame.file",line:"frame.line",whose:"frame.whose"},ua={stack:{len:"\
site.stack.len",frames:"site.stack.frames"},frame:{func:"site.frame.func",file:"site.frame.file",line:"site.frame.line",whose:"site.frame.whose"}},fa={blocking:{
depth:"flame.blocking.depth",name:"flame.blocking.name",frame:"flame.blocking.frame",total:"flame.blocking.total",count:"flame.blocking.count"},ready:{depth:"fl\
ame.ready.depth",name:"flame.ready.name",frame:"flame.ready.frame",total:"flame.ready.total",count:"flame.ready.count"},syscalls:{depth:"flame.syscalls.depth",name:"\
flame.syscalls.name",frame:"flame.syscalls.frame",total:"flame.syscalls.total",count:"flame.syscalls.count"},samples:{depth:"flame.samples.depth",name:"flame.sa\
mples.name",frame:"flame.samples.frame",total:"flame.samples.total",count:"flame.samples.count"}};var en={};R(en,{RUNNABLE:()=>O,RUNNING:()=>b,SYSCALL:()=>I,WAITING:()=>M,preempts:()=>E,states:()=>X});var X=["unknown","runnable","running","waiting","syscall",
"dead"],O=1,b=2,M=3,I=4;var on={};R(on,{byPixel:()=>nn,fromSeries:()=>Rt,fromSpans:()=>Ot,levelAt:()=>mt,steps:()=>Bt});function Ot(t,e,n){let o=[],s=[];for(let f of t)for(let h of f.rows)
n!==null&&e.state[h]!==n||(o.push(e.start[h]),s.push(e.end[h]));let r=Float64Array.from(o).sort(),a=Float64Array.from(s).sort(),i=new Float64Array(r.length*2),c=new Float64Array(
r.length*2),l=0,u=0;for(let f=0,h=0;h<a.length;){let p=f<r.length&&r[f]<a[h],m=p?r[f++]:a[h++];u+=p?1:-1,l>0&&i[l-1]===m&&l--,i[l]=m,c[l++]=u}return Bt(i.subarray(
0,l),c.subarray(0,l))}function Rt(t,e){return Bt(Float64Array.from(e,(n,o)=>t.start+o*t.step),Float64Array.from(e))}function Bt(t,e){let n=new Float64Array(t.length);
for(let o=1;o<t.length;o++)n[o]=n[o-1]+e[o-1]*(t[o]-t[o-1]);return{time:t,level:e,area:n,max:e.reduce((o,s)=>Math.max(o,s),0)}}function Co(t,e){let n=0,o=t.time.
length;for(;n<o;){let s=n+o>>1;t.time[s]<=e?n=s+1:o=s}return n-1}var mt=(t,e)=>t.level[Co(t,e)]??0;function To(t,e,n){return e<0?0:t.area[e]+t.level[e]*(n-t.time[e])}
function nn(t,e,n,o){let s=new Float32Array(o),r=new Float32Array(o),a=(n-e)/o,i=Co(t,e);for(let c=0;c<o;c++){let l=e+c*a,u=l+a;for(;i+1<t.time.length&&t.time[i+
1]<=l;)i++;let f=To(t,i,l),h=t.level[i]??0;for(;i+1<t.time.length&&t.time[i+1]<u;)h=Math.max(h,t.level[++i]);r[c]=h,s[c]=(To(t,i,u)-f)/a}return{mean:s,max:r}}var sn=1e7;function Io(t){let{page:e,lanes:n,spans:o}=t,s=t.part.resolution===0&&t.part.complete,r=da(t),a=ha(t);if(!s){let i=e.series;return{exact:s,heap:r,...a,
runnable:Rt(i,i.runnable),running:Rt(i,i.running)}}return{exact:s,heap:r,...a,runnable:Ot(n.g,o,O),running:Ot(n.g,o,b)}}function da({cols:t,strings:e,page:n}){let o=[];
for(let s=0;s<t[Ct.time].length;s++)e[t[Ct.name][s]]==="/memory/classes/heap/objects:bytes"&&o.push(s);return o.length<3||!n.stat.gc.cycles?null:Bt(Float64Array.
from(o,s=>t[Ct.time][s]),Float64Array.from(o,s=>t[Ct.value][s]))}function ha(t){let e=t.cols,n=e[rt.time];if(!n||!n.length)return{};t.queues=Array.from(n,()=>null);
for(let s=0,r=0;s<n.length;r+=e[rt.ps][s++]){let a=Array.from(e[rt.local].subarray(r,r+e[rt.ps][s]));t.queues[s]={time:n[s],global:e[rt.global][s],local:a,idle:e[rt.
idle][s],spinning:e[rt.spinning][s],threads:e[rt.threads][s]}}let o=s=>{let r=[],a=[];return t.queues.forEach((i,c)=>{r.push(i.time),a.push(s(i)),n[c+1]<=i.time+
1.5*sn||(r.push(i.time+sn),a.push(0))}),Bt(Float64Array.from(r),Float64Array.from(a))};return{queued:o(s=>s.global+s.local.reduce((r,a)=>r+a,0)),"idle Ps":o(s=>s.
idle),spinning:o(s=>s.spinning)}}function No(t,e){let n=t.queues||[],o=n.length-1;for(;o>=0&&n[o].time>e;)o--;return o>=0&&e-n[o].time<=1.5*sn?n[o]:null}var St={};R(St,{at:()=>zt,build:()=>cn,isRunning:()=>un,left:()=>ye,offCore:()=>fn,parts:()=>ln});var rn={};R(rn,{at:()=>D,cut:()=>we,firstEndingAfter:()=>j,firstStartingAt:()=>ge});function j(t,e,n){let o=0,s=e.length;for(;o<s;){let r=o+s>>1;t.end[e[r]]>n?s=r:o=r+1}return o}function ge(t,e,n,o){let s=o;for(let r=1;s<e.length&&t.start[e[s]]<
n;r*=2)o=s+1,s+=r;for(s=Math.min(s,e.length);o<s;){let r=o+s>>1;t.start[e[r]]>=n?s=r:o=r+1}return o}var pe={sums:new WeakMap,onCore:new WeakMap};function Oo(t,e){
let n=pe.sums.get(e.rows);if(n)return n;let o=new Float64Array(e.rows.length+1);for(let s=0;s<e.rows.length;s++){let r=e.rows[s],a=e.kind!=="g"||t.state[r]===b;
o[s+1]=o[s]+(a?t.dur[r]-t.idle[r]:0)}return pe.sums.set(e.rows,o),o}function ma(t,e){let n=pe.onCore.get(e.rows);if(n)return n;let o=Oo(t,e),s=new Float64Array(
o.length);for(let r=0;r<e.rows.length;r++){let a=t.oncore?t.oncore[e.rows[r]]:-1;s[r+1]=s[r]+(o[r+1]-o[r])*(a<0?1:a/1e3)}return pe.onCore.set(e.rows,s),s}function pa(t,e,n,o){
let s=Math.max(1,Math.floor((o-n)/16)),r=e[n];for(let a=n+s;a<o;a+=s)t.dur[e[a]]>t.dur[r]&&(r=e[a]);return r}function ga(t,e,n){let o=e,s=n;for(;o<s;){let r=o+s>>
1;t[r+1]>t[e]?s=r:o=r+1}return o}function we(t,e,n,o,s,r,a=null){let i=e.rows,c=(o-n)/s,l=m=>(m-n)/c,u=Oo(t,e),f=ma(t,e),h=(m,g)=>u[g]>u[m]?(f[g]-f[m])/(u[g]-u[m]):
1,p=j(t,i,n);for(;p<i.length;){let m=i[p];if(t.start[m]>=o)return;if(t.end[m]-t.start[m]>=c){let A=t.n[m]>1;r(Math.max(l(t.start[m]),-1),Math.min(l(t.end[m]),s+
1),m,A?1-t.idle[m]/t.dur[m]:1,A,h(p,p+1)),p++;continue}let g=Math.floor(l(t.start[m])+1e-6),L=Math.max(p+1,ge(t,i,n+(g+1)*c,p));L-1>p&&t.dur[i[L-1]]>=c&&L--,r(g,
g+1,a&&a[L]>a[p]?i[ga(a,p,L)]:pa(t,i,p,L),Math.min(1,(u[L]-u[p])/c),!0,h(p,L)),p=L}}function D(t,e,n,o){let s=e.rows,r=j(t,s,n);if(r<s.length&&t.start[s[r]]<=n)
return r;let a=r<s.length?t.start[s[r]]-n:1/0,i=r>0?n-t.end[s[r-1]]:1/0;return Math.min(a,i)>o?-1:a<i?r:r-1}var wa=new Int32Array(0),ye=["","","preempted","blocked","exited"];function cn(t,e,n){let o=n[H.key];if(!o||!o.length)return;e.onCore=t.threads.length?Array.from(
t.threads,()=>({start:[],end:[],core:[],left:[]})):[],e.others=Array.from(n[It.id],(a,i)=>({id:a,process:n[It.process][i],name:t.strings[n[It.name][i]],traced:!!n[It.
traced][i]}));let s=new an(e.spans),r=new Map(t.lanes.c.map(a=>[a.key,a]));for(let a=0,i=0;a<o.length;i+=n[H.count][a++]){let c=s.base+s.length;for(let u=i;u<i+
n[H.count][a];u++)ya(t,e,s,o[a],n,u);let l=Int32Array.from({length:s.base+s.length-c},(u,f)=>c+f);e.lanes.set(r.get(o[a]),{rows:l,marks:[],under:[]})}for(let a of e.
onCore)ka(a);s.append(e.spans)}function ya(t,e,n,o,s,r){let a=s[H.m][r],i=s[H.start][r],c=i+s[H.dur][r],l={core:o,m:a,other:s[H.other][r],left:s[H.left][r],n:s[H.
n][r],idle:s[H.idle][r]};if(a<0)return n.add(i,c,-1,l);let u=e.onCore[a];u.start.push(i),u.end.push(c),u.core.push(o),u.left.push(l.left);let f=e.lanes.get(t.lanes.
m[a])?.rows||wa,{spans:h}=e,p=j(h,f,i);if(l.n>1){let g=p<f.length&&h.start[f[p]]<c?f[p]:-1;return n.add(i,c,g,l)}let m=i;for(;p<f.length&&h.start[f[p]]<c;p++){let g=f[p],
L=Math.max(m,h.start[g]),A=Math.min(c,h.end[g]);L>m&&n.add(m,L,-1,l),A>L&&n.add(L,A,g,l),m=Math.max(m,A)}(c>m||c===i)&&n.add(m,c,-1,l)}function ka(t){let e=t.start.
map((n,o)=>o).sort((n,o)=>t.start[n]-t.start[o]);for(let n of["start","end","core","left"])t[n]=Float64Array.from(e,o=>t[n][o])}var an=class{constructor(e){this.
spans=e,this.base=e.start.length,this.length=0,this.cols={start:[],end:[],from:[],core:[],m:[],other:[],left:[],n:[],idle:[]}}add(e,n,o,s){let r=this.cols;r.start.
push(e),r.end.push(n),r.from.push(o);for(let a of["core","m","other","left","n","idle"])r[a].push(s[a]);this.length++}append(e){let{cols:n,base:o,length:s}=this,
r=(c,l)=>{let u=new c.constructor(o+s);u.set(c);for(let f=0;f<s;f++)u[o+f]=l(f);return u},a=(c,l)=>r(e[c],u=>n.from[u]<0?l:e[c][n.from[u]]),i={start:r(e.start,c=>n.
start[c]),end:r(e.end,c=>n.end[c]),dur:r(e.dur,c=>n.end[c]-n.start[c]),g:a("g",-1),p:a("p",-1),stack:a("stack",0),reason:a("reason",0),state:a("state",0),m:r(e.
m,c=>n.m[c]),n:r(e.n,c=>n.n[c]),idle:r(e.idle,c=>n.idle[c]),waker:r(e.waker,()=>-1),preempt:r(e.preempt,()=>0),oncore:r(e.oncore,()=>1e3)};i.core=r(new Int32Array(
o).fill(-1),c=>n.core[c]),i.other=r(new Int32Array(o).fill(-1),c=>n.other[c]),i.left=r(new Uint8Array(o),c=>n.left[c]),Object.assign(e,i)}};function zt(t,e,n){let o=t.
onCore?.[e];if(!o||!o.start.length)return null;let s=0,r=o.start.length;for(;s<r;){let i=s+r>>1;o.start[i]<=n?s=i+1:r=i}let a=s-1;return a>=0&&n<o.end[a]?{core:o.
core[a],since:o.start[a],until:o.end[a]}:{core:-1,why:a>=0?ye[o.left[a]]:"",since:a>=0?o.end[a]:0,until:s<o.start.length?o.start[s]:t.duration}}function ln(t,e,n,o){
let{spans:s}=t,r=t.onCore[s.m[e]];if(!r)return;let a=(n.to-n.from)/n.width,i=Math.max(s.start[e],n.from),c=Math.min(s.end[e],n.to),l=-1,u=0,f=()=>{u>0&&o(l,l+1,
Math.min(1,u)),u=0},h=0,p=r.end.length;for(;h<p;){let m=h+p>>1;r.end[m]>i?p=m:h=m+1}for(let m=h;m<r.start.length&&r.start[m]<c;m++){let g=(Math.max(i,r.start[m])-
n.from)/a,L=(Math.min(c,r.end[m])-n.from)/a;if(L-g>=1){f(),o(g,L,1);continue}let A=Math.floor(g);A!==l&&f(),l=A,u+=L-g}f()}var un=(t,e)=>t.spans.state[e]===b;function fn(t,e){
let n=t.spans.oncore[e];return n<0?null:t.spans.dur[e]*(1-n/1e3)}var Xt={};R(Xt,{build:()=>dn,gFunc:()=>T,gName:()=>x,laneID:()=>_,laneName:()=>B,stackOf:()=>pt});var ba=64,xa=200;function Ro(t){let{cols:e,strings:n,duration:o}=t,s=new Map,r=(i,c,l)=>{let u=n[e[Q[i].type][c]]||"(no type)",f=e[Q[i].end][c],h=i+"/"+u,p=u;!s.
has(h)&&s.size>=xa&&([h,p]=[i+"/",`other ${i}s`]),s.has(h)||s.set(h,{kind:"t",what:i,key:h,name:p,boxes:[],levels:1,rows:new Int32Array(0),marks:[],under:[]}),s.
get(h).boxes.push({what:i,name:u,start:Math.max(0,e[Q[i].start][c]),end:f<0?o:f,open:!!e[Q[i].open][c],...l})};for(let i=0;i<e[Tt.type].length;i++)r("task",i,{id:e[Tt.
id][i],parent:e[Tt.parent][i],g:-1,task:e[Tt.id][i]});for(let i=0;i<e[J.type].length;i++)r("region",i,{g:t.byID.get(e[J.g][i])??-1,task:e[J.task][i]});let a=[...s.
values()].sort((i,c)=>c.what.localeCompare(i.what)||i.name.localeCompare(c.name));for(let i of a)va(i);t.lanes.t=a,t.logs=Ma(t)}function va(t){t.boxes.sort((n,o)=>n.
start-o.start||o.end-n.end);let e=[];for(let n of t.boxes){let o=e.findIndex(s=>s<=n.start);o<0&&(o=Math.min(e.length,ba-1)),e[o]=Math.max(e[o]??0,n.end),n.level=
o}t.levels=Math.max(1,e.length)}function Ma({cols:t,strings:e}){let n=new Map;for(let o=0;o<t[U.time].length;o++){let s=[e[t[U.category][o]],e[t[U.message][o]]].
filter(Boolean).join(": "),r=t[U.task][o];n.has(r)||n.set(r,[]),n.get(r).push({time:t[U.time][o],text:s,g:t[U.g][o]})}return n}var Aa={rows:new Int32Array(0),marks:[],under:[]};function Bo(t,e,{from:n,to:o,resolution:s,resolutions:r,complete:a,groupStep:i}){let c={from:n,to:o,resolution:s,
resolutions:r,complete:a,spans:$a(e),lanes:new Map,groups:La(t,e,n,i),onCore:null,others:[]},{p:l,m:u}=t.lanes,f={p:new Map(l.map(h=>[h.key,h])),m:new Map(u.map(
h=>[h.key,h])),g:t.laneOfG};for(let h of["p","m","g"])Ta(c,h,f[h],e);return Ca(c,t,f.p,e),Ia(c,t,e),cn(t,c,e),c}function zo(t,e){let{spans:n,marks:o,bands:s,onCore:r,
others:a}=e;Object.assign(t,{part:e,spans:n,marks:o,bands:s,onCore:r,others:a});for(let i of Object.values(t.lanes))for(let c of i)Object.assign(c,e.lanes.get(c)||
Aa)}function $a(t){let e=t[G.start],n=t[G.dur];return{start:e,dur:n,end:e.map((o,s)=>o+n[s]),g:t[G.g],m:t[G.m],p:t[G.p],stack:t[G.stack],waker:t[G.waker],n:t[G.
n],reason:t[G.reason],state:t[G.state],preempt:t[G.preempt],idle:t[G.idle],oncore:t[G.oncore]||new Int32Array(e.length).fill(-1)}}function La(t,e,n,o){let s=e[st.
func]?.length??0,r=s&&e[st.running].length/s;return Array.from({length:s},(a,i)=>{let c=(l,u)=>({name:l,f:Rt({start:n,step:o},e[u].subarray(i*r,(i+1)*r).map(f=>f/
100))});return{func:t.strings[e[st.func][i]],others:!!e[st.others][i],goroutines:e[st.goroutines][i],lanes:e[st.lanes][i],step:o,courses:[c("running",st.running),
c("runnable",st.runnable)]}})}function Ta(t,e,n,o){let s=o[ht[e].key],r=o[ht[e].count],a=o[ht[e].rows];for(let i=0,c=0;i<s.length;c+=r[i++])t.lanes.set(n.get(s[i]),
{rows:a.subarray(c,c+r[i]),marks:[],under:[]})}function Ca(t,e,n,o){let s={time:o[ut.time],g:o[ut.g],m:o[ut.m],p:o[ut.p],stack:o[ut.stack],n:o[ut.n],kind:o[ut.kind]};
t.marks=s;for(let r=0;r<s.time.length;r++)for(let a of[n.get(s.p[r]),e.lanes.m[s.m[r]],e.laneOfG.get(s.g[r])])t.lanes.get(a)?.marks.push(r)}function Ia(t,e,n){let o=e.
strings,s=r=>t.lanes.get(e.laneOfG.get(r))?.under;t.bands=[];for(let r=0;r<n[Z.name].length;r++){let a={name:o[n[Z.name][r]],start:n[Z.start][r],end:n[Z.start][r]+
n[Z.dur][r],g:n[Z.g][r],p:n[Z.p][r],n:n[Z.n][r]};a.busy=a.n>1?n[Z.busy][r]:a.end-a.start,a.stw=a.name.startsWith("stop-the-world"),a.gap=a.name==="missing from \
the trace",a.stw||a.g<0&&a.p<0?t.bands.push(a):s(a.g)?.push({...a,kind:"range"})}for(let r=0;r<n[J.type].length;r++){let a=n[J.end][r];s(e.byID.get(n[J.g][r]))?.
push({kind:"region",name:o[n[J.type][r]],start:Math.max(0,n[J.start][r]),end:a<0?e.duration:a})}for(let r=0;r<n[U.time].length;r++){let a=n[U.time][r],i=[o[n[U.
category][r]],o[n[U.message][r]]].filter(Boolean).join(": ");s(e.byID.get(n[U.g][r]))?.push({kind:"log",name:i,start:a,end:a})}}function dn({page:t,strings:e,cols:n}){uo(t.kinds);let o={id:n[Mt.id],func:n[Mt.func],system:n[Mt.system],parent:n[Mt.parent],created:n[Mt.created]},s={page:t,strings:e,
cols:n,gs:o,duration:Math.max(1,t.duration),lanes:{p:ke("p",n),m:ke("m",n),g:ke("g",n),c:ke("c",n)},threads:n[ht.m.key],byID:new Map};for(let i=0;i<o.id.length;i++)
s.byID.set(o.id[i],i);s.laneOfG=new Map(s.lanes.g.map(i=>[i.key,i]));let{carried:r}=t,a={...t,from:0,to:s.duration,complete:r.lanes===r.goroutines};return s.overview=
Bo(s,n,a),zo(s,s.overview),Ea(s),Ro(s),s}var ke=(t,e)=>Array.from(e[t==="c"?H.key:ht[t].key]||[],n=>({kind:t,key:n}));function Ea(t){let{system:e}=t.gs;t.lanes.
g.sort((n,o)=>e[n.key]-e[o.key]||t.gs.id[n.key]-t.gs.id[o.key])}var x=(t,e)=>e<0?"no goroutine":"G"+t.gs.id[e],T=(t,e)=>e<0?"":t.strings[t.gs.func[e]]||"";function B(t,e){
return e.kind==="p"?"P "+e.key:e.kind==="m"?"M "+e.key:e.kind==="c"?"core "+e.key:e.kind==="group"?e.title:e.kind==="t"?e.name:x(t,e.key)}var _=(t,e)=>e.kind+(e.
kind==="g"?t.gs.id[e.key]:e.key);function pt(t,e){let n=t.cols;if(!t.stackStart){t.stackStart=[0];for(let s of n[Nt.len])t.stackStart.push(t.stackStart.at(-1)+s)}
let o=[];for(let s=t.stackStart[e]??0;s<(t.stackStart[e+1]??0);s++){let r=n[Nt.frames][s];o.push({func:t.strings[n[Et.func][r]],file:t.strings[n[Et.file][r]],line:n[Et.
line][r],whose:n[Et.whose][r]})}return o}var Po=new WeakMap;function Oa(t){let e=new Map;for(let n of t.source||[])e.set(n.file,[...e.get(n.file)||[],n]);return Po.set(t,e),e}function Ra(t,{file:e,line:n}){
return((Po.get(t)||Oa(t)).get(e)||[]).find(s=>n>=s.first&&n<s.first+s.lines.length)||null}function Fo(t,e){let n=Ra(t,e);return n?n.lines[e.line-n.first].trim():
""}var qo=t=>t.whose>0,hn=t=>`${S(t.func)} ${fe(t.file)}:${t.line}`,mn=t=>t.find(e=>!qo(e))||t[0];function Wo(t,e,n){let o=e&&Fo(e,t),s=S(t.func);return d("li",{},
n&&t.func?$(s,()=>n.search(`stack:"${t.func.replaceAll('"',"")}"`),`grey out all spans without ${t.func} in their stack`):d("span",{class:"func",title:t.func},s),
d("span",{class:"file",title:`${t.file}:${t.line}`},`${fe(t.file)}:${t.line}`),o?d("code",{class:"line"},o):null)}function Go(t,e,n=null,o=null){if(!e.length)return d(
"p",{class:"quiet"},"No stack was recorded.");let s=[];for(let r=0;r<e.length;){let a=r;for(;a<e.length&&qo(e[a]);)a++;a-r>1&&a-r<e.length?(s.push(d("li",{class:"\
folded"},d("details",{},d("summary",{},`${a-r} runtime frames, starting at ${S(e[r].func)}`),d("ol",{class:"stack"},e.slice(r,a).map(i=>Wo(i,n,o)))))),r=a):s.push(
Wo(e[r++],n,o))}return d("div",{},t&&d("h4",{},t),d("ol",{class:"stack"},s))}function be(t,e){let n=T(t.model,e);return d("div",{class:"who"},e>=0&&P(K(t.model.gs.id[e])),d("b",{},x(t.model,e)),n?" "+S(n):"")}function N(t){let e=d("dl",{
class:"facts"});for(let[n,o]of t)o==null||o===""||e.append(d("dt",{},n),d("dd",{},o));return e}function Ba(t,e){let{spans:n,strings:o}=t;if(n.state[e]!==b)return"";
let s=E[n.preempt[e]];if(s)return dt(s)+" "+ft(s);let r=o[n.reason[e]];return r?"blocked: "+r:""}function Yt(t,e,n){let{spans:o}=t;return o.n[e]>1?`${y(o.n[e])}\
 spans merged, busy ${V(1-o.idle[e]/Math.max(1,o.dur[e]))}`:n>1?`one of ${y(n)} spans in this pixel; zoom in to separate them`:""}function xe(t,e){let{model:n}=t,
{spans:o,strings:s}=n,r=o.state[e];return[["state",X[r]],["reason",r===M?s[o.reason[e]]:""],["start",v(o.start[e],1e3)],["duration",w(o.dur[e])],["P",o.p[e]>=0?
String(o.p[e]):""],["M",o.m[e]>=0?String(n.threads[o.m[e]]):""],["ended",Ba(n,e)]]}function Zt(t,e,n){let{model:o}=t,{spans:s}=o;if(!o.onCore)return[];if(s.core?.[e]>=
0)return[["switched out",za[ye[s.left[e]]]||""]];if(s.state[e]!==b||s.n[e]>1)return[];let r=fn(o,e),a=zt(o,s.m[e],n);return[["on a core",r===null?"unknown":`${w(
s.dur[e]-r)} of ${w(s.dur[e])}`],["here",a&&a.core<0?`off-CPU for ${w(a.until-a.since)}${a.why==="preempted"?": the kernel had preempted the thread":a.why==="bl\
ocked"?": the thread was blocked in the kernel":""}`:""]]}var za={preempted:"preempted by the kernel",blocked:"blocked",exited:"exited"};function Jt(t,e,n){let{
model:o}=t,{spans:s}=o;if(!o.onCore||s.m[e]<0)return null;let r=[];s.g[e]>=0&&r.push(x(o,s.g[e])),s.p[e]>=0&&r.push("P "+s.p[e]),r.push("thread "+o.threads[s.m[e]]);
let a=s.core?.[e]>=0?s.core[e]:zt(o,s.m[e],n)?.core??-1;return r.push(a>=0?"core "+a:"no core"),d("div",{class:"chain"},r.join(" on "))}function Pt(t,e){let{spans:n}=t,
o=n.other[e]>=0?t.others[n.other[e]]:null;if(o)return[o.traced?"M "+o.id+" (runtime)":`${o.name||"another process"} (${o.process})`,o.traced?"M "+o.id:o.name||""];
let s="M "+t.threads[n.m[e]];if(n.g[e]<0)return[s+" (no goroutine)",s];let r=x(t,n.g[e]);return[`${r} · ${s}`,r]}var Pa={[O]:"made ready at",[M]:"waits at",[I]:"\
called at"};function pn(t,e){if(!e)return null;if(e.tip)return e.tip();if(e.kind==="gap")return qa(t,e);if(e.kind==="counters")return d("div",{},N([["at",v(e.t,
(t.view.to-t.view.from)/t.width)],...Uo(t,e.t),["heap",t.counts.heap&&jt(mt(t.counts.heap,e.t))],...Wa(t,e.t)]));if(e.kind==="band")return Da(e.band);if(e.kind===
"mark")return Ua(t,e);if(e.kind==="arrow")return Ha(t,e.arrow.wake);let{model:n}=t,{spans:o}=n;if(o.g[e.row]<0)return Fa(t,e);let s=mn(pt(n,o.stack[e.row])),r=o.
waker[e.row];return d("div",{},be(t,o.g[e.row]),Jt(t,e.row,e.t),N([...xe(t,e.row),...Zt(t,e.row,e.t),["woken by",r>=0?`${x(n,r)} ${S(T(n,r))}`:""],[Pa[o.state[e.
row]]||"stopped at",s&&hn(s)],["note",Yt(n,e.row,e.hidden)],...Ga(e)]))}function Fa(t,e){let{model:n}=t,{spans:o}=n;return d("div",{},d("div",{class:"who"},d("b",
{},Pt(n,e.row)[0])),Jt(t,e.row,e.t),N([["start",v(o.start[e.row],1e3)],["duration",w(o.dur[e.row])],...Zt(t,e.row,e.t),["note",Yt(n,e.row,e.hidden)]]))}function Uo(t,e){
return["running","runnable"].map(n=>[n,t.counts.exact?y(mt(t.counts[n],e)):mt(t.counts[n],e).toFixed(1)+" (mean)"])}function Wa(t,e){let n=No(t.model,e);return n?
[["sampled",v(n.time,1e6)],["global queue",String(n.global)],["local queues",n.local.join(" ")],["idle Ps",String(n.idle)],["spinning Ms",`${n.spinning} of ${n.
threads}`]]:[]}function qa(t,e){if(e.lane.kind==="g")return null;let n=e.lane.kind==="c"?" without a thread of this process":" without a goroutine";return d("di\
v",{},d("div",{class:"who"},d("b",{},B(t.model,e.lane)),n),N([["start",v(e.from,1e3)],["duration",w(e.to-e.from)],...Uo(t,e.t).map(([o,s])=>[o+" now",s])]))}function Ga(t){
return t.lane.kind!=="g"?[]:t.lane.under.filter(e=>e.start<=t.t&&t.t<=Math.max(e.end,e.start)).slice(0,4).map(e=>[e.kind==="range"?"runtime":e.kind,`${e.name} (${w(
e.end-e.start)})`])}function Da(t){return d("div",{},d("div",{class:"who"},P(t.stw?k().stw:k().gc),d("b",{},t.name)),N([["start",v(t.start,1e3)],...t.n>1?[["mer\
ged",`${y(t.n)} within ${w(t.end-t.start)}`],["total",w(t.busy)]]:[["duration",w(t.end-t.start)]]]))}function Ua(t,e){let{model:n}=t,{marks:o}=n,s=E[o.kind[e.mark]],
r=mn(pt(n,o.stack[e.mark]));return d("div",{},d("div",{class:"who"},d("span",{style:{color:vt(s)}},dt(s)+" "),d("b",{},ft(s))),N([["goroutine",`${x(n,o.g[e.mark])}\
 ${S(T(n,o.g[e.mark]))}`],["time",v(o.time[e.mark],1e3)],["at",r&&hn(r)],["marks here",e.near>1?y(e.near):""]]))}function Ha(t,e){let{model:n}=t,{spans:o}=n,s=a=>`${x(
n,a)} ${S(T(n,a))}`,r=e.run>=0;return d("div",{},d("div",{class:"who"},d("b",{},e.by>=0?s(e.by):e.inferred||"unknown"),e.kind==="create"?" created ":" woke ",d(
"b",{},s(e.g))),N([["at",v(e.t,1e3)],["from",e.byRow>=0&&o.n[e.byRow]===1&&o.p[e.byRow]>=0?"P "+o.p[e.byRow]:""],["to",r&&o.p[e.run]>=0?"P "+o.p[e.run]:""],["ra\
n",r?w(o.start[e.run]-e.t)+" later":"not again within the trace"],["note",e.inferred?"inferred: not caused by a goroutine":""]]))}var gn=6.7,gt={silent:!0,x:0,y:0,z2:0},Qt={stroke:"none",lineWidth:1,opacity:1},it=t=>({type:"group",children:t.length?t:[{...gt,type:"schedvizRects",shape:{rects:[]},
style:Qt}]}),at=class{constructor(){this.looks=[],this.last=null}add(e,n,o,s,r,a){let i=this.last;(i===null||i.fill!==e||i.opacity!==n)&&(i=this.last=this.of(e,
n)),i.rects.push(o,s,r,a)}of(e,n){for(let s of this.looks)if(s.fill===e&&s.opacity===n)return s;let o={fill:e,opacity:n,rects:[]};return this.looks.push(o),o}elements(){
return this.looks.map(e=>({...gt,type:"schedvizRects",shape:{rects:e.rects},style:{...Qt,fill:e.fill,opacity:e.opacity}}))}};function Ho(t,e,n,o,s,r,a){let i=Math.
floor((s-o-10)/gn),c=n.find(l=>l.length<=i);!c||e.length>=t.labelBudget||e.push({...gt,type:"text",z2:2,x:o+5,y:r+.5,style:{text:c,fill:lt(a),stroke:"none",lineWidth:0,
backgroundColor:"transparent",padding:0,font:"10.5px "+t.font,verticalAlign:"middle"}})}var ve=5,ja=15,Va=150,_a=3,jo=12,wn=({levels:t})=>Math.max(3,Math.min(ja,Math.floor(Va/t))),_o=t=>ve+4+t.levels*wn(t),Ko=(t,e)=>e.g>=0?K(t.colourBy==="function"?
t.model.gs.func[e.g]:t.model.gs.id[e.g]):K(e.what==="task"?e.id:4);function Ka(t,{name:e,g:n}){return t.found?!t.found.has(n)&&!t.filter.words.some(o=>o.kind===
"func"&&e.toLowerCase().includes(o.value)):!1}function Xo(t,e,n,o){let s=new at,r=[],a=wn(e),i=new Int32Array(e.levels).fill(-1);s.add(k().track,1,0,o+ve,n.width,
e.levels*a);let c=l=>(l-n.from)/(n.to-n.from)*n.width;for(let l of e.boxes){if(l.start>n.to)break;if(l.end<n.from)continue;let u=Math.max(c(l.start),-1),f=Math.
max(1,Math.min(c(l.end),n.width+1)-u-1);if(f<=1&&Math.floor(u)===i[l.level])continue;i[l.level]=Math.floor(u+f);let h=o+ve+l.level*a,p=Ka(t,l),m=p?k().dim:Ko(t,
l);s.add(m,.85,u,h,f,Math.max(2,a-1)),l.what==="task"&&Xa(t,l,c,h,a,s),!p&&a>=12&&Ho(t,r,Ya(t,l),Math.max(u,0),Math.min(u+f,n.width),h+a/2,m)}return[...s.elements(),
...r]}function Xa(t,e,n,o,s,r){let a=-9;for(let{time:i}of t.model.logs.get(e.task)||[]){let c=n(i);i<e.start||i>e.end||c-a<2||(a=c,r.add(k().text,1,c-.75,o,1.5,
Math.max(2,s-1)))}}function Ya(t,e){let n=w(e.end-e.start),o=e.what==="task"?`${e.name} ${e.id}`:[e.name,e.g>=0&&x(t.model,e.g)].filter(Boolean).join(" ");return[
`${o} · ${n}`,o,e.name]}function Yo(t,e,n,o){let s=(t.view.to-t.view.from)/t.width,r=Math.floor((o-ve)/wn(e)),a=null,i=3*s;for(let c of e.boxes){if(c.start>n+i)
break;if(c.level!==r)continue;let l=Math.max(c.start-n,n-c.end,0);l<=i&&([a,i]=[c,l])}return a&&{kind:"task",lane:e,t:n,box:a,tip:()=>Ja(t,a,n,s),click:()=>Qo(t,
a)}}var Za=t=>t.what==="task"?`task ${t.id}`:"region";function Zo(t,e){return d("div",{class:"who"},P(Ko(t,e)),d("b",{},e.name)," "+Za(e))}function Jo(t,e){let{
model:n}=t,o=e.what==="task"&&e.parent>0?`task ${e.parent}`:"";return[["start",e.start>0?v(e.start,1e3):"at or before the start of the trace"],["duration",w(e.end-
e.start)+(e.open?", still open at the end of the trace":"")],["parent",o],["goroutine",e.g>=0?`${x(n,e.g)} ${S(T(n,e.g))}`:""],["task",e.what==="region"&&e.task>
0?String(e.task):""]]}function Ja(t,e,n,o){let s=e.what==="task"&&t.model.logs.get(e.task)||[],r=s.filter(a=>Math.abs(a.time-n)<=_a*o).slice(0,4);return d("div",
{},Zo(t,e),N([...Jo(t,e),["logs",s.length?y(s.length):""],...r.map(a=>["log",a.text])]))}function Qo(t,e){t.selectRange(e.start,Math.max(e.end,e.start+1)),t.openPanel(
Qa(t,e))}function Qa(t,e){let{model:n}=t,o=e.what==="task"?n.lanes.t.flatMap(a=>a.what==="region"?a.boxes.filter(i=>i.task===e.id):[]):[],s=e.what==="task"?n.logs.
get(e.id)||[]:[],r=[...new Set([...o.map(a=>a.g),e.g])].filter(a=>a>=0);return[Zo(t,e),N(Jo(t,e)),d("div",{class:"actions"},$("zoom to selection (F)",()=>t.fitSelection()),
r.length>0&&$(r.length===1?`only ${x(n,r[0])}`:`only its ${r.length} goroutines`,()=>t.show({gs:r.map(a=>n.gs.id[a])}))),...Vo("Regions",o.sort((a,i)=>i.end-i.start-
(a.end-a.start)),a=>[a.name+(a.g>=0?" "+x(n,a.g):""),w(a.end-a.start),()=>Qo(t,a)]),...Vo("Logs",s,a=>[a.text,v(a.time,1e3),()=>t.goToTime(a.time)])].filter(Boolean)}
function Vo(t,e,n){if(!e.length)return[];let o=e.length-jo;return[d("h4",{},`${t} (${y(e.length)})`),d("table",{class:"mini"},e.slice(0,jo).map(s=>{let[r,a,i]=n(
s);return d("tr",{},d("td",{},$(r,i)),d("td",{class:"num"},a))})),o>0&&d("p",{class:"quiet"},`and ${y(o)} more, listed in the tables below`)]}function ts(t){let e=t.
flatMap(n=>n.boxes);return{spans:{start:e.map(n=>n.start),end:e.map(n=>n.end)},lanes:[{rows:e.map((n,o)=>o)}]}}var ti=["p","m","c","t","g"],ei={p:"P",m:"M",c:"core",g:"goroutine"},ni=new Int32Array(0),oi=20;function ns({overview:t},e){if(e.stats)return e.stats;let n={first:1/0,
running:0,waiting:0,latency:0},{spans:o}=t,s=t.lanes.get(e)?.rows??[];for(let r of s){let a=o.state[r],i=o.dur[r];a===b?n.running+=i-o.idle[r]:a===M?n.waiting+=
i:a===O&&(n.latency=Math.max(n.latency,i))}return s.length&&(n.first=o.start[s[0]]),e.stats=n}var os={id:null,first:t=>t.first,running:t=>-t.running,latency:t=>-t.
latency,waiting:t=>-t.waiting};function si(t,e,n){let o=os[n];return o?e.map(s=>[o(ns(t,s)),s]).sort((s,r)=>s[0]-r[0]).map(([,s])=>s):e}var ss={none:null,function:({
model:t},e)=>S(T(t,e.key))||"unknown function",parent({model:t},e){let n=t.gs.parent[e.key],o=t.byID.get(n);return n>0?`from G${n}`+(o===void 0?"":" "+S(T(t,o))):
"unknown parent"},state:(t,e)=>ri(t.model,e,t.arranged.at??t.model.duration)};function ri({overview:t,strings:e,duration:n},o,s){let{spans:r}=t,a=t.lanes.get(o)?.
rows??ni;if(!a.length)return"unknown";let i=s>=n?a.length-1:D(r,{rows:a},s,0),c=a.at(-1);if(i<0)return s<r.start[a[0]]?"not created yet":s>=r.end[c]?"ended":"un\
known";let l=a[i];if(s>=n&&r.end[c]<n-1)return"ended";let u=e[r.reason[l]];return r.state[l]===M&&u?"waiting: "+u:X[r.state[l]]}function ai({spans:t},{rows:e},{
from:n,to:o}){for(let s=j(t,e,n);s<e.length&&t.start[e[s]]<o;s++){let r=t.state[e[s]];if(r===b||r===O||r===I)return!0}return!1}function yn(t){let{model:e,shown:n,
arranged:o}=t,s=o.pins.map(i=>t.laneByID(i)).filter(Boolean),r=[];for(let i of ti){if(!n[i])continue;i==="g"&&!t.found&&r.push(...e.part.groups.map(l=>ci(e,l)));
let c=e.lanes[i].filter(l=>!s.includes(l)&&!o.hidden.has(_(e,l)));i==="g"&&t.found&&(c=c.filter(l=>t.found.has(l.key))),i==="g"&&o.active&&(c=c.filter(l=>ai(e,l,
t.view))),i==="g"&&(c=si(e,c,o.order)),r.push(...ii(t,i,c))}let a=r.filter(i=>(i.lanes.length||i.without)&&!o.hidden.has(i.key));for(let i of a)i.folded=!!i.without||
(o.folds.get(i.key)??(i.by!=="none"&&i.lanes.length>oi&&a.length>1));return{pinned:s,groups:a}}function ii(t,e,n){let o=e==="g"?t.arranged.group:"none",s=e==="t"?
(a,i)=>i.what+"s":ss[o];if(!s)return[es(t.model,e,"",n,o)];let r=new Map;for(let a of n){let i=s(t,a);r.has(i)?r.get(i).push(a):r.set(i,[a])}return[...r].map(([
a,i])=>es(t.model,e,a,i,o))}function es(t,e,n,o,s){let r=e==="g"?t.part.groups.reduce((i,c)=>i+c.goroutines-c.lanes,0):0,a=(r?y(o.length)+" of ":"")+C(o.length+
r,ei[e]);return{kind:"group",key:n?e+"/"+n:e,of:e,by:s,title:n||a,count:n?y(o.length):"",lanes:o,model:t,rows:new Int32Array(0),marks:[],under:[]}}function ci(t,e){
let n=e.goroutines-e.lanes,o=e.others?"other functions":S(e.func)||"unknown function",s=`${C(e.goroutines,"goroutine")} ${e.others?"of functions without a group\
 of their own":e.func?"of "+e.func:"with unknown start function"}: ${e.lanes?`the ${y(e.lanes)} that ran longest have a lane, ${y(n)} have none`:"none has a lan\
e of its own"}. This lane counts all of them.`;return e.lane??={kind:"group",key:"without/"+o,of:"g",by:"without",title:o,count:`+${y(n)} without a lane`,lanes:[],
without:e,explained:s,model:t,rows:new Int32Array(0),marks:[],under:[]}}function Se(t){let{part:e,spans:n}=t.model;if(t.without)return{courses:t.without.courses,
max:Math.max(1,...t.without.courses.map(({f:a})=>a.max))};if(t.counted?.part===e)return t.counted;let o=(a,i,{lanes:c,spans:l}={lanes:t.lanes,spans:n})=>({name:a,
f:Ot(c,l,i)}),s=t.of==="g"?[o("running",b),o("runnable",O)]:t.of==="t"?[o("open",null,ts(t.lanes))]:[o("running",null)],r=Math.max(1,...s.map(({f:a})=>a.max));return t.
counted={part:e,courses:s,max:t.of==="p"||t.of==="c"?t.lanes.length:r}}function kn(t,e,n){return{kind:"group",lane:e,t:n,tip:()=>li(t,e,n),click:()=>Ae(t,e)}}function Ae(t,e){
e.without?Lo(e.explained):t.fold(e.key,!e.folded)}function li(t,e,n){let o=(t.view.to-t.view.from)/t.width;if(e.without)return ui(e,n,o);let s=e.of==="t"?"":" o\
f "+y(e.lanes.length),r=Se(e).courses.map(({name:a,f:i})=>[a,y(mt(i,n))+s]);return d("div",{},d("div",{class:"who"},d("b",{},e.title)),N([["lanes",y(e.lanes.length)],
["at",v(n,o)],...r]),d("div",{class:"quiet"},e.folded?"click to unfold":"click to fold"))}function ui(t,e,n){let{goroutines:o,lanes:s,step:r,courses:a}=t.without;
return d("div",{},d("div",{class:"who"},d("b",{},t.title)),N([["goroutines",y(o)],["with a lane",y(s)],["at",v(e,n)],...a.map(({name:i,f:c})=>[i,`${mt(c,e).toFixed(
1)} (mean of ${w(r)})`])]),d("div",{class:"quiet"},t.explained))}var te=Object.keys(os),ee=Object.keys(ss);var Mn={};R(Mn,{AXIS:()=>$e,COUNTER_GAP:()=>At,gutterWidth:()=>vn,indexAt:()=>Ft,itemOf:()=>ne,place:()=>xn,visible:()=>nt,yOf:()=>et});var $e=24,fi=14,rs=34,At=10,as=8,cs=19,ls=38,di=22,us=()=>innerWidth<640;function xn(t){let{pinned:e,groups:n}=yn(t),o=Math.max(260,Math.round(innerHeight*(us()?
.6:t.room))),s=$e+(t.model.bands.length?fi:2),r=is(t,rs),a=o-s-r.height-At,i=hi(e,n,a),c=mi(e,i),{items:l,total:u}=pi(n,i),f=Math.max(40,Math.min(a-c.height,u));
r=is(t,rs+Math.max(0,Math.min(46,Math.floor((a-c.height-f)/r.rows.length))));let h=s+c.height,p=r.height+At;return{groups:n,pinned:c.items,lanes:l,ceiling:s,top:h,
viewport:f,total:u,counters:r.rows,below:p,height:h+f+p}}function hi(t,e,n){let o=[...t,...e.flatMap(a=>a.folded?[]:a.lanes)],s=o.filter(a=>!bn(a)).length,r=6;for(let a of o)
r+=bn(a);for(let a of e)r+=a.folded?ls:cs;return Math.max(34,Math.min(96,Math.floor((n-r)/Math.max(1,s))))}var bn=t=>t.kind==="g"?di:t.kind==="t"?_o(t):0;function fs(t,e,n){
return{lane:t,y:e,height:bn(t)||n,head:t.kind==="g"?6:12}}function mi(t,e){let n=[],o=t.length?as:0;for(let s of t)n.push({...fs(s,o-as,e),pinned:!0}),o+=n.at(-1).
height;for(let s of n)s.y-=o;return{items:n,height:o}}function pi(t,e){let n=[],o=0;for(let s of t){let r=s.folded?ls:cs;if(n.push({lane:s,y:o,height:r,head:4}),
o+=r,!s.folded)for(let a of s.lanes)n.push(fs(a,o,e)),o+=n.at(-1).height}return{items:n,total:o+2}}function is({model:t,counts:e},n){let o=t.page.stat.procs.gomaxprocs||
t.lanes.p.length,r=["running","runnable","queued","idle Ps","spinning","heap"].filter(a=>e[a]).map((a,i)=>({name:a,y:i*(n+8),height:n,max:Math.max(1,e[a].max,a===
"running"||a==="idle Ps"?o:0)}));return{rows:r,height:r.length*(n+8)}}var et=({layout:t,scrollTop:e},{y:n,pinned:o})=>t.top+n-(o?0:e);function ne({layout:t},e){
return t.byLane??=new Map([...t.pinned,...t.lanes].map(n=>[n.lane,n])),t.byLane.get(e)}function vn({shown:t,arranged:e}){let n=us();return t.g||t.t||e.pins.some(
o=>"gt".includes(o[0]))?n?104:190:t.m?n?80:100:n?72:84}function Ft(t,e){let n=0,o=t.length;for(;n<o;){let s=n+o>>1;t[s].y+t[s].height>e?o=s:n=s+1}return n}function nt({
layout:t,scrollTop:e}){let n=[],{lanes:o,viewport:s}=t;for(let r=Ft(o,e);r<o.length&&o[r].y<e+s;r++)n.push(r);return n}var gi=16,wi=10,oe=2,yi=6,ds=.38;function hs(t,e,n,o,s,r,a){if(!n.length||r<gi)return t.add(e,1,o,s,r,a);t.add(e,ds,o,s,r,a);for(let i=o,c=0;i<o+r;i+=n[c%n.length],
c++)c%2===0&&t.add(e,1,i,s,Math.min(n[c%n.length],o+r-i),a)}function ms(t,e,n,o,s,r){if(!(s<wi||r<oe+2))for(let a=n+2;a+oe<n+s;a+=yi)t.add(lt(e),.75,a,o+r-oe-1,
oe,oe)}function ps(t,e){if(!e.length)return t;let n=0;return`repeating-linear-gradient(to right, ${e.map((s,r)=>`${r%2?`color-mix(in srgb, ${t} ${100*ds}%, tran\
sparent)`:t} ${n}px ${n+=s}px`).join(", ")})`}var Wt=(t,e)=>t.root.querySelectorAll(`[data-${e}]`);function ws(t){let{root:e,nodes:n}=t;for(let o of Wt(t,"lanes"))o.addEventListener("click",()=>t.switchLanes(
o.dataset.lanes,!t.shown[o.dataset.lanes]));for(let o of Wt(t,"colour"))o.addEventListener("click",()=>t.setColour(o.dataset.colour));for(let o of Wt(t,"arrows"))
o.addEventListener("click",()=>t.toggleArrows(o.dataset.arrows));n.group.addEventListener("change",()=>ki(t,n.group.value)),n.order.addEventListener("change",()=>t.
orderBy(n.order.value)),n.active.addEventListener("click",()=>t.activeOnly(!t.arranged.active)),n.hidden.addEventListener("click",()=>t.showHidden()),n.find.addEventListener(
"input",()=>t.search(n.find.value)),n.find.addEventListener("keydown",o=>o.key==="Enter"&&t.nextMatch(o.shiftKey?-1:1)),e.querySelector(".zoom-in").addEventListener(
"click",()=>t.zoom(.5)),e.querySelector(".zoom-out").addEventListener("click",()=>t.zoom(2)),e.querySelector(".zoom-all").addEventListener("click",()=>t.reset())}
function ki(t,e){e==="state-here"?t.groupBy("state",t.timeHere()):t.groupBy(e)}function ot(t){for(let o of Wt(t,"lanes"))o.setAttribute("aria-pressed",t.shown[o.
dataset.lanes]),o.dataset.lanes==="c"&&(o.hidden=!t.model.lanes.c.length),o.dataset.lanes==="t"&&(o.hidden=!t.model.lanes.t.length);for(let o of Wt(t,"colour"))
o.setAttribute("aria-pressed",String(t.colourBy===o.dataset.colour));for(let o of Wt(t,"arrows"))o.setAttribute("aria-pressed",t.arrows[o.dataset.arrows]);let{arranged:e,
nodes:n}=t;n.group.value=e.group==="state"&&e.at!==null?"state-here":e.group,n.order.value=e.order,n.active.setAttribute("aria-pressed",e.active),t.root.querySelector(
".arrange").hidden=!t.shown.g,n.opening.hidden=!t.opening,n.hidden.hidden=e.hidden.size===0,n.hidden.textContent=`show ${e.hidden.size} hidden`,n.legend.replaceChildren(
...bi(t))}function bi(t){let e=new Set(Array.from(t.model.overview.marks.kind,o=>E[o])),n=Qe.filter(o=>e.has(o)).map(o=>d("span",{title:ft(o)},d("i",{style:{color:vt(
o)}},dt(o))," "+Kt(o)));if(t.colourBy==="state"||t.shown.g){for(let o of["running","runnable","syscall"])n.push(d("span",{},P(Y(o)),o));if(t.shown.g)for(let o of xi(
t.model))n.push(vi(o))}if(t.model.onCore&&(t.shown.p||t.shown.m||t.shown.g)){let o=k().accent;n.unshift(d("span",{},P(o),"on a core"),d("span",{title:"running a\
ccording to the trace, but its thread was off-CPU: preempted by the kernel, or blocked"},d("span",{class:"swatch",style:{background:"transparent",boxShadow:"ins\
et 0 0 0 1.5px "+o}}),"running, but off-CPU"))}return t.model.bands.some(o=>o.stw)&&n.push(d("span",{},P(k().stw),"stop-the-world")),t.model.bands.some(o=>!o.stw&&
!o.gap)&&n.push(d("span",{},P(k().gc),"GC")),t.model.bands.some(o=>o.gap)&&n.push(d("span",{},P(k().dim),"missing from the trace")),n}function xi(t){if(t.waitKinds)
return t.waitKinds;let{spans:e}=t.overview,n=new Set;for(let s=0;s<e.state.length;s++)e.state[s]===M&&n.add(e.reason[s]);let o=new Set(Array.from(n,s=>Lt(t.strings[s])));
return t.waitKinds=he.filter(s=>o.has(s))}function vi(t){return d("span",{title:`waiting: ${t.name}`},d("span",{class:"swatch line",style:{background:ps(t[q()],
t.dash)}}),t.name)}var Sn=8,ys=()=>({group:"none",at:null,order:"id",active:!1,folds:new Map,pins:[],hidden:new Set}),ks={arrange(t){Object.assign(this.arranged,t),ot(this),this.relayout()},
groupBy(t,e=null){ee.includes(t)&&(t!=="none"&&(this.shown.g=!0),this.arrange({group:t,at:t==="state"?e:null}))},orderBy(t){te.includes(t)&&this.arrange({order:t})},
activeOnly(t){t&&(this.shown.g=!0),this.arrange({active:t})},fold(t,e){this.arranged.folds.set(t,e),this.arrange({})},foldAll(){let t=this.layout.groups.some(e=>!e.
folded);for(let e of this.layout.groups)this.arranged.folds.set(e.key,t);this.arrange({})},isPinned(t){return this.arranged.pins.includes(_(this.model,t))},pin(t,e=null){
if(t.kind==="group")return;e??=!this.isPinned(t);let n=_(this.model,t),o=this.arranged.pins.filter(s=>s!==n);this.arrange({pins:e?[...o,n].slice(-Sn):o}),this.say(
`${B(this.model,t)} ${e?"is pinned to the top":"is unpinned"}`)},hide(...t){for(let e of t){let n=e.kind==="group"?e.key:_(this.model,e);this.arranged.hidden.add(
n),this.arranged.pins=this.arranged.pins.filter(o=>o!==n)}this.arrange({}),this.say(`${t.length===1?B(this.model,t[0])+" is":t.length+" lanes are"} hidden`)},showHidden(){
this.arrange({hidden:new Set}),this.say("all lanes are visible again")},laneByID(t){let e=Object.values(this.model.lanes),n=e.reduce((o,s)=>o+s.length,0);return this.
ids?.count!==n&&(this.ids={count:n,lanes:new Map(e.flat().map(o=>[_(this.model,o),o]))}),this.ids.lanes.get(t)},chosenLane(){return(this.nodes.gutter.contains(document.
activeElement)?document.activeElement.closest(".lane-label"):null)?.lane??this.selected?.lane??null},reveal(t){let{kind:e}=t;(this.arranged.hidden.delete(_(this.
model,t))||!this.shown[e]&&!this.isPinned(t))&&(this.shown[e]||=!this.isPinned(t),this.arrange({}));let o=this.layout.groups.find(i=>i.folded&&i.lanes.includes(
t));o&&this.fold(o.key,!1);let s=ne(this,t);if(!s||s.pinned)return;let{scroll:r}=this.nodes,{viewport:a}=this.layout;s.y<r.scrollTop?r.scrollTop=s.y-4:s.y+s.height>
r.scrollTop+a&&(r.scrollTop=s.y+s.height-a+4),this.scrollTop=r.scrollTop,this.redraw()},say(t){this.nodes.said.textContent=t}};var xs=["p","m","c","t","g"],Mi=["goroutine","function","state"],Ln=500,Si=2e3,Te=t=>xs.filter(e=>t[e]).join("");function Cn(t){let e=new URLSearchParams,{view:n,
arranged:o,selected:s}=t;(n.from>0||n.to<t.extent)&&(e.set("from",String(Math.round(n.from))),e.set("to",String(Math.round(n.to)))),Te(t.shown)!==Te(t.usual)&&e.
set("lanes",Te(t.shown)),t.colourBy!=="goroutine"&&e.set("colour",t.colourBy),t.nodes.find.value&&e.set("find",t.nodes.find.value),o.group!=="none"&&e.set("grou\
p",o.group),o.at!==null&&e.set("at",String(Math.round(o.at))),o.order!=="id"&&e.set("order",o.order),o.active&&e.set("active","yes");for(let r of o.pins)e.append(
"pin",r);for(let r of[...o.hidden].slice(0,Ln))e.append("hide",r);for(let[r,a]of[...o.folds].slice(0,Ln))e.append(a?"fold":"open",r);for(let r of["chain","all"])
t.arrows[r]&&e.append("arrows",r);return s?e.set("sel",_(t.model,s.lane)+"@"+Math.round(t.model.spans.start[s.row])):t.range&&e.set("sel",Math.round(t.range.from)+
"-"+Math.round(t.range.to)),e.toString()}var vs=(t,e)=>e===t.opening?"":e||"lanes="+Te(t.usual);function Ms(t,e){let n=vs(t,e);n!==Tn()&&history.pushState(null,"",Ss(n))}var Tn=()=>location.hash.slice(1),Ss=t=>t?"#"+t:location.pathname+location.search;function In(t){
let e=new URLSearchParams(t);return e.delete("sel"),e.toString()}function An(t,e){let n=Number(t);return t===null||t===""||!Number.isFinite(n)||n<0?e:n}var $n=(t,e,n)=>e.
includes(t)?t:n;function Ce(t,e){let n=new URLSearchParams(e),o=l=>n.getAll(l).slice(0,Ln),s=n.get("lanes");for(let l of xs)t.shown[l]=s===null?!!t.usual[l]:s.includes(
l);t.colourBy=$n(n.get("colour"),Mi,"goroutine");let r=[...o("fold").map(l=>[l,!0]),...o("open").map(l=>[l,!1])],a=$n(n.get("group"),ee,"none");t.arranged={group:a,
at:a==="state"?An(n.get("at"),null):null,order:$n(n.get("order"),te,"id"),active:n.get("active")==="yes",pins:[...new Set(o("pin"))].filter(l=>t.laneByID(l)).slice(
-Sn),hidden:new Set(o("hide")),folds:new Map(r)};for(let l of["chain","all"])t.arrows[l]=o("arrows").includes(l);(t.selected||t.range||t.away)&&t.unselect(),t.search(
(n.get("find")||"").slice(0,Si));let i=An(n.get("from"),0),c=An(n.get("to"),t.extent);c>i&&t.setView(i,c),Ai(t,n.get("sel")||"")}function Ai(t,e){let n=/^(.{1,200})@(\d{1,18})$/.
exec(e),o=/^(\d{1,18})-(\d{1,18})$/.exec(e);o&&Number(o[1])<Number(o[2])&&t.selectRange(Number(o[1]),Number(o[2]));let s=n&&t.laneByID(n[1]);if(!s)return;let r=D(
t.model.spans,s,Number(n[2])+.5,1);r<0||(t.select(s,r),ne(t,s)&&t.reveal(s))}function As(t){let e=()=>Ce(t,Tn()||t.opening);e(),t.on("settled",n=>{let o=vs(t,n);
o!==Tn()&&history.replaceState(null,"",Ss(o))}),addEventListener("hashchange",e)}var Nn=null;function $s(t){Nn=t}var En={w:t=>t.zoom(1/1.5,t.lastShare),s:t=>t.zoom(1.5,t.lastShare),a:t=>t.pan(-.15),d:t=>t.pan(.15),0:t=>t.reset(),r:t=>t.undo?.visit(t.undo.tl.opening),f:t=>t.
fitSelection(),",":t=>t.step(-1),".":t=>t.step(1),"<":t=>t.stepGoroutine(-1),">":t=>t.stepGoroutine(1),c:t=>t.toggleArrows("chain"),x:t=>t.toggleArrows("all"),p:t=>Ts(
t,e=>t.pin(e)),h:t=>Ts(t,e=>t.hide(e)),"shift+h":t=>t.showHidden(),z:t=>t.foldAll(),v:t=>t.activeOnly(!t.arranged.active),g:t=>t.arranged.group==="state"?t.groupBy(
"none"):t.groupBy("state",t.timeHere()),u:t=>t.undo?.back(),backspace:t=>t.undo?.back(),"shift+u":t=>t.undo?.forward(),"ctrl+z":t=>t.undo?.back(),"ctrl+shift+z":t=>t.
undo?.forward(),"ctrl+y":t=>t.undo?.forward(),n:t=>t.nextMatch(1),"shift+n":t=>t.nextMatch(-1),"/":t=>t.nodes.find.focus(),"?":()=>se(!z("help").open),escape:t=>z(
"help").open?se(!1):t.clear()},Ls={arrowleft:t=>t.step(-1),arrowright:t=>t.step(1),arrowup:t=>t.stepLane(-1),arrowdown:t=>t.stepLane(1),home:t=>t.stepEnd(!1),end:t=>t.
stepEnd(!0),enter:t=>t.nodes.panel.hidden?t.step(0):t.nodes.panel.focus(),"[":t=>t.markRange("from"),"]":t=>t.markRange("to")};function Ts(t,e){let n=t.chosenLane();
n&&e(n)}function $i(t,e){let n=t.key.toLowerCase();return t.ctrlKey||t.metaKey?En[(t.shiftKey?"ctrl+shift+":"ctrl+")+n]:t.target===e.nodes.canvas&&Ls[n]?Ls[n]:t.
shiftKey&&En["shift+"+n]||En[n]}function se(t){let e=z("help");t&&!e.open?e.showModal():!t&&e.open&&e.close()}function Cs(t){let e=t[0];for(let n of t)for(let o of[
"pointerenter","focusin"])n.root.addEventListener(o,()=>{e=n});addEventListener("keydown",n=>{if(n.altKey)return;let o=n.target,s=o.matches?.("input, select, te\
xtarea");if(s&&n.key!=="Escape")return;let r=$i(n,e);r&&(n.preventDefault(),s&&o.blur(),r(e))}),z("help").addEventListener("click",n=>n.target===z("help")&&se(!1));
for(let n of document.querySelectorAll(".help-open"))n.addEventListener("click",()=>se(!0));z("help-close").addEventListener("click",()=>se(!1))}var re={};R(re,{causeOf:()=>Ee,caused:()=>zn,causedBy:()=>Rn,inView:()=>On,ledTo:()=>Bn,onG:()=>ct,wakeOf:()=>Ne});var Is=new WeakMap;function Os(t){let e=Is.get(t.spans);return e||Is.set(t.spans,e=Ti(t)),e}function Ti(t){let{spans:e}=t,n=[];for(let i of t.lanes.g)for(let c of i.
rows)e.state[c]===O&&e.waker[c]>=0&&e.n[c]===1&&n.push(c);let o=Int32Array.from(n).sort((i,c)=>e.start[i]-e.start[c]),s=new Int32Array(t.gs.id.length+1);for(let i of o)
s[e.waker[i]+1]++;for(let i=1;i<s.length;i++)s[i]+=s[i-1];let r=new Int32Array(o.length),a=s.slice();for(let i of o)r[a[e.waker[i]]++]=i;return{rows:o,first:s,byWaker:r}}
function Rs(t,e,n,o,s=0,r=e.length){let a=i=>{let c=s,l=r;for(;c<l;){let u=c+l>>1;t.start[e[u]]>=i?l=u:c=u+1}return c};return[a(n),a(o)]}function Bs(t,e,n,o){let{
first:s,byWaker:r}=Os(t);if(e<0||e+1>=s.length)return[];let[a,i]=Rs(t.spans,r,n,o,s[e],s[e+1]);return Array.from(r.subarray(a,i))}function On(t,e,n){let{rows:o}=Os(
t),[s,r]=Rs(t.spans,o,e,n);return o.subarray(s,r)}function ct(t,e){let n=t.laneOfG.get(t.spans.g[e]);if(!n)return null;let o=j(t.spans,n.rows,t.spans.start[e]);
return o<n.rows.length&&t.spans.start[n.rows[o]]<=t.spans.start[e]?{lane:n,place:o}:null}function Ci(t,e,n){let{spans:o}=t,s=t.laneOfG.get(e);for(let r of s?[s]:
t.lanes.p){let a=r.rows[j(o,r.rows,n)];if(a!==void 0&&o.start[a]<=n&&o.g[a]===e&&o.state[a]===b)return a}return-1}function Ie(t,{lane:e,place:n}){let{spans:o,gs:s}=t,
r=e.rows[n],a=o.g[r],i=o.start[r],c=e.rows[n+1]??-1,l=n>0?e.rows[n-1]:-1,u=o.waker[r],f={g:a,row:r,t:i,by:u,byRow:u<0?-1:Ci(t,u,i),run:c>=0&&o.state[c]===b?c:-1,
kind:"unknown",inferred:""};return s.created[a]===i&&l<0?Object.assign(f,{kind:"create",inferred:u<0&&s.parent[a]<=0?"runtime, as for a timer’s function":""}):
u>=0?f.kind="wake":l>=0&&o.state[l]===b?f.kind="self":l>=0&&o.state[l]===I?f.kind="return":l>=0&&o.state[l]===M&&Object.assign(f,{kind:"wake",inferred:po(t.strings[o.
reason[l]])}),f}function Ne(t,e){let n=ct(t,e);return n&&Ie(t,n)}function Ee(t,e){let{spans:n}=t,o=ct(t,e);if(!o||n.n[e]>1)return null;let s=n.state[e],r=s===O?
o.place:o.place+(s===M?1:-1),a=o.lane.rows[r];return a!==void 0&&n.state[a]===O&&n.n[a]===1?Ie(t,{lane:o.lane,place:r}):null}function Rn(t,e){let{spans:n}=t;if(n.
state[e]!==b||n.n[e]>1)return[];let o=ct(t,e),s=o?o.lane.rows[o.place]:e;return Bs(t,n.g[e],n.start[s],n.end[s]).map(r=>Ne(t,r)).filter(Boolean)}function Ns(t,{
lane:e,place:n}){let{spans:o}=t;for(;n>=0;n--){let s=e.rows[n],r=o.state[s];if(r===M||o.n[s]>1)return null;if(r!==O)continue;let a=Ie(t,{lane:e,place:n});if(a.kind!==
"self"&&a.kind!=="return")return a}return null}function Es(t,{lane:e,place:n}){let{spans:o}=t,s=o.start[e.rows[n]],r=s;for(;n<e.rows.length&&o.state[e.rows[n]]!==
M;n++)r=o.end[e.rows[n]];return{from:s,to:r}}function Bn(t,e,n=100){let{spans:o}=t,s=[],r=ct(t,e);if(!r||o.n[e]>1)return{wakes:s,cut:!1};let a=o.state[e]===M?Ee(
t,e):Ns(t,r);for(;a;){if(s.length===n)return{wakes:s,cut:!0};s.push(a),r=a.byRow>=0?ct(t,a.byRow):null,a=r&&Ns(t,r)}let i=s.at(-1),c=i?.by>=0&&(i.byRow<0||o.n[i.
byRow]>1||!r||Ii(o,r));return{wakes:s,cut:!1,lost:!!c}}function Ii(t,{lane:e,place:n}){for(;n>=0&&t.state[e.rows[n]]!==M;n--)if(t.n[e.rows[n]]>1)return!0;return n<
0&&t.start[e.rows[0]]>0}function zn(t,e,n=100){let{spans:o}=t,s=[],r=ct(t,e);if(!r||o.n[e]>1)return{wakes:s,cut:!1};let a=r.place+(o.state[e]===M?1:0),i=r.lane.
rows[r.place],c=[];o.state[e]===b?c.push({g:o.g[e],from:o.start[i],to:o.end[i]}):a<r.lane.rows.length&&c.push({g:o.g[e],...Es(t,{lane:r.lane,place:a})});for(let l;l=
c.shift();)for(let u of Bs(t,l.g,l.from,l.to)){if(s.length===n)return{wakes:s,cut:!0};let f=ct(t,u);s.push(Ie(t,f)),c.push({g:o.g[u],...Es(t,f)})}return{wakes:s,
cut:!1}}var Pn=200,Fn=100,zs=7,Ps=16,Ni=4;function qt(t){let{model:e,selected:n}=t;if(!n)return{list:[],led:null,caused:null};let o=t.chosenWakes;if(o&&o.spans===e.spans&&
o.row===n.row&&o.chain===t.arrows.chain)return o;let s=t.arrows.chain?Bn(e,n.row,Fn):{wakes:[Ee(e,n.row)].filter(Boolean),cut:!1},r=t.arrows.chain?zn(e,n.row,Fn):
{wakes:Rn(e,n.row),cut:!1},a=[...s.wakes.map(i=>({wake:i,role:"led"})),...r.wakes.map(i=>({wake:i,role:"caused"}))];return t.chosenWakes={spans:e.spans,row:n.row,
chain:t.arrows.chain,list:a,led:s,caused:r}}function Ei(t,e){let{from:n,to:o}=t.view,s=On(t.model,n,o);if(s.length>20*Pn)return null;let r=[];for(let a of s){let i=Ne(
t.model,a);if(!(!i||![...Oe(t)].some(c=>Ws(t,i,c,e)?.from))){if(r.length===Pn)return null;r.push({wake:i,role:"all"})}}return r}function Fs({layout:t}){if(t.placed)
return t.placed;let e=[...t.pinned,...t.lanes].filter(o=>o.lane.kind!=="group"),n=t.lanes.filter(o=>o.lane.kind==="group"&&o.lane.folded);t.placed=new Map;for(let o of n)
for(let s of o.lane.lanes)t.placed.set(s.kind+s.key,o);for(let o of e)t.placed.set(o.lane.kind+o.lane.key,o);return t.kinds=new Set(Array.from(t.placed.keys(),o=>o[0])),
t.placed}function Oe({layout:t}){return Fs({layout:t}),t.kinds}function Re(t,e,n,o){let{spans:s}=t;if(n==="g")return s.g[e];if(s.n[e]>1)return;if(n==="p")return s.
p[e]>=0?s.p[e]:void 0;if(s.m[e]<0)return;if(n==="m")return t.lanes.m[s.m[e]].key;let r=zt(t,s.m[e],o);return r&&r.core>=0?r.core:void 0}function Ws(t,e,n,o){let{
model:s}=t,r=n==="g";if(e.kind==="self"||e.kind==="return"||e.kind==="unknown"||!r&&e.run<0)return null;let a=r?e.t:s.spans.start[e.run],i=o.get(n+Re(s,r?e.row:
e.run,n,a));if(!i)return null;if(e.by<0)return{from:null,to:i,t:a};let c=r?o.get("g"+e.by):e.byRow>=0&&o.get(n+Re(s,e.byRow,n,e.t)),l=c===i&&i?.lane.kind==="gro\
up";return c&&!l?{from:c,to:i,t:a}:null}function Oi(t,e,n,o,{from:s,to:r,t:a}){let{view:i}=t,c=A=>Math.max(-3e3,Math.min(e.width+3e3,(A-i.from)/(i.to-i.from)*e.
width)),l=A=>({top:et(t,A)+A.head,height:A.height-A.head-5}),u=l(r),f=c(a);if(!s)return[f-Ps,u.top-5,f-Ps,u.top-5,f,u.top,f,u.top+1];let h=l(s),p=c(n.t);if(r===
s){let A=Math.max(8,(f-p)/4);return[p,h.top,p+A/2,h.top-12,f-A/2,h.top-12,f,h.top]}let m=h.top+h.height/2;if(o==="g"){let A=h.top<u.top?u.top:u.top+u.height;return[
p,m,p,m,f,A,f,A]}let g=u.top+u.height/2,L=Math.max(14,Math.min(60,(f-p)/2));return[p,m,p+L,m,f-L,g,f,g]}function Ri(t,e){let n=[t[0],t[2],t[4],t[6]],o=[t[1],t[3],
t[5],t[7]];return Math.max(...n)<0||Math.min(...n)>e.width||Math.max(...o)<e.y||Math.min(...o)>e.y+e.height}function Bi(t){let e=t[6]-t[4]||(t[6]-t[0])*.001,n=t[7]-
t[5]||(t[4]===t[6]?t[7]-t[1]:0),o=Math.hypot(e,n)||1;return[t[6],t[7],e/o,n/o]}var zi={led:1,caused:1,all:.55},Pi=t=>t==="all"?k().text:k()[t];function qs(t,e){
let n=e.coordSys,o=Fs(t),s=t.arrows.all?Ei(t,o):[];t.arrowsLeftOut=s===null;let r=qt(t).list,a=new Set(r.map(c=>c.wake.row)),i=new Map;t.arrowsDrawn=[];for(let{
wake:c,role:l}of[...(s||[]).filter(u=>!a.has(u.wake.row)),...r])for(let u of Oe(t)){let f=Ws(t,c,u,o),h=f&&Oi(t,n,c,u,f);if(!h||Ri(h,n))continue;let p=c.kind===
"create"||!f.from,m=l+p;i.has(m)||i.set(m,{role:l,dashed:p,curves:[],heads:[],dots:[]});let g=i.get(m);g.curves.push(...h),g.heads.push(...Bi(h)),f.from||g.dots.
push(h[0],h[1]),t.arrowsDrawn.push({wake:c,role:l,curve:h})}return qi(t),it([...i.values()].flatMap(c=>Fi(c)))}function Fi({role:t,dashed:e,curves:n,heads:o,dots:s}){
let r=Pi(t),a=zi[t],i={type:"schedvizCurves",silent:!0,shape:{curves:n}};return[{...i,z2:6,style:{fill:"none",stroke:k().panel,lineWidth:t==="all"?2.5:4,lineDash:null,
opacity:a*.85}},{...i,z2:7,style:{fill:"none",stroke:r,lineWidth:t==="all"?1:1.6,lineDash:e?[4,3]:null,opacity:a}},{type:"schedvizHeads",silent:!0,z2:8,shape:{heads:o,
dots:s,size:t==="all"?zs-1.5:zs},style:{fill:r,stroke:t==="all"?"none":k().panel,lineWidth:1,opacity:a}}]}function Gs(t,e,n){let o=null,s=Ni;for(let r of t.arrowsDrawn){
let a=Wi(r.curve,e,n);a<=s&&([o,s]=[r,a])}return o}function Wi(t,e,n){let o=i=>{let c=1-i,l=[c*c*c,3*c*c*i,3*c*i*i,i*i*i];return[0,1].map(u=>l[0]*t[u]+l[1]*t[2+
u]+l[2]*t[4+u]+l[3]*t[6+u])},s=1/0,[r,a]=o(0);for(let i=1;i<=16;i++){let[c,l]=o(i/16),u=c-r,f=l-a,h=Math.max(0,Math.min(1,((e-r)*u+(n-a)*f)/(u*u+f*f||1)));s=Math.
min(s,Math.hypot(r+h*u-e,a+h*f-n)),[r,a]=[c,l]}return s}function qi(t){let{led:e,caused:n}=qt(t),o=e?.cut||n?.cut,s=t.arrowsLeftOut?`more than ${Pn} in view: zo\
om in`:o?`only the nearest ${Fn} of the chain`:"",r=t.nodes["arrow-note"];r.textContent!==s&&(r.textContent=s)}function Ds(t,{wake:e}){let{spans:n}=t.model,o=t.
selected?.row;o!==void 0&&n.g[o]===e.g&&n.start[o]>=e.t&&e.byRow>=0?t.goToRow(e.byRow,e.t):t.goToRow(e.run>=0&&Oe(t).size&&!Oe(t).has("g")?e.run:e.row)}var Gi={ns:1,us:1e3,µs:1e3,μs:1e3,ms:1e6,s:1e9,m:6e10},Di=["running","runnable","waiting","syscall"],Ui={">":(t,e)=>t>e,"<":(t,e)=>t<e,">=":(t,e)=>t>=e,"<=":(t,e)=>t<=
e};function Hi(t){let[,e,n]=/^(\d+(?:\.\d*)?|\.\d+)\s*([a-zµμ]+)$/i.exec(t)||[];return e===void 0?NaN:Number(e)*(Gi[n.toLowerCase()]??NaN)}function ji(t){return(t.
match(/(?:"[^"]*"?|[^\s"])+/g)||[]).map(e=>({raw:e,text:e.replace(/"/g,""),quoted:e.startsWith('"')}))}var Vi={id:t=>_s(t),func:t=>t.toLowerCase(),state:t=>t.split(
",").map(e=>Us("state",Di,e)),reason:t=>t.toLowerCase(),preempt:t=>t.split(",").map(e=>Us("kind of preemption",E.filter(Boolean),e)),p:t=>t.split(",").map(e=>Vs(
e,`“${e}” is not a P`)),stack:t=>t.toLowerCase()},_i="state: reason: func: id: p: stack: preempt: >10ms <1ms and @12ms";function Us(t,e,n){let o=e.filter(s=>n!==
""&&s.startsWith(n.toLowerCase()));if(o.length!==1&&!e.includes(n))throw new Error(`“${n}” is not a ${t}; use one of ${e.join(", ")}`);return e.includes(n)?
n:o[0]}function Vs(t,e){if(!/^\d+$/.test(t))throw new Error(e);return Number(t)}var _s=t=>t.split(",").filter(Boolean).map(e=>Vs(e.replace(/^g/i,""),`“${e}” i\
s not a goroutine ID`));function Ks({text:t,quoted:e}){if(e)return{kind:"func",value:t.toLowerCase()};if(t.length>1&&t[0]==="-")return{...Ks({text:t.slice(1)}),
not:!0};if(t[0]==="@")return{kind:"at",value:Hs(t.slice(1))};let n=/^(?:dur|duration)?(>=|<=|>|<)(.*)$/i.exec(t);if(n)return{kind:"dur",value:{op:n[1],ns:Hs(n[2])}};
if(/^g?\d+,?(g?\d+,?)*$/i.test(t))return{kind:"id",value:_s(t)};let o=/^([a-z]+):(.*)$/i.exec(t);if(!o)return{kind:"func",value:t.toLowerCase()};let s=Vi[o[1].toLowerCase()];
if(!s)throw new Error(`unknown term “${o[1]}:”; there are ${_i}`);if(!o[2])throw new Error(`“${o[1]}:” needs a value`);return{kind:o[1].toLowerCase(),value:s(
o[2])}}function Hs(t){let e=Hi(t);if(Number.isNaN(e))throw new Error(`“${t}” is not a duration such as 10ms, 1.5µs or 2s`);return e}function Ki(t,e){e=e.trim().
replace(/^\//,"");let n={text:e,words:[],problems:[],at:null};if(/[\s:"<>]/.test(e)){let o=js(t,{kind:"func",value:e.toLowerCase()});if(o.kind==="reason"||Gn(t,
e))return{...n,words:[o]}}for(let o of ji(e))try{let s=js(t,Ks(o));s.kind==="at"?n.at=s.value:n.words.push(s)}catch(s){n.problems.push(s.message)}return n}function js(t,e){
return e.kind!=="func"||Gn(t,e.value)||!Xi(t,e.value)?e:{...e,kind:"reason"}}function Xi({strings:t,overview:e},n){return[...new Set(e.spans.reason)].some(o=>t[o].
toLowerCase().includes(n))}function Gn({strings:t,gs:e},n){let o=n.toLowerCase();return[...new Set(e.func)].some(s=>t[s].toLowerCase().includes(o))}function Yi(t,e,n){
let o=(...a)=>n.filter(i=>a.includes(i.kind)),s=[],r=(a,i)=>{for(let c of[!1,!0]){let l=a.filter(u=>!!u.not===c);l.length&&s.push(c?(u=>f=>!u(f))(i(l)):i(l))}};
r(o("id","func"),a=>Zi(t,e,a)),r(o("state"),a=>{let i=X.map(c=>a.some(l=>l.value.includes(c)));return c=>i[e.state[c]]}),r(o("reason"),a=>{let i=t.strings.map(c=>c!==
""&&a.some(l=>c.toLowerCase().includes(l.value)));return c=>i[e.reason[c]]&&(e.state[c]===M||e.preempt[c]>0)}),r(o("preempt"),a=>{let i=E.map(c=>a.some(l=>l.value.
includes(c)));return c=>i[e.preempt[c]]}),r(o("p"),a=>i=>a.some(c=>c.value.includes(e.p[i]))),r(o("stack"),a=>{let i=Ji(t,a.map(c=>c.value));return c=>i[e.stack[c]]});
for(let a of o("dur")){let{op:i,ns:c}=a.value,l=Ui[i];s.push(u=>l(e.dur[u],c)!==!!a.not)}return s}function Zi(t,e,n){let{gs:o,strings:s}=t,r=new Uint8Array(o.id.
length),a=n.filter(c=>c.kind==="func").map(c=>c.value),i=s.map(c=>a.some(l=>c.toLowerCase().includes(l)));for(let c=0;c<r.length;c++)i[o.func[c]]&&(r[c]=1);for(let c of n.
flatMap(l=>l.kind==="id"?l.value:[]))t.byID.has(c)&&(r[t.byID.get(c)]=1);return c=>e.g[c]>=0&&r[e.g[c]]===1}function Ji(t,e){return Array.from(t.cols[Nt.len],(n,o)=>pt(
t,o).some(s=>e.some(r=>s.func.toLowerCase().includes(r)||s.file.toLowerCase().includes(r))))}var qn=class{constructor(e,n){this.model=e;let{text:o,words:s,problems:r,
at:a}=Ki(e,n);this.text=o,this.words=s,this.problems=r,this.at=a,this.masks=new WeakMap,this.found=new Set,this.count=this.apply(e.overview),this.maskOf(e.part),
this.count===0&&this.words.length&&!this.problems.length&&this.problems.push(this.nothing())}maskOf(e){return this.masks.has(e)||this.apply(e),this.masks.get(e)}hasMark(e,n){
let o=this.words.filter(s=>s.kind==="preempt");return this.found.has(e.g[n])&&o.every(s=>s.value.includes(E[e.kind[n]])!==!!s.not)}apply(e){let{spans:n}=e,o=new Uint8Array(
n.start.length),s=Yi(this.model,n,this.words),r=0;for(let a=0;a<o.length;a++){let i=1;for(let c of s)if(!c(a)){i=0;break}o[a]=i,!(!i||n.core?.[a]>=0)&&(r++,n.g[a]>=
0&&this.found.add(n.g[a]))}return this.masks.set(e,o),r}nothing(){let{words:e,model:n}=this,o=e.flatMap(r=>r.kind==="id"?r.value.filter(a=>!n.byID.has(a)):[]);if(o.
length)return`there is no goroutine ${o[0]} in the trace`;let s=e.find(r=>r.kind==="func"&&!Gn(n,r.value));return s?`no function name contains “${s.value}”`:
"no span matches"}},Wn=new WeakMap;function Xs(t,e){Wn.has(e)||Wn.set(e,new WeakMap);let n=Wn.get(e);if(n.has(t))return n.get(t);let o=new Int32Array(t.length+1);
for(let s=0;s<t.length;s++)o[s+1]=o[s]+e[t[s]];return n.set(t,o),o}function Ys(t,e){let n=e.trim()?new qn(t,e):null;return n&&(n.words.length||n.problems.length||
n.at!==null)?n:null}function Js(t){let e=t.graphic.extendShape;t.graphic.registerShape("schedvizRects",e({shape:{rects:[]},buildPath(n,o){let s=o.rects,r=n.getContext?.();if(r?.fillRect){
for(let a=0;a<s.length;a+=4)r.fillRect(s[a],s[a+1],s[a+2],s[a+3]);return}for(let a=0;a<s.length;a+=4)n.rect(s[a],s[a+1],s[a+2],s[a+3])}})),t.graphic.registerShape(
"schedvizMarks",e({shape:{kind:"",xs:[],y:0,size:8},buildPath(n,o){let s=Dn[o.kind]||Dn.unknown;for(let r of o.xs)s(n,r,o.y,o.size)}})),t.graphic.registerShape(
"schedvizCurves",e({shape:{curves:[]},buildPath(n,{curves:o}){for(let s=0;s<o.length;s+=8)n.moveTo(o[s],o[s+1]),n.bezierCurveTo(o[s+2],o[s+3],o[s+4],o[s+5],o[s+
6],o[s+7])}})),t.graphic.registerShape("schedvizHeads",e({shape:{heads:[],dots:[],size:7},buildPath(n,{heads:o,dots:s,size:r}){for(let a=0;a<o.length;a+=4)Qi(n,
o[a],o[a+1],o[a+2]*r,o[a+3]*r);for(let a=0;a<s.length;a+=2)Dn.suspend(n,s[a],s[a+1]-r/3,r/1.5)}})),t.registerCustomSeries("schedviz.bar",tc)}function ae(t,e){t.
moveTo(e[0],e[1]);for(let n=2;n<e.length;n+=2)t.lineTo(e[n],e[n+1]);t.closePath()}var Qi=(t,e,n,o,s)=>ae(t,[e,n,e-o-s/2,n-s+o/2,e-o+s/2,n-s-o/2]),Dn={async:(t,e,n,o)=>ae(
t,[e-o/2,n,e+o/2,n,e,n+o]),cooperative:(t,e,n,o)=>ae(t,[e-o/2,n+o,e+o/2,n+o,e,n]),gosched:(t,e,n,o)=>ae(t,[e,n,e+o/2,n+o/2,e,n+o,e-o/2,n+o/2]),mutex_handoff:(t,e,n,o)=>ae(
t,[e-o/2,n,e+o/2,n+o/2,e-o/2,n+o]),stw:(t,e,n,o)=>t.rect(e-o/2,n,o,o),suspend(t,e,n,o){t.moveTo(e+o/2,n+o/2),t.arc(e,n+o/2,o/2,0,Math.PI*2)},unknown(t,e,n,o){t.
moveTo(e-o/2,n),t.lineTo(e+o/2,n+o),t.moveTo(e+o/2,n),t.lineTo(e-o/2,n+o)}};function tc(t,e){let[n,o]=e.coord([e.value(0),e.value(2)]),[s]=e.coord([e.value(1),e.
value(2)]),r=t.coordSys.y+t.coordSys.height;return{type:"rect",shape:{x:n+.5,y:o,width:Math.max(1,s-n-1),height:Math.max(0,r-o)},style:{fill:e.visual("color")}}}
var Qs=new Set(["async","stw","suspend"]);var ec={running:1,syscall:1,runnable:.62,waiting:.36,unknown:.12,dead:0},nc=26;function oc(t,e,n,o){let{spans:s,strings:r,gs:a}=t.model,i=X[s.state[n]],c=e.kind===
"g",l=c?ec[i]:s.state[n]===I?.55:1,u=s.g[n];if(o?.[n]===0)return{fill:k().dim,size:l,greyed:!0};if(u<0)return{fill:Y(s.other?.[n]>=0&&!t.model.others[s.other[n]].
traced?"unknown":"idle"),size:1};if(c||t.colourBy==="state")return{fill:i==="waiting"?Vt(r[s.reason[n]]):Y(i),size:l};let f=t.colourBy==="function"?a.func[u]??0:
a.id[u]??0;return{fill:K(f),size:l}}function nr(t,e,n,o,s,r){let{spans:a}=t.model,{mask:i}=t;we(a,e,n.from,n.to,n.width,(c,l,u,f,h,p)=>{let{fill:m,size:g,greyed:L}=oc(
t,e,u,i),A=l-c;A>1&&([c,l]=[Math.round(c),Math.round(l)]);let Ut=Math.max(1,l-c-(A>4?1:0)),xt=Math.max(1.5,o.height*g),Ht=e.kind==="g"?o.y+(o.height-xt)/2:o.y+o.
height-xt;t.model.onCore&&e.kind!=="c"&&un(t.model,u)?sc(s,t,u,n,{fill:m,x:c,w:Ut,y:Ht,full:xt,share:f,several:h,on:p}):!h&&e.kind==="g"&&a.state[u]===M&&!L?hs(
s,m,Lt(t.model.strings[a.reason[u]]).dash,c,Ht,Ut,xt):h?rc(s,t,e,u,{greyed:L,fill:m,x:c,w:Ut,y:Ht,full:xt,band:o,share:f,wide:A}):s.add(m,1,c,Ht,Ut,xt),a.state[u]===
I&&!h&&!L&&ms(s,m,c,Ht,Ut,xt),r&&A>=nc&&!L&&ac(t,e,u,Math.max(c,0),Math.min(l,n.width),o,m,r)},i&&Xs(e.rows,i))}function sc(t,e,n,o,s){let{x:r,w:a,y:i,full:c}=s;
if(s.several||a<3){let l=Math.min(c,Math.max(c*s.share*s.on,s.on>0?1.5:0));t.add(s.fill,s.several?.28:.4,r,i,a,c),t.add(s.fill,1,r,i+c-l,a,l);return}t.add(s.fill,
.16,r,i,a,c);for(let l of[[r,i,a,1],[r,i+c-1,a,1],[r,i,1,c],[r+a-1,i,1,c]])t.add(s.fill,.75,...l);ln(e.model,n,o,(l,u,f)=>{l=Math.max(l,r),u=Math.min(u,r+a),u>l&&
t.add(s.fill,1,l,i+c*(1-f),Math.max(u-l,.5),c*f)})}function rc(t,e,n,o,s){if(n.kind==="g"&&e.model.spans.state[o]!==b){if(t.add(s.fill,s.wide>1?.5:1,s.x,s.y,s.w,
s.full),s.share>0&&s.wide<=1){let a=Math.max(2,s.share*s.band.height);t.add(s.greyed?s.fill:Y("running"),1,s.x,s.band.y+s.band.height-a,s.w,a)}return}let r=s.full*
(.25+.75*Math.min(1,Math.max(0,s.share)));t.add(s.fill,.35,s.x,s.y,s.w,s.full-r),t.add(s.fill,1,s.x,s.y+s.full-r,s.w,r)}function ac(t,e,n,o,s,r,a,i){if(r.height<
11||i.length>=t.labelBudget)return;let{model:c}=t,l=Math.floor((s-o-10)/gn),u=c.spans.state[n],f,h;if(c.spans.n[n]>1)f=["merged: "+C(c.spans.n[n],"span"),"merge\
d"].find(p=>p.length<=l),h={backgroundColor:"transparent",padding:0},er(h);else if(e.kind==="c")f=Pt(c,n).find(m=>m.length<=l)||"",h={fill:lt(a),backgroundColor:"\
transparent",padding:0};else if(e.kind!=="g"){let p=x(c,c.spans.g[n]),m=S(T(c,c.spans.g[n])).replace(/^main\./,"");f=m&&p.length+1+m.length<=l?p+" "+m:p.length<=
l?p:"",u===I&&f&&f.length+8<=l&&(f+=" syscall"),h={fill:u===I?k().text:lt(a),backgroundColor:"transparent",padding:0}}else{let p=c.strings[c.spans.reason[n]];if(f=
u===M?p:u===b?"P "+c.spans.p[n]:X[u],f.length+2>l||u===M&&l<12)return;h=u===b||u===I?{fill:lt(a),backgroundColor:"transparent",padding:0}:{fill:k().muted,backgroundColor:k().
panel,padding:[0,3]}}f&&(c.onCore&&e.kind!=="c"&&u===b&&er(h),i.push({...gt,type:"text",z2:2,x:o+5,y:r.y+r.height/2+.5,style:{...h,text:f,font:(r.height<16?10:11.5)+
"px "+t.font,verticalAlign:"middle"}}))}function er(t){t.fill=k().text,t.stroke=k().panel,t.lineWidth=3}function ic(t,e,n,o,s){let{marks:r}=t.model,a=new Map,i=(n.
to-n.from)/n.width,c=new Map,l=0,u=e.marks.length;for(;l<u;){let f=l+u>>1;r.time[e.marks[f]]<n.from?l=f+1:u=f}for(;l<e.marks.length;l++){let f=e.marks[l];if(r.time[f]>
n.to)break;let h=(r.time[f]-n.from)/i,p=E[r.kind[f]];if(h-(c.get(p)??-9)<2)continue;c.set(p,h);let m=t.found&&!t.filter.hasMark(r,f),g=p+(m?"-":"");a.has(g)||a.
set(g,{kind:p,greyed:m,xs:[]}),a.get(g).xs.push(h)}return[...a.values()].map(({kind:f,greyed:h,xs:p})=>{let m=h?k().dim:vt(f),g=Qs.has(f)?{...Qt,fill:m}:{opacity:1,
fill:f==="unknown"?"none":k().panel,stroke:m,lineWidth:1.4};return{...gt,type:"schedvizMarks",z2:4,shape:{kind:f,xs:p,y:o,size:s},style:g}})}function cc(t,e,n,o){
let{spans:s}=t.model,r=t.selected;if(!r)return[];let a=[],i=[],c=l=>(l-n.from)/(n.to-n.from)*n.width;if(e.kind!=="g"&&(we(s,e,n.from,n.to,n.width,(l,u,f)=>{s.g[f]===
r.g&&i.push(l,o.y+o.height+1,Math.max(1,u-l-1),2)}),a.push({...gt,type:"schedvizRects",z2:3,shape:{rects:i},style:{...Qt,fill:k().text}})),e===r.lane&&s.end[r.row]>
n.from&&s.start[r.row]<n.to){let l=Math.max(c(s.start[r.row]),-4),u=Math.min(c(s.end[r.row]),n.width+4);a.push({...gt,type:"rect",z2:5,shape:{x:l-1,y:o.y-1,width:Math.
max(2,u-l)+1,height:o.height+2},style:{opacity:1,fill:"none",stroke:k().text,lineWidth:2}})}return a}function lc(t,e,n,o){let s=a=>(a-e.from)/(e.to-e.from)*e.width,
r=k();for(let a of t.under){if(a.end<e.from||a.start>e.to)continue;let i=Math.max(s(a.start),0),c=Math.min(s(a.end),e.width),l=a.kind==="range"?r.gc:a.kind==="r\
egion"?r.accent:r.text;o.add(l,1,i,a.kind==="log"?n-3:n,Math.max(1.5,c-i-1),a.kind==="log"?5:2)}}var or=(t,e,n)=>rr(t,e,t.layout.lanes[n.value(0)]),sr=(t,e,n)=>rr(
t,e,t.layout.pinned[n.value(0)]);function rr(t,e,n){if(!n)return it([]);let{lane:o,height:s,head:r}=n,a=e.coordSys,i={from:t.view.from,to:t.view.to,width:a.width,
end:t.model.duration},c=et(t,n);if(o.kind==="group")return it(uc(o,i,{y:c+r,height:s-r-4}));if(o.kind==="t")return it(Xo(t,o,i,c));let l={y:c+r,height:s-r-5},u=new at,
f=[];nr(t,o,i,l,u,f),lc(o,i,l.y+l.height+1,u);let h=ic(t,o,i,c+r-(o.kind==="g"?6.5:10),o.kind==="g"?6:8.5);return it([...u.elements(),...cc(t,o,i,l),...f,...h])}
function uc(t,e,n){if(!t.folded)return[];let o=new at;o.add(k().track,1,0,n.y,e.width,n.height);let{courses:s,max:r}=Se(t);for(let{name:a,f:i}of s)ar(o,Y(a),i,e,
n,r);return o.elements()}function ar(t,e,n,o,s,r){let a=Math.max(1,Math.round(o.width)),{mean:i,max:c}=nn(n,o.from,o.to,a),l=s.height/Math.max(1,r),u=s.y+s.height,
f=Math.min(a,Math.ceil((o.end-o.from)/(o.to-o.from)*a));for(let[h,p]of[[c,.35],[i,.85]])for(let m=0,g;m<f;m=g){for(g=m+1;g<f&&h[g]===h[m];)g++;h[m]>0&&t.add(e,p,
m,u-h[m]*l,g-m,h[m]*l)}}function fc(t,e,n){let{layout:o}=t,s=e.y+e.height;for(let r of[...o.pinned,...nt(t).map(a=>o.lanes[a])]){if(!"pmc".includes(r.lane.kind))
continue;let a=et(t,r)+r.head,i=Math.max(a,r.pinned?e.y:o.top),c=Math.min(a+r.height-r.head-5,s);c>i&&n.add(k().track,1,0,i,e.width,c-i)}}var dc=3,hc=7;function mc(t,e,n,o,s,r){
t.add(e,.35,n,o,s,r);for(let a=n;a<n+s;a+=hc)t.add(e,.8,a,o,Math.min(dc,n+s-a),r)}function ir(t,e){let n=k(),o=e.coordSys,{from:s,to:r}=t.view,a=l=>(l-s)/(r-s)*
o.width,i=new at;fc(t,o,i);let c=-1;for(let l of t.model.bands){if(l.end<s||l.start>r)continue;let u=Math.max(0,a(l.start)),f=Math.max(1.5,Math.min(o.width,a(l.
end))-u);if(l.gap){mc(i,n.dim,u,o.y,f,o.height);continue}if(l.stw&&Math.floor(u)===c&&f<=1.5)continue;l.stw&&(c=Math.floor(u));let h=l.n>1?Math.max(.15,l.busy/(l.
end-l.start)):1;i.add(l.stw?n.stw:n.gc,(l.stw?1:.7)*h,u,o.y-9,f,l.stw?7:4),i.add(l.stw?n.stw:n.gc,(l.stw?.22:.07)*h,u,o.y,f,o.height)}if(t.here!==null&&i.add(n.
accent,1,a(t.here)-.75,o.y-24,1.5,o.height+24+t.layout.below),t.range){let l=a(t.range.from),u=a(t.range.to);i.add(n.accent,t.range.lanes?.05:.13,l,o.y-24,u-l,o.
height+24+t.layout.below);for(let f of[l,u])i.add(n.accent,.9,f-.5,o.y-24,1,o.height+24+t.layout.below);t.range.lanes&&pc(t,o,l,u,i)}return it(i.elements())}function pc(t,e,n,o,s){
let r=new Set(t.range.lanes),a=k();for(let i of t.layout.lanes){if(!r.has(i.lane))continue;let c=et(t,i),l=Math.max(t.layout.top,c),u=Math.min(e.y+e.height,c+i.
height);u>l&&s.add(a.accent,.2,n,l,o-n,u-l)}}function cr(t,e){let n=e.coordSys,o={...t.view,width:n.width,end:t.model.duration},s=new at;for(let r of t.layout.counters){
let a={y:n.y+r.y,height:r.height};s.add(k().track,1,0,a.y,n.width,a.height),ar(s,Y(r.name),t.counts[r.name],o,a,r.max)}return it(s.elements())}function lr(t,e,n){
let o=e.coordSys,{model:s}=t,{overview:r}=s,a={mask:t.found&&t.filter.maskOf(r),colourBy:t.colourBy,extent:t.extent,model:{...s,...r,lanes:s.lanes}},{lanes:{p:i}}=s,
c=o.height/Math.max(1,i.length),l=new at,u=c>=4?1:0,f=n.value(0);return nr(a,{...i[f],...r.lanes.get(i[f])},{from:0,to:t.extent,width:o.width},{y:o.y+f*c,height:Math.
max(1,c-u)},l,null),it(l.elements())}function Un(t){let e=(n,o)=>{let s=echarts.init(n,_t(),{renderer:"canvas"}),r=o.series.map(a=>({...a,renderItem:yc(t,a.renderItem)}));return s.setOption({...o,series:r}),
s};t.chart?.dispose(),t.map?.dispose(),t.chart=e(t.nodes.canvas,t.model.page.charts.timeline),t.map=e(t.nodes["map-canvas"],t.model.page.charts.minimap)}var wc={
bands:ir,pinned:sr,lanes:or,arrows:qs,counters:cr,minimap:lr};function yc(t,e){let n=wc[e.replace("schedviz.","")];return(o,s)=>n(t,o,s)}function ur(t){let{layout:e,
view:n,width:o}=t,s=je(n.from,n.to,o),r={min:n.from,max:n.to},i={customValues:s.at.filter(f=>(f-n.from)/(n.to-n.from)*o<o-58),formatter:f=>v(f,s.step,n.to),align:"\
left",margin:e.ceiling-$e+6,hideOverlap:!0},c=f=>f.map(h=>[h,0]),l={data:[[0,0]],silent:!0},u={xAxis:[{...r,axisLabel:i,axisTick:{customValues:s.at,length:4},axisLine:{
show:!1},splitLine:{show:!0}},r,r,r],yAxis:[{min:0,max:1},{min:0,max:1},{min:0,max:1},{min:0,max:1}],series:[l,{data:c([...e.pinned.keys()]),clip:!0,silent:!0},
{data:c(nt(t)),clip:!0,silent:!0},l,{...l,clip:!0}]};t.gridChanged&&(u.grid=kc(e),t.gridChanged=!1),t.chart.setOption(u),t.chart.getZr().refreshImmediately()}function kc({
ceiling:t,top:e,viewport:n,below:o}){let s=(a,i)=>({left:0,right:0,top:a,height:i,outerBoundsMode:"none"}),r=At;return[s(t,e+n-t),s(t,e-t),s(e,n),s(e+n+r,o-r)]}
function yt(t){t.map.setOption({xAxis:{min:0,max:t.extent},yAxis:{min:0,max:1},series:[{data:t.model.lanes.p.map((e,n)=>[n,0]),silent:!0}]})}function fr(t){let e=t.
nodes.window.style,n=t.extent;e.left=t.view.from/n*100+"%",e.width=Math.max(.2,(t.view.to-t.view.from)/n*100)+"%",t.nodes.map.classList.toggle("whole",t.view.from<=
0&&t.view.to>=n)}function dr(t){let e=t.view.to-t.view.from;t.nodes.range.textContent=e>=t.extent?"all of "+w(t.extent):`${w(e)} of ${w(t.extent)}`}var hr={setView(t,e){let n=this.clip(t,e);n.from===this.view.from&&n.to===this.view.to||(this.view=n,this.hideTip(),this.redraw(),this.emit("view",this.view))},
clip(t,e){let n=this.extent,o=Math.min(n,Math.max(e-t,Math.min(n,100)));return t=Math.max(0,Math.min(t,n-o)),{from:t,to:t+o}},setExtent(t){let e=this.view.to-this.
view.from>=this.extent;this.extent=Math.max(this.model.duration,t),yt(this),this.setView(this.view.from,e?this.extent:this.view.to),this.redraw()},zoom(t,e=.5){
let n=this.view.to-this.view.from,o=this.view.from+n*e;this.setView(o-n*t*e,o+n*t*(1-e))},pan(t){let e=(this.view.to-this.view.from)*t;this.setView(this.view.from+
e,this.view.to+e)},reset(){this.setView(0,this.extent)},around(t,e){let n=Math.max((e-t)*.15,50);return this.clip(t-n,e+n)},fit(t,e){let n=this.around(t,e);this.
setView(n.from,n.to)},fitSelection(){if(this.range){let{from:t,to:e}=this.range;this.range=null,this.closePanel(),this.setView(t,e)}else this.selected&&this.fit(
this.model.spans.start[this.selected.row],this.model.spans.end[this.selected.row])},show({from:t,to:e,gs:n}){if(n?.length){this.shown.g=!0;for(let o of n)this.arranged.
hidden.delete("g"+o);this.search(n.map(o=>"G"+o).join(" ")),this.nodes.scroll.scrollTop=0}t!==void 0&&this.fit(t,e),this.root.scrollIntoView({block:"start"})}};
function ze(t){let e=Math.max(...t.map(s=>s.model.duration)),n=!1,o=(s,{from:r,to:a})=>{if(!n){n=!0;for(let i of t)i!==s&&i.setView(r,a);n=!1}};for(let s of t)s.
setExtent(e),s.on("view",r=>o(s,r))}var xc=300,vc=200,Pe=class{constructor(e){this.tl=e,this.before=[],this.after=[],this.now=Cn(e),this.timer=0,e.on("draw",()=>{clearTimeout(this.timer),this.timer=
setTimeout(()=>this.settle(),xc)}),e.nodes.undo.addEventListener("click",()=>this.back()),e.nodes.redo.addEventListener("click",()=>this.forward()),e.nodes.opening.
addEventListener("click",()=>this.visit(e.opening)),this.update()}settle(){clearTimeout(this.timer);let e=Cn(this.tl);e!==this.now&&(In(e)!==In(this.now)&&(this.
before.push(this.now),this.before.length>vc&&this.before.shift(),this.after=[]),this.now=e,this.update())}visit(e){this.settle(),Ms(this.tl,e),Ce(this.tl,e)}back(){
this.go(this.before,this.after,"nothing to undo")}forward(){this.go(this.after,this.before,"nothing to redo")}go(e,n,o){if(this.settle(),!e.length)return this.tl.
say(o);n.push(this.now),this.now=e.pop(),Ce(this.tl,this.now),this.update()}update(){this.tl.nodes.undo.disabled=!this.before.length,this.tl.nodes.redo.disabled=
!this.after.length,this.tl.emit("settled",this.now)}};var Dt={};R(Dt,{meanwhile:()=>jn,of:()=>ie,overlaps:()=>kt});var Sc={[b]:"running",[O]:"runnable",[M]:"waiting",[I]:"syscall"};function kt(t,e,n,o,s){let{rows:r}=e,{start:a,end:i,idle:c,dur:l}=t;for(let u=j(t,r,n);u<r.length&&
a[r[u]]<o;u++){let f=r[u],h=Math.min(o,i[f])-Math.max(n,a[f]);s(f,c[f]>0?h*(1-c[f]/Math.max(1,l[f])):h)}}function Ac(t,e){if(!e)return t.lanes.g.length?t.lanes.
g:t.lanes.p;for(let n of["g","p","m","c"]){let o=e.filter(s=>s.kind===n);if(o.length)return o}return[]}function ie(t,e,n,o=null){let s=new Hn(t,e,n),r=Ac(t,o);for(let a of r)
s.lane(a,!1);if(!o&&r!==t.lanes.p)for(let a of t.lanes.p)s.lane(a,!0);return{from:e,to:n,lanes:o,states:s.states,exact:s.exact,laneless:s.laneless.size,gs:[...s.
gs.values()].sort((a,i)=>i.running-a.running||i.runnable-a.runnable||i.waiting-a.waiting||a.g-i.g),reasons:[...s.reasons.values()].sort((a,i)=>i.time-a.time),ps:(o?
[...s.ps.values()]:$c(t,e,n)).sort((a,i)=>a.p-i.p),marks:Lc(t,e,n,o&&new Set(r))}}var Hn=class{constructor(e,n,o){this.model=e,this.from=n,this.to=o,this.exact=
!0,this.gs=new Map,this.reasons=new Map,this.ps=new Map,this.laneless=new Set,this.last=null,this.states={running:0,runnable:0,waiting:0,syscall:0}}lane(e,n){let{
spans:o,laneOfG:s}=this.model,r=e.kind==="g";kt(o,e,this.from,this.to,(a,i)=>{let c=o.g[a],l=Sc[o.state[a]];if(c<0||!l)return;let u=!r&&!s.has(c);n&&!u||(u&&this.
laneless.add(c),o.n[a]>1&&(this.exact=!1),this.states[l]+=i,this.goroutine(c)[l]+=i,l==="waiting"&&this.reason(o.reason[a],i,o.n[a]),l==="running"&&o.p[a]>=0&&mr(
this.ps,o.p[a],c,i))})}goroutine(e){if(this.last?.g===e)return this.last;let n=this.gs.get(e);return n||this.gs.set(e,n={g:e,running:0,runnable:0,waiting:0,syscall:0}),
this.last=n,n}reason(e,n,o){let s=this.reasons.get(e);s||this.reasons.set(e,s={reason:this.model.strings[e],time:0,count:0}),s.time+=n,s.count+=o}};function mr(t,e,n,o){
let s=t.get(e);s||t.set(e,s={p:e,running:0,gs:new Set}),s.running+=o,s.gs.add(n)}function $c(t,e,n){let{spans:o}=t,s=new Map;for(let r of t.lanes.p)s.set(r.key,
{p:r.key,running:0,gs:new Set}),kt(o,r,e,n,(a,i)=>o.state[a]===b&&mr(s,r.key,o.g[a],i));return[...s.values()]}function Lc(t,e,n,o){let{marks:s}=t,r=new Map,a=i=>{
if(s.time[i]<e||s.time[i]>n)return;let c=E[s.kind[i]];r.set(c,(r.get(c)||0)+s.n[i])};if(o)for(let i of o)i.marks.forEach(a);else for(let i=0;i<s.time.length;i++)
a(i);return[...r].map(([i,c])=>({kind:i,count:c})).sort((i,c)=>c.count-i.count)}function jn(t,e,n){let{spans:o}=t,s=new Map,r=0,a=0,i=!0;for(let u of t.lanes.p)
kt(o,u,e,n,(f,h)=>{o.n[f]>1&&(i=!1),o.state[f]===I&&(a+=h),o.state[f]===b&&(r+=h,s.set(o.g[f],(s.get(o.g[f])||0)+h))});let c=t.page.stat.procs.gomaxprocs||t.lanes.
p.length,l=[...s].map(([u,f])=>({g:u,time:f})).sort((u,f)=>f.time-u.time||u.g-f.g);return{ps:c,gs:l,running:r,syscall:a,idle:Math.max(0,c*(n-e)-r-a),exact:i}}var Tc=24,Cc=400,Vn=(t,e)=>[x(t,e),S(T(t,e))].filter(Boolean).join(" ");function Ic(t,{row:e,lane:n,place:o,g:s}){let{model:r}=t,{spans:a,strings:i}=r,c=[s>=0?Vn(
r,s):Pt(r,e)[0]],l=a.state[e];s>=0&&c.push(l===M?`waiting for ${i[a.reason[e]]||"an unknown reason"}`:X[l]+(a.p[e]>=0?` on P ${a.p[e]}`:"")),c.push(w(a.dur[e]),
`from ${v(a.start[e],1e3)}`),l===b&&a.preempt[e]&&c.push(`ended by ${ft(E[a.preempt[e]])}`),a.n[e]>1&&c.push(`${y(a.n[e])} spans merged`);let{led:u,caused:f}=qt(
t),h=u?.wakes[0];return h?.by>=0?c.push(`${h.kind==="create"?"created":"woken"} by ${Vn(r,h.by)}`):h?.inferred&&c.push(`woken by the ${h.inferred}, inferred`),f?.
wakes.length&&c.push(`woke ${C(f.wakes.length,"goroutine")}`),`${c.join(", ")}. Span ${y(o+1)} of ${y(n.rows.length)} on ${B(r,n)}.`}function Nc(t,{from:e,to:n,
lanes:o}){let s=ie(t.model,e,n,o),r=Object.entries(s.states).filter(([,a])=>a>0).map(([a,i])=>`${a} ${w(i)}`);return`${w(n-e)} selected from ${v(e,(n-e)/100)}, ${o?
"on "+C(o.length,"lane"):"all lanes"}: ${r.join(", ")||"nothing"}${s.exact?"":", approximately"}.`}function Ec(t){let{model:e,view:n,layout:o}=t,{spans:s}=e,r=[
...o.pinned,...nt(t).map(c=>o.lanes[c])].map(c=>c.lane),a=r.slice(0,Tc).map(c=>{if(c.without)return`${c.title}: ${c.explained}`;if(c.kind==="group")return`group\
 ${c.title}, ${c.folded?"folded":"unfolded"}`;if(c.kind==="t")return`${c.what}s ${c.name}: ${y(c.boxes.filter(h=>h.end>n.from&&h.start<n.to).length)}`;let l=0,u=0;
return kt(s,c,n.from,n.to,(h,p)=>{u+=s.n[h],(c.kind!=="g"||s.state[h]===b)&&(l+=p)}),`${c.kind==="g"?Vn(e,c.key):B(e,c)}: ${c.kind==="g"?"running":"busy"} ${V(l/
(n.to-n.from))}, ${C(u,"span")}`}),i=r.length-a.length;return`From ${v(n.from,1e3)} to ${v(n.to,1e3)}, ${C(o.lanes.length,"lane")}. ${a.join("; ")}${i>0?`; and ${i}\
 more`:""}.`}function pr(t){let{canvas:e,text:n}=t.nodes;n.id=t.root.id+"-lanes",e.setAttribute("aria-describedby",n.id);let o=()=>{n.textContent=Ec(t)},s=0;e.addEventListener(
"focus",o),t.on("draw",()=>{document.activeElement===e&&(clearTimeout(s),s=setTimeout(o,Cc))}),t.on("choice",()=>{t.selected?t.say(Ic(t,t.selected)):t.say(t.range?
Nc(t,t.range):"Nothing selected.")})}function gr(){for(let t of document.querySelectorAll(".chart")){let e=t.previousElementSibling;for(;e&&!/^H[234]$/.test(e.tagName);)
e=e.previousElementSibling;let n=t.previousElementSibling?.classList.contains("how")?t.previousElementSibling:null;t.setAttribute("role","img"),t.hasAttribute("\
aria-label")||t.setAttribute("aria-label","Chart: "+(e?.textContent||"untitled")),n&&(n.id||="how-"+t.id,t.setAttribute("aria-describedby",n.id))}}var bt=8;function Kn(t,{row:e,lane:n,g:o}){let{model:s}=t,{spans:r}=s;return[be(t,o),Jt(t,e,r.start[e]),N([...xe(t,e),...Zt(t,e,r.start[e]).slice(0,1),["note",Yt(
s,e,1)]]),d("div",{class:"actions"},$("◂ previous",()=>t.step(-1),"on this lane (,)"),$("next ▸",()=>t.step(1),"on this lane (.)"),n.kind!=="g"&&o>=0&&$(`◂ ${x(
s,o)}`,()=>t.stepGoroutine(-1),"previous span of this goroutine (<)"),n.kind!=="g"&&o>=0&&$(`${x(s,o)} ▸`,()=>t.stepGoroutine(1),"next span of this goroutine \
(>)"),$("zoom to span",()=>t.fit(r.start[e],r.end[e]),"(F)")),o>=0&&Bc(t,e,o),o>=0&&zc(t,e),o>=0&&Go(Oc(r.state[e]),pt(s,r.stack[e]),s.page,t),o>=0&&Fc(t,o)].filter(
Boolean)}function Oc(t){return t===O?"Made ready at":t===M?"Waits at":t===I?"Called at":"Stopped at"}function Fe(t,e,n,o){let s=`${x(t.model,e)} ${S(T(t.model,e))}`;
return n>=0?$(s,()=>t.goToRow(n,o),"show in the timeline"):s}function Rc(t,e,n){let{model:o}=t,{spans:s}=o,r=s.state[e],a=n.by>=0?Fe(t,n.by,n.byRow,n.t):"",i=o.
gs.parent[n.g],c=r===b?`, ${w(s.start[e]-n.t)} before it ran`:"";if(n.kind==="create")return["created by ",a||(i>0?"G"+i:`the ${n.inferred} (inferred)`),c];if(n.
kind==="self")return[r===b?`was preempted or yielded, then waited ${w(s.start[e]-n.t)} for a P`:"was preempted or yielded: see the end of the previous span"];if(n.
kind==="return")return["returned from a system call without a P",c];let l=r===M?"ended by ":"woken by ";return a?[l,a,c]:n.inferred?[l,`the ${n.inferred} (infer\
red)`,c]:["what woke it was not recorded",c]}function yr(t,e){let{spans:n}=t.model,o=e.run>=0?`ran ${w(n.start[e.run]-e.t)} later${n.p[e.run]>=0?" on P "+n.p[e.
run]:""}`:"did not run again within the trace";return[e.kind==="create"?"created ":"woke ",Fe(t,e.g,e.run>=0?e.run:e.row)," ",d("span",{class:"quiet"},o)]}function Bc(t,e,n){
let{model:o}=t,{led:s,caused:r}=qt(t),a=s.wakes[0],i=[];return t.arrows.chain?(i.push(_n(t,"What led to it",s,c=>[c.kind==="create"?"created by ":"woken by ",c.
by>=0?Fe(t,c.by,c.byRow,c.t):c.inferred?`the ${c.inferred} (inferred)`:o.gs.parent[c.g]>0?"G"+o.gs.parent[c.g]:"unknown",": ",Fe(t,c.g,c.row)])),i.push(_n(t,"Wh\
at it caused",r,c=>[c.by!==n&&[x(o,c.by)," "],...yr(t,c)].flat()))):(a&&i.push(d("p",{class:"cause"},Rc(t,e,a))),r.wakes.length&&i.push(_n(t,"Woke",r,c=>yr(t,c)))),
!s.wakes.length&&!r.wakes.length&&!t.arrows.chain?null:(i.push(d("div",{class:"actions"},d("button",{class:"link",type:"button","aria-pressed":String(t.arrows.chain),
onclick:()=>t.toggleArrows("chain")},t.arrows.chain?"show only its own arrows (C)":"show the whole chain, both ways (C)"))),d("div",{class:"family"},i))}function _n(t,e,{
wakes:n,cut:o,lost:s},r){let a=y(n.length)+(o?" or more":""),i=c=>d("li",{},d("span",{class:"quiet"},v(c.t,1e3)+" "),r(c));return d("div",{},d("h4",{},e,d("span",
{class:"quiet"},` ${a}`)),n.length?d("ul",{class:"wakes"},n.slice(0,bt).map(i)):d("p",{class:"quiet"},"Nothing recorded."),s&&d("p",{class:"quiet"},"Before that\
, spans are merged, or outside the loaded part of the trace."),n.length>bt&&d("details",{},d("summary",{},`${n.length-bt} more`),d("ul",{class:"wakes"},n.slice(
bt).map(i))))}function zc(t,e){let{model:n}=t,{spans:o}=n;if(o.state[e]!==O||o.dur[e]<=0)return null;let s=jn(n,o.start[e],o.end[e]);if(!s.ps)return null;let r=s.
ps*o.dur[e],a=c=>V(c/r),i=(c,l)=>d("tr",{},d("td",{},c),d("td",{class:"num"},w(l)),d("td",{class:"num"},a(l)));return d("div",{},d("h4",{},"Who had the Ps meanw\
hile",d("span",{class:"quiet"},` inferred from the lanes${s.exact?"":", approximate: spans are merged"}`)),d("table",{class:"mini"},s.gs.slice(0,bt).map(({g:c,time:l})=>i(
$(`${x(n,c)} ${S(T(n,c))}`,()=>t.goToRow(Pc(n,c,o.start[e],o.end[e]))),l)),s.gs.length>bt&&i(`${y(s.gs.length-bt)} others`,s.gs.slice(bt).reduce((c,l)=>c+l.time,
0)),s.syscall>0&&i("in system calls",s.syscall),s.idle>0&&i("no goroutine",s.idle)))}function Pc(t,e,n,o){let s=-1;for(let r of t.lanes.p)kt(t.spans,r,n,o,a=>{t.
spans.g[a]===e&&(s=a)});return s}function Fc(t,e){let{model:n}=t,o=T(n,e),s=x(n,e),r=n.byID.get(n.gs.parent[e]);return d("div",{class:"actions"},$("only "+s,()=>t.
search(s),"grey out all other goroutines"),o&&$("all of "+S(o),()=>t.search(o),"grey out all goroutines that do not run this function"),r!==void 0&&$(`its paren\
t ${x(n,r)}`,()=>t.search(x(n,r)),"the goroutine that created it"),t.inTable&&$("in the table",()=>t.inTable(s),"its row in the table of goroutines"),o&&t.inTable&&
$("its function in the table",()=>t.inTable(o),"all that run the same function, in the table of goroutines"))}var qe={};R(qe,{button:()=>We,csv:()=>Xn,tsv:()=>Yn});var Wc=/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/,qc=/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i,kr=t=>typeof t=="string"&&Wc.test(t)&&!qc.test(t)?"'"+t:String(t),Gc=t=>/[",\r\n]/.
test(t)?'"'+t.replaceAll('"','""')+'"':t,Xn=t=>t.map(e=>e.map(n=>Gc(kr(n))).join(",")+`\r
`).join(""),Yn=t=>t.map(e=>e.map(n=>kr(n).replace(/[\t\r\n]+/g," ")).join("	")+`
`).join("");async function Dc(t){try{return await navigator.clipboard.writeText(t),!0}catch{let e=d("textarea",{value:t,"aria-hidden":"true",style:{position:"fi\
xed",opacity:"0"}});document.body.append(e),e.select();let n=document.execCommand("copy");return e.remove(),n}}function We(t,e,n){let o=(r,a)=>{r.textContent=a,
setTimeout(()=>{r.textContent=t},1500)},s=$(t,async()=>o(s,await Dc(e(n()))?"copied":"could not copy"));return s}var Zn=12,Jn=["running","runnable","waiting","syscall"];function vr(t,e){let{model:n}=t,o=ie(n,e.from,e.to,e.lanes),s=e.to-e.from,r=o.exact?"":"≈ ",a=n.page.stat.
procs.gomaxprocs||n.lanes.p.length,i=o.gs.filter(c=>c.running>0).length;return[d("div",{class:"who"},d("b",{},w(s)+" selected")),d("p",{class:"quiet"},Hc(t,e),o.
exact?"":" Some spans are merged: all of their time counts under the longest of them.",o.laneless>0?` ${C(o.laneless,"goroutine")} without a lane: only running \
time counts.`:""),N([["from",v(e.from,s/100)],["to",v(e.to,s/100)],["P utilisation",!e.lanes&&a?r+V(o.ps.reduce((c,l)=>c+l.running,0)/(s*a)):""],["ran",C(i,"gor\
outine")],...o.marks.map(({kind:c,count:l})=>[dt(c)+" "+Kt(c),y(l)])]),d("div",{class:"actions"},$("zoom to selection (F)",()=>t.fitSelection()),$("clear (Esc)",
()=>t.clear()),jc(t,e)),ce("By state","",o,Jn.filter(c=>o.states[c]>0).map(c=>[[P(Y(c)),c],o.states[c]])),ce("By goroutine","running",o,o.gs.filter(c=>c.running>
0).map(c=>[br(t,c.g),c.running])),ce("By goroutine","runnable",o,Uc(o.gs,"runnable").map(c=>[br(t,c.g),c.runnable])),ce("By reason","waiting",o,o.reasons.map(c=>[
[P(Vt(c.reason)),c.reason||"unknown",d("span",{class:"quiet"},` ${C(c.count,"wait")}`)],c.time])),ce("By P","running",o,o.ps.map(c=>[["P "+c.p,d("span",{class:"\
quiet"},` ${V(c.running/s)}, ${C(c.gs.size,"goroutine")}`)],c.running])),d("div",{class:"actions"},d("span",{class:"quiet"},"copy all as"),We("CSV",Xn,()=>xr(n,
o)),We("TSV",Yn,()=>xr(n,o)))].filter(Boolean)}var Uc=(t,e)=>t.filter(n=>n[e]>0).sort((n,o)=>o[e]-n[e]),br=(t,e)=>$(`${x(t.model,e)} ${S(T(t.model,e))}`,()=>t.search(
x(t.model,e)),"grey out all other goroutines");function Hc(t,{lanes:e}){if(!e)return"Totals over all goroutines and Ps, whichever lanes are shown.";let n=e.map(
r=>B(t.model,r)),o=n.length>4?`${n[0]} to ${n.at(-1)}`:n.join(", "),s=new Set(e.map(r=>r.kind));return`Totals over ${C(e.length,"lane")}: ${o}.${s.size>1?" Span\
s on lanes of two kinds count once.":""}`}function jc(t,e){return e.lanes?$("all lanes",()=>t.selectRange(e.from,e.to)):e.lane?$(`only ${B(t.model,e.lane)}`,()=>t.
selectRange(e.from,e.to,[e.lane])):null}function ce(t,e,n,o){if(!o.length)return null;let s=([r,a])=>d("tr",{},d("td",{},r),d("td",{class:"num"},(n.exact?"":"≈ ")+
w(a)));return d("div",{},d("h4",{},t,e&&d("span",{class:"quiet"},` ${e}`)),d("table",{class:"mini"},o.slice(0,Zn).map(s)),o.length>Zn&&d("p",{class:"quiet"},`an\
d ${y(o.length-Zn)} more`))}function xr(t,e){let n=Math.round;return[["what","name","function","running_ns","runnable_ns","waiting_ns","syscall_ns","count"],["s\
election",`${n(e.from)} to ${n(e.to)} ns`,e.exact?"exact":"approximate",...Jn.map(o=>n(e.states[o])),""],...e.gs.map(o=>["goroutine",x(t,o.g),T(t,o.g),...Jn.map(
s=>n(o[s])),""]),...e.reasons.map(o=>["reason",o.reason,"","","",n(o.time),"",o.count]),...e.ps.map(o=>["P","P "+o.p,"",n(o.running),"","","",o.gs.size]),...e.marks.
map(o=>["preemption",o.kind,"","","","","",o.count])]}var Mr={switchLanes(t,e){this.shown[t]=e,ot(this),this.relayout()},setColour(t){this.colourBy=t,ot(this),yt(this),this.redraw()},toggleArrows(t){this.arrows[t]=
!this.arrows[t],t==="chain"&&this.selected&&this.openPanel(Kn(this,this.selected)),ot(this),this.redraw()},select(t,e){let n=t.rows[e];this.selected={lane:t,place:e,
row:n,g:this.model.spans.g[n]},this.range=this.away=null,this.openPanel(Kn(this,this.selected)),this.emit("choice"),this.redraw()},selectLane(t){if(!t.rows.length)
return;let e=(this.view.from+this.view.to)/2,n=D(this.model.spans,t,e,1/0);this.select(t,Math.max(0,n))},selectMark({lane:t,mark:e}){let n=this.model.marks.time[e],
o=D(this.model.spans,t,n-1,1/0);o>=0&&this.select(t,o)},step(t){if(!this.selected){let o=[...this.layout.pinned,...this.layout.lanes].find(({lane:s})=>s.rows.length);
return o&&this.selectLane(o.lane)}let{lane:e,place:n}=this.selected;this.reach(e,Math.max(0,Math.min(e.rows.length-1,n+t)))},selectRange(t,e,n=null,o=null){this.
range={from:Math.max(0,t),to:Math.min(this.model.duration,e),lanes:n,lane:o},this.selected=this.away=null,this.openPanel(vr(this,this.range)),this.emit("choice"),
this.redraw()},clear(){this.hideTip(),this.selected||this.range||this.away?this.unselect():this.here!==null?(this.here=null,this.redraw()):this.filter&&this.search(
"")},unselect(){this.selected=this.range=this.away=null,this.closePanel(),this.emit("choice"),this.redraw()},openPanel(t){let e=this.nodes.panel,n=e.hidden,o=e.
contains(document.activeElement)?document.activeElement.textContent:null;e.replaceChildren(d("button",{class:"close",type:"button",title:"close (Esc)","aria-lab\
el":"close",onclick:()=>this.clear()},"×"),...t),e.hidden=!1,o!==null&&([...e.querySelectorAll("button")].find(s=>s.textContent===o)||e).focus(),n&&this.resize()},
closePanel(){let{panel:t,canvas:e}=this.nodes;t.hidden||(t.contains(document.activeElement)&&e.focus({preventScroll:!0}),t.hidden=!0,this.resize())}};function Kc(t,e){if(e.kind==="group")return Xc(t,e);let n=()=>(t.layout.groups.find(o=>o.lanes.includes(e))?.lanes??[]).filter(o=>o!==e);return[[t.isPinned(e)?"\
Unpin":"Pin to the top","P",()=>t.pin(e)],["Hide","H",()=>t.hide(e)],n().length>0&&["Hide the other lanes of its group","",()=>t.hide(...n())],e.kind==="g"&&[`S\
how only ${x(t.model,e.key)} on all lanes`,"",()=>t.search(x(t.model,e.key))],e.rows.length>0&&["Select the span in the middle of the view","",()=>t.selectLane(
e)],...Sr(t)].filter(Boolean)}function Xc(t,e){let n=t.layout.groups.filter(o=>o!==e);return[!e.without&&[e.folded?"Unfold":"Fold","",()=>t.fold(e.key,!e.folded)],
n.length>0&&["Fold or unfold all","Z",()=>t.foldAll()],["Hide","",()=>t.hide(e)],n.length>0&&["Hide the other groups","",()=>t.hide(...n)],...Sr(t)].filter(Boolean)}
var Sr=t=>t.arranged.hidden.size?[[`Show all hidden (${t.arranged.hidden.size})`,"Shift H",()=>t.showHidden()]]:[];function le(t,e){let{menu:n}=t.nodes,o=document.
activeElement,s=()=>{n.hidden||(n.hidden=!0,n.replaceChildren(),o?.isConnected&&o.focus())};n.replaceChildren(...Kc(t,e.lane).map(([a,i,c])=>d("button",{type:"b\
utton",role:"menuitem",tabIndex:-1,onclick:()=>{s(),c()}},d("span",{},a),i&&d("kbd",{},i)))),n.onkeydown=a=>Yc(a,n,s),n.onfocusout=a=>{n.contains(a.relatedTarget)||
s()},n.hidden=!1;let r=e.getBoundingClientRect();n.style.left=Math.min(r.left+12,innerWidth-n.offsetWidth-8)+"px",n.style.top=Math.max(4,Math.min(r.top+Math.min(
22,r.height),innerHeight-n.offsetHeight-8))+"px",n.firstChild.focus()}function Yc(t,e,n){t.stopPropagation();let o=[...e.children],s=o.indexOf(document.activeElement),
r={ArrowDown:s+1,ArrowUp:s-1,Home:0,End:-1}[t.key];if(r!==void 0)o.at(r%o.length).focus();else if(t.key==="Escape"||t.key==="Tab")n();else return;t.preventDefault()}var Jc=new Set(["queued","idle Ps","spinning"]);function Ar(t){let{layout:e,nodes:n}=t,o=n.gutter.labels??new Map,s=new Map,r=i=>{let c=i.lane.kind==="group"?i.
lane.key:_(t.model,i.lane),l=o.get(c)??(i.lane.kind==="group"?el(t):tl(t));s.set(c,l),nl(t,l,i)};for(let i of e.pinned)r(i);for(let i of nt(t))r(e.lanes[i]);n.gutter.
labels=s;let a=e.counters.map(i=>sl(i,e.top+e.viewport+At));t.model.bands.some(i=>!i.gap)&&a.push(d("div",{class:"strip-label",style:{top:e.ceiling-13+"px"}},"G\
C, STW")),Qc(n.gutter,[...s.values(),...a])}function Qc(t,e){let n=new Set(e);for(let s of[...t.children])n.has(s)||s.remove();let o=t.firstChild;for(let s of e)
s===o?o=o.nextSibling:t.insertBefore(s,o)}function tl(t){let e=d("button",{class:"lane-name",type:"button",onclick:()=>t.selectLane(o.lane)}),n=d("button",{class:"\
lane-more",type:"button","aria-haspopup":"menu",title:"pin, hide, …",onclick:()=>le(t,o)},"⋯"),o=d("div",{class:"lane-label",oncontextmenu:s=>{s.preventDefault(),
le(t,o)}},e,n);return o}function el(t){let e=d("button",{class:"lane-name",type:"button",onclick:()=>Ae(t,o.lane)}),n=d("button",{class:"lane-more",type:"button",
"aria-haspopup":"menu",title:"fold, hide, …",onclick:()=>le(t,o)},"⋯"),o=d("div",{class:"lane-label group-label",oncontextmenu:s=>{s.preventDefault(),le(t,o)}},
e,n);return o}function nl(t,e,n){let{lane:o,height:s,head:r}=n,a=o.kind==="group",i=et(t,n)+(a?1:r-4),c=a?s-2:s-r+3;if(Object.assign(e.style,{top:i+"px",height:c+
"px",clipPath:n.pinned?"":rl(i,c,t.layout)}),e.lane=o,e.classList.toggle("without",!!o.without),a)return ol(e,o);let l=t.selected&&(t.selected.lane===o||o.kind===
"g"&&o.key===t.selected.g);if(e.classList.toggle("chosen",!!l),e.classList.toggle("pinned",!!n.pinned),e.named===q())return;e.named=q();let u=o.kind==="g"?S(T(t.
model,o.key)):"",f=B(t.model,o);e.firstChild.title=u?f+" "+u:f,e.lastChild.setAttribute("aria-label","Menu of "+f),e.firstChild.replaceChildren(...[o.kind==="g"&&
P(K(t.model.gs.id[o.key])),d("b",{},f),u&&d("span",{class:"func named"},$r(" "+u))].filter(Boolean))}function ol(t,e){let n=`${e.folded} ${e.title} ${e.count}`;
if(t.named===n)return;t.named=n;let[o,s]=t.children;o.title=e.explained||`${e.folded?"open":"fold"} ${e.title}`,e.without?o.removeAttribute("aria-expanded"):o.setAttribute(
"aria-expanded",!e.folded),s.setAttribute("aria-label","Menu of "+e.title),o.replaceChildren(d("i",{},e.without?"⋮":e.folded?"▸":"▾"),d("span",{class:"gro\
up-name named"},$r(e.title)),e.count&&d("span",{class:"func"}," "+e.count))}function $r(t){let[e,n]=Ve(t);return[d("span",{class:"head"},e),d("span",{},n)]}function sl(t,e){
let n=(Jc.has(t.name)?"sampled ≤":"max ")+(t.name==="heap"?jt(t.max):y(t.max));return d("div",{class:"counter-label",style:{top:e+t.y+"px",height:t.height+"px"}},
d("b",{},t.name),d("span",{},n))}function rl(t,e,n){let o=Math.max(0,n.top-t),s=Math.max(0,t+e-n.top-n.viewport);return o||s?`inset(${o}px 0 ${s}px 0)`:""}var Lr={search(t){t!==this.filter?.text&&(this.here=null),this.nodes.find.value=t,this.filter=Ys(this.model,t),this.found=this.filter?.words.length?this.filter.
found:null,this.matches=null,this.atMatch=-1,this.tellFound(),ot(this),yt(this),this.relayout()},tellFound(t=-1){let{filter:e,nodes:n}=this,o=e&&this.found?`${C(
e.count,"span")} of ${C(e.found.size,"goroutine")}`:"",s=e?.problems[0]||(e&&!this.found?`Enter goes to ${v(e.at,1)}`:t<0?o:`${y(t+1)} of ${o}`);n.found.textContent=
s,n.found.classList.toggle("wrong",!!e?.problems.length),n.find.setAttribute("aria-invalid",!!e?.problems.length)},matchList(){if(this.matches)return this.matches;
let{overview:t}=this.model,{spans:e}=t,n=this.filter.maskOf(t),o=[];for(let s=0;s<n.length;s++)n[s]&&!(e.core?.[s]>=0)&&o.push(s);return this.matches=Int32Array.
from(o).sort((s,r)=>e.start[s]-e.start[r]||s-r)},nextMatch(t){if(!this.filter||(this.filter.at!==null&&this.goToTime(this.filter.at),!this.found))return;let e=this.
matchList(),{start:n}=this.model.overview.spans;if(!e.length)return;let{selected:o}=this,s=this.atMatch;s>=0&&o&&o===this.matched?s=(s+t+e.length)%e.length:s=il(
e,n,o?this.model.spans.start[o.row]:this.view.from,t<0)%e.length,this.goToMatch(e[s]),this.atMatch=s,this.matched=this.selected,this.tellFound(s)},goToMatch(t){
let{model:e}=this,{spans:n}=e.overview,o=(n.start[t]+n.end[t])/2,s=this.view.to-this.view.from;(o<this.view.from||o>this.view.to)&&this.setView(o-s/2,o+s/2);let r=e.
laneOfG.get(n.g[t])??e.lanes.p.find(i=>i.key===n.p[t]),a=r?D(e.spans,r,o,0):-1;a>=0&&this.goToRow(r.rows[a],e.spans.start[r.rows[a]])},goToTime(t){t=Math.min(t,
this.extent);let n=this.view.to-this.view.from>=this.extent?this.extent/20:this.view.to-this.view.from;this.here=t,this.setView(t-n/2,t+n/2),this.redraw()}};function il(t,e,n,o){
let s=0,r=t.length;for(;s<r;){let a=s+r>>1;e[t[a]]>=n?r=a:s=a+1}return o?(s-1+t.length)%t.length:s}var to={};R(to,{at:()=>Qn});function Qn(t,e,n){let{layout:o,model:s,view:r}=t,a=(r.to-r.from)/t.width,i=r.from+e*a;if(n<o.ceiling)return ml(s,i,a);if(n>=o.top+o.viewport)return{kind:"count\
ers",t:i};let c=Gs(t,e,n);if(c)return{kind:"arrow",arrow:c};let l=fl(t,n);if(!l)return null;let u=l.lane,f=n-et(t,l);if(u.kind==="group")return kn(t,u,i);if(u.kind===
"t")return Yo(t,u,i,f);if(f<=l.head){let p=dl(s,u,i,6*a);if(p>=0)return{kind:"mark",lane:u,mark:p,near:hl(s,u,p,2*a)}}let h=D(s.spans,u,i,2*a);return h<0?{kind:"\
gap",lane:u,t:i,...ll(s,u,i)}:{kind:"span",lane:u,place:h,row:u.rows[h],t:i,hidden:ul(s,u,h,a)}}function ll(t,e,n){let{spans:o}=t,s=e.rows,r=j(o,s,n);return{from:r>
0?o.end[s[r-1]]:0,to:r<s.length?o.start[s[r]]:t.duration}}function ul(t,e,n,o){let{spans:s}=t,r=e.rows;if(s.dur[r[n]]>=o)return 1;let a=s.start[r[n]];return ge(
s,r,a+o,n)-n}function fl({layout:t,scrollTop:e},n){let o=n<t.top?t.pinned:t.lanes,s=n-t.top+(n<t.top?0:e),r=o[Ft(o,s)];return r&&r.y<=s?r:null}function dl(t,e,n,o){
let s=-1,r=o;for(let a of e.marks){let i=Math.abs(t.marks.time[a]-n);if(i<=r&&([s,r]=[a,i]),t.marks.time[a]>n+o)break}return s}function hl(t,e,n,o){let{marks:s}=t,
r=0;for(let a of e.marks)s.kind[a]===s.kind[n]&&Math.abs(s.time[a]-s.time[n])<=o&&(r+=s.n[a]);return r}function ml(t,e,n){let o=t.bands.filter(r=>r.start-3*n<=e&&
e<=r.end+3*n),s=o.find(r=>r.stw)||o[0];return s?{kind:"band",band:s}:null}function Tr(t){let{canvas:e}=t.nodes,n=new Map,o=null,s=()=>{let[r,a]=[...n.values()];return{middle:(r+a)/2,width:Math.max(20,Math.abs(r-a))}};e.addEventListener(
"pointerdown",r=>{r.pointerType==="touch"&&(n.set(r.pointerId,r.clientX),n.size===2&&(t.pinching=!0,o={...s(),view:{...t.view}}))}),e.addEventListener("pointerm\
ove",r=>{n.has(r.pointerId)&&(n.set(r.pointerId,r.clientX),o&&n.size===2&&pl(t,o,s()))});for(let r of["pointerup","pointercancel"])e.addEventListener(r,a=>{n.delete(
a.pointerId),o=null,n.size||setTimeout(()=>{t.pinching=!1})})}function pl(t,{middle:e,width:n,view:o},s){let r=t.nodes.canvas.getBoundingClientRect(),a=l=>(l-r.
left)/r.width,i=o.from+a(e)*(o.to-o.from),c=(o.to-o.from)*(n/s.width);t.setView(i-c*a(s.middle),i+c*(1-a(s.middle)))}function Nr(t){let{canvas:e,scroll:n}=t.nodes;n.addEventListener("scroll",()=>{t.scrollTop=n.scrollTop,t.hideTip(),t.redraw()},{passive:!0}),e.addEventListener(
"wheel",o=>wl(t,o),{passive:!1}),e.addEventListener("pointerdown",o=>kl(t,o)),e.addEventListener("pointermove",o=>Ml(t,o)),e.addEventListener("pointerleave",()=>t.
hideTip()),e.addEventListener("dblclick",o=>t.zoom(.4,ue(t,o))),t.nodes.map.addEventListener("pointerdown",o=>Sl(t,o)),Tr(t)}function ue(t,e){let n=t.nodes.canvas.
getBoundingClientRect();return(e.clientX-n.left)/n.width}var Cr=(t,e)=>t.view.from+ue(t,e)*(t.view.to-t.view.from);function wl(t,e){t.lastShare=ue(t,e),e.ctrlKey||
e.metaKey?(e.preventDefault(),t.zoom(Math.exp(Math.max(-60,Math.min(60,e.deltaY))*.006),ue(t,e))):(e.shiftKey||Math.abs(e.deltaX)>Math.abs(e.deltaY))&&(e.preventDefault(),
t.pan((e.deltaX||e.deltaY)/t.width))}var yl=450;function Er(t,e,n,o,s){let r=!1;t.setPointerCapture?.(e.pointerId);let a=c=>{c.pointerId!==e.pointerId||!r&&Math.
abs(c.clientX-e.clientX)<n||(r=!0,o(c))},i=c=>{if(c.pointerId===e.pointerId){t.removeEventListener("pointermove",a);for(let l of["pointerup","pointercancel"])t.
removeEventListener(l,i);s(c,r)}};t.addEventListener("pointermove",a);for(let c of["pointerup","pointercancel"])t.addEventListener(c,i)}function kl(t,e){if(e.button!==
0)return;let n=Cr(t,e),o={...t.view},s=Ir(t,e),r=e.shiftKey||e.pointerType==="touch";t.hideTip();let a=e.pointerType==="touch"&&setTimeout(()=>{t.dragging||t.pinching||
(r=!1,t.range={from:n,to:n,lanes:null,lane:null},t.redraw())},yl);Er(t.nodes.canvas,e,4,i=>{if(!t.pinching)if(t.dragging=!0,r){let c=(i.clientX-e.clientX)/t.width*
(o.to-o.from);t.setView(o.from-c,o.to-c)}else{let c=Cr(t,i);t.range={from:Math.max(0,Math.min(n,c)),to:Math.min(t.model.duration,Math.max(n,c)),lanes:bl(t,s,Ir(
t,i)),lane:Or(t,s)[0]??null},t.redraw()}},(i,c)=>{t.dragging=!1,clearTimeout(a),!t.pinching&&(!c&&i.type==="pointerup"?xl(t,i):c&&!r&&t.range&&t.selectRange(t.range.
from,t.range.to,t.range.lanes,t.range.lane))})}function Ir(t,e){let n=e.clientY-t.nodes.canvas.getBoundingClientRect().top-t.layout.top;if(n<0||n>=t.layout.viewport)
return-1;let o=Ft(t.layout.lanes,n+t.scrollTop);return o<t.layout.lanes.length?o:-1}function Or(t,e){let n=t.layout.lanes[e]?.lane;return n?.kind==="group"?n.folded?
n.lanes:[]:n?[n]:[]}function bl(t,e,n){if(e<0||n<0||e===n)return null;let o=[];for(let s=Math.min(e,n);s<=Math.max(e,n);s++)o.push(...Or(t,s));return o.length?o:
null}function Rr(t,e){let n=t.nodes.canvas.getBoundingClientRect();return Qn(t,e.clientX-n.left,e.clientY-n.top)}function xl(t,e){let n=Rr(t,e);n?.click?n.click():
n?.kind==="span"?t.select(n.lane,n.place):n?.kind==="mark"?t.selectMark(n):n?.kind==="arrow"?Ds(t,n.arrow):n?.kind==="band"?t.selectRange(n.band.start,n.band.end):
t.clear()}var vl=new Set(["span","mark","band","arrow"]);function Ml(t,e){if(t.lastShare=ue(t,e),t.dragging)return;let n=Rr(t,e);t.nodes.canvas.style.cursor=n?.
click||vl.has(n?.kind)?"pointer":"crosshair";let o=pn(t,n);if(!o)return t.hideTip();let{tip:s}=t.nodes;s.replaceChildren(o),s.hidden=!1;let r=s.offsetWidth,a=s.
offsetHeight;s.style.left=Math.max(4,e.clientX+16+r>innerWidth?e.clientX-r-12:e.clientX+16)+"px",s.style.top=Math.max(4,Math.min(e.clientY+16,innerHeight-a-6))+
"px"}function Sl(t,e){let{map:n}=t.nodes,o=c=>{let l=n.getBoundingClientRect();return(c.clientX-l.left)/l.width*t.extent},s=o(e),r={...t.view},a=r.to-r.from,i=a<
t.extent&&s>=r.from&&s<=r.to;Er(n,e,3,c=>{let l=o(c);i?t.setView(r.from+l-s,r.to+l-s):t.setView(Math.min(l,s),Math.max(l,s))},(c,l)=>{!l&&!i&&t.setView(s-a/2,s+
a/2)})}var Br={goToRow(t,e=null){e??=this.model.spans.start[t];let n=this.laneFor(t,e)||this.showLaneOf(t);if(!n)return;let o=D(this.model.spans,n,e,1/0);o>=0&&this.reach(
n,o)},laneFor(t,e){let{model:n,selected:o,layout:s}=this,r=new Map([...s.pinned,...s.lanes].map(({lane:i})=>[i.kind+i.key,i])),a=n.spans.state[t];for(let i of[o?.
lane.kind,"p","m","c","g"]){if(!i||i!=="g"&&a!==b&&a!==I)continue;let c=r.get(i+Re(n,t,i,e));if(c)return c}},showLaneOf(t){let e=this.model.spans.g[t],n=this.model.
laneOfG.get(e);if(n)return this.found&&!this.found.has(e)&&this.search(""),this.shown.g||this.switchLanes("g",!0),n},reach(t,e){this.select(t,e),this.bringIntoView(
t,t.rows[e])},bringIntoView(t,e){this.reveal(t);let{view:n}=this,{start:o,end:s}=this.model.spans,r=n.to-n.from;if(s[e]<n.from+r*.02||o[e]>n.to-r*.02){let a=s[e]-
o[e]>r?o[e]+r*.4:(o[e]+s[e])/2;this.setView(a-r/2,a+r/2)}},stepGoroutine(t){if(!this.selected)return this.step(0);let e=ct(this.model,this.selected.row),n=e?.lane.
rows[e.place+t];n!==void 0&&this.goToRow(n)},stepLane(t){if(!this.selected)return this.step(0);let{lane:e,row:n}=this.selected,{lanes:o}=this.layout,{spans:s}=this.
model,r=Math.max(s.start[n],Math.min(s.end[n]-1,this.laneTime??s.start[n]));for(let a=o.findIndex(i=>i.lane===e)+t;a>=0&&a<o.length;a+=t)if(o[a].lane.rows?.length){
this.reach(o[a].lane,D(s,o[a].lane,r,1/0)),this.laneTime=r;return}},stepEnd(t){let e=this.selected?.lane||this.layout.lanes.find(n=>n.lane.rows.length)?.lane;e&&
this.reach(e,t?e.rows.length-1:0)},markRange(t){if(!this.selected)return;let{start:e,end:n}=this.model.spans,{row:o}=this.selected;if(t==="from"){this.markedFrom=
e[o],this.say(`Selection starts at ${v(e[o],1e3)}.`);return}let s=this.markedFrom??e[o];this.selectRange(Math.min(s,e[o]),Math.max(s,n[o]))}};var Ll=["scroll","inner","view","gutter","canvas","tip","panel","map","map-canvas","window","find","found","range","menu","said","text","group","order","active",
"hidden","arrow-note","undo","redo","opening"],Tl=150,$t=class{windows;undo;inTable;opening="";chart=null;map=null;lastShare=.5;dragging=!1;pinching=!1;arrowsDrawn=[];arrowsLeftOut=!1;chosenWakes=null;ids=null;matches=null;atMatch=-1;matched=null;laneTime=null;markedFrom=null;constructor(e,n,{
room:o=.56}={}){this.root=e,this.model=n,this.room=o,this.extent=n.duration,this.counts=Io(n),this.view={from:0,to:this.extent},this.shown=Cl(n),this.usual={...this.
shown},this.colourBy="goroutine",this.arranged=ys(),this.filter=null,this.found=null,this.here=null,this.selected=null,this.away=null,this.range=null,this.arrows=
{chain:!1,all:!1},this.scrollTop=0,this.redraws=0,this.lastRedrawMS=0,this.labelBudget=500,this.font=getComputedStyle(document.body).fontFamily,this.listeners={
view:[],draw:[],choice:[],settled:[]},this.nodes={legend:e.querySelector(".legend")};for(let s of Ll)this.nodes[s]=e.querySelector(".tl-"+s);Un(this),Nr(this),ws(
this),pr(this),new ResizeObserver(()=>this.canvasResized()).observe(this.nodes.canvas),addEventListener("resize",()=>this.relayout()),ot(this),this.relayout(),this.
on("view",()=>this.viewChanged())}viewChanged(){clearTimeout(this.viewTimer),this.arranged.active&&(this.viewTimer=setTimeout(()=>this.relayout(),Tl))}on(e,n){this.
listeners[e].push(n)}emit(e,n){for(let o of this.listeners[e])o(n)}get mask(){return this.found&&this.filter.maskOf(this.model.part)}relayout(){this.layout=xn(this),
this.height=this.layout.height,this.resize()}resize(){let e=this.nodes;e.scroll.style.height=this.height+"px",e.inner.style.height=this.height+Math.max(0,this.layout.
total-this.layout.viewport)+"px",e.view.style.height=this.height+"px",e.gutter.style.width=vn(this)+"px",this.width=e.canvas.clientWidth,(this.chart.getWidth()!==
this.width||this.chart.getHeight()!==this.height)&&this.chart.resize(),this.map.getWidth()!==e["map-canvas"].clientWidth&&this.map.resize(),this.scrollTop=e.scroll.
scrollTop,this.gridChanged=!0,yt(this),this.redraw()}canvasResized(){Math.abs(this.nodes.canvas.clientWidth-this.width)>.5&&this.resize()}redraw(){this.pending||
(this.pending=requestAnimationFrame(()=>{this.pending=0,this.draw()}))}draw(){let e=performance.now();ur(this),Ar(this),fr(this),dr(this),this.emit("draw",this),
this.redraws++,this.lastRedrawMS=performance.now()-e}timeHere(){return this.view.from+this.lastShare*(this.view.to-this.view.from)}hideTip(){this.nodes.tip.hidden=
!0}themeChanged(){Un(this),ot(this),this.relayout()}state(){let e=s=>s.lane.kind!=="group",{arranged:n,layout:o}=this;return{from:this.view.from,to:this.view.to,
duration:this.model.duration,lanes:Object.keys(this.shown).filter(s=>this.shown[s]).join(""),colour:this.colourBy,laneCount:o.lanes.filter(e).length+o.pinned.length,
visibleLanes:nt(this).filter(s=>e(o.lanes[s])).length+o.pinned.length,groups:o.groups.map(s=>({title:s.title,lanes:s.lanes.length,folded:s.folded})),group:n.group,
order:n.order,active:n.active,pins:n.pins,hidden:[...n.hidden],spans:this.model.spans.start.length,redraws:this.redraws,lastRedrawMS:this.lastRedrawMS,scrollTop:this.
scrollTop,found:this.found?this.found.size:null,matches:this.found?this.filter.count:null,here:this.here,said:this.nodes.found.textContent,search:this.nodes.find.
value,selected:this.selected?{g:this.model.gs.id[this.selected.g],row:this.selected.row,lane:B(this.model,this.selected.lane)}:null,range:this.range&&{from:this.
range.from,to:this.range.to,lanes:this.range.lanes?.map(s=>B(this.model,s))??null},arrows:this.arrowsDrawn.length,tip:this.nodes.tip.hidden?"":this.nodes.tip.textContent}}};
Object.assign($t.prototype,hr,Mr,Br,ks,Lr);function Cl({lanes:t}){return t.p.length===0&&t.g.length>0?{p:!1,m:!1,g:!0,c:!1,t:!1}:{p:!0,m:!1,g:!1,c:t.c.length>0&&
t.c.length<=16,t:!1}}var oo={};R(oo,{all:()=>zr,near:()=>Il});var Ge=new Map,eo=globalThis.IntersectionObserver&&new IntersectionObserver(t=>{for(let e of t)e.isIntersecting&&no(e.target)},
{rootMargin:"500px 0px"});function no(t){let e=Ge.get(t);Ge.delete(t),eo?.unobserve(t),e?.()}function Il(t,e){Ge.set(t,e),eo?eo.observe(t):no(t)}function zr(){for(let t of[
...Ge.keys()])no(t)}globalThis.addEventListener?.("beforeprint",zr);var Nl={Timeline:$t,link:ze,get current(){return Nn}};var so=[],ro={timelines:null},Pr=t=>JSON.stringify([t.shown,t.colourBy,t.arrows.chain,t.arrows.all,t.arranged.group,t.arranged.order,t.nodes.find.value]);function El([
t,...e]){let n=new Map(e.map(s=>[s,s.search.bind(s)]));for(let s of e)s.nodes.find=t.nodes.find,s.search=r=>t.search(r);let o=Pr(t);t.on("draw",()=>{let s=Pr(t);
if(s!==o){o=s;for(let r of e){r.shown={...t.shown},r.colourBy=t.colourBy;for(let a of["chain","all"])r.arrows[a]=t.arrows[a];for(let a of["group","order"])r.arranged[a]=
t.arranged[a];n.get(r)(t.nodes.find.value)}}})}function Ol([t,...e]){As(t),t.undo=new Pe(t);for(let n of e)n.undo=t.undo}function Rl([t,...e]){t.root.classList.
add("leads"),t.root.querySelector(".side-head").after(d("div",{class:"toolbar own"},t.nodes.legend));for(let n of e)n.root.classList.add("follows")}var Fr=t=>w(
Math.pow(10,t)).replace(/(\d)\.0+ /,"$1 ");function Bl(t,e){let n=t.charts[e],o=z("chart-"+e),s=n.series||[],r=s.flatMap(u=>(u.data||[]).map(f=>f.value[0]));if(z(
"empty-"+e).hidden=r.length>0,o.hidden=r.length===0,!r.length)return;o.style.height="260px";let a=echarts.init(o,_t(),{renderer:"canvas"}),i=Math.min(...s.flatMap(
u=>(u.data||[]).map(f=>f.value[1]))),c=s.map((u,f)=>K(f)),l=["solid","dashed","dotted",[8,3,2,3]];a.setOption(n),a.setOption({color:c,grid:{left:56,right:24,top:32,
bottom:28,outerBoundsMode:"none"},legend:{show:!0,left:52,top:0,itemWidth:26,itemHeight:8,textStyle:{color:k().text}},xAxis:[{min:Math.floor(Math.min(...r)),max:Math.
ceil(Math.max(...r)+1e-9),axisLabel:{formatter:Fr}}],yAxis:[{min:Math.pow(10,Math.floor(Math.log10(i))),max:1,axisLabel:{formatter:u=>u>=.01?V(u):Number(u*100).
toPrecision(1)+"%"}}],series:s.map((u,f)=>({lineStyle:{width:2,color:c[f],type:l[f%l.length]},itemStyle:{color:c[f]}})),tooltip:{confine:!0,transitionDuration:0,
padding:0,borderWidth:0,className:"tip",backgroundColor:"transparent",extraCssText:"box-shadow:none",axisPointer:{type:"line",lineStyle:{color:k().muted}},formatter:u=>d(
"div",{},d("div",{class:"who"},d("b",{},Fr(u[0].axisValue)+" or longer")),N(u.map(f=>[f.seriesName,V(f.value[1])])))}}),so.push(a)}function Wr(t){for(let e of so.
splice(0))e.dispose();for(let e of["latency","slices"])Bl(t,e)}async function zl(){Js(echarts);let{page:t}=await Ue(z("data").textContent),e=[...z("timelines").
querySelectorAll(":scope > .timeline")],n=Math.max(.34,.8/e.length),o=[];for(let[s,r]of e.entries()){let a=dn(await Ue(z("data-"+s).textContent));o.push(new $t(
r,a,{room:n}))}$s(o[0]),ze(o),El(o),Rl(o),Ol(o),Cs(o),So(o),Wr(t),gr(),addEventListener("resize",()=>so.forEach(s=>s.resize())),tn(()=>{for(let s of o)s.themeChanged();
Wr(t)}),ro.timelines=o,document.body.dataset.ready="yes"}var Pl=()=>ro.timelines?.map(t=>t.state())??null;zl().catch(t=>ao("The timelines",t));return Hr(Fl);})();
